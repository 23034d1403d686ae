import { parseAddress } from '../address/address';
import type { FailureCause } from '../lib/failure';
import { failed, ok, type Result } from '../lib/result';
import { encodeText } from './encode-text';
import type { Portal } from './portal-request';

const misconfigured = (setting: string) => failed({ kind: 'misconfigured', setting } as const);

/** The path to ask. An address that cannot be asked about is a failure here too: a blank one finds everybody. */
export function fillIn(
  { host, lookupPath }: Portal,
  address: string,
): Result<string, FailureCause> {
  if (!/^[a-z0-9.-]+$/i.test(host)) return misconfigured('customersdot_host');
  const parts = lookupPath.split('{email}');
  if (!/^\/(?!\/)/.test(lookupPath) || parts.length !== 2) {
    return misconfigured('customersdot_lookup_path');
  }
  const parsed = parseAddress(address);
  return parsed.ok ? ok(parts.join(encodeText(parsed.value))) : misconfigured('address');
}

const defaultPageSize = 20;

/** How many rows make a full page, behind which there may be more. RailsAdmin states no total. */
export function pageSizeOf(lookupPath: string): number {
  const query = queryOf(lookupPath);
  if (query.get('all') === 'true') return Infinity;
  const stated = ['per', 'per_page', 'page_size', 'limit'].flatMap((name) => query.get(name) ?? []);
  const sizes = stated.filter((size) => /^\d+$/.test(size)).map(Number);
  return Math.min(defaultPageSize, ...sizes);
}

/** RailsAdmin's `is` minds capitals, so that it cannot say that there is no such account. */
export function mindsCapitals(lookupPath: string): boolean {
  return [...queryOf(lookupPath)].some(
    ([name, value]) => /^f\[email\]\[[^\]]*\]\[o\]$/.test(name) && ['is', '='].includes(value),
  );
}

/** The list of the model that a RailsAdmin path searches; `undefined` for any other API. */
export function railsAdminList(lookupPath: string): string | undefined {
  const model = /^(\/(?:[\w-]+\/)*?admin\/\w+)(?:\/export|\.json)\?/.exec(lookupPath)?.[1];
  return model && `${model}.json`;
}

function queryOf(path: string): URLSearchParams {
  return new URLSearchParams(path.slice(path.indexOf('?') + 1));
}
