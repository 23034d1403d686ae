import { sameAddress } from '../address/address';
import type { PortalAccount } from '../diagnosis/evidence';
import type { Result } from '../lib/result';
import { encodeText } from './encode-text';
import { readJson } from './read-json';
import { readRow } from './read-row';
import { rowsOf } from './rows-of';

/**
 * A list never shows `confirmed_at`, yet can be filtered by it. `_null` and `_not_null` are the operators that
 * work on a timestamp. The filter on the address minds capitals, so it gets the account's own spelling.
 */
export function confirmedFilter(listPath: string, account: PortalAccount): string {
  const filters = [
    'f[confirmed_at][1][o]=_not_null',
    'f[confirmed_at][1][v]=',
    'f[email][2][o]=is',
    `f[email][2][v]=${encodeText(account.email)}`,
  ];
  return `${listPath}?${filters.join('&')}`;
}

/** The account: confirmed. Nothing: not confirmed. Anything else was not filtered, and says neither. */
export function readConfirmed(body: string, account: PortalAccount): boolean | undefined {
  const json: Result<unknown, unknown> = readJson(body);
  const found = json.ok ? rowsOf(json.value) : undefined;
  if (!found?.isList) return undefined;
  const rows = found.rows.map(readRow);
  const isOurs = rows.every((row) => row !== undefined && sameAddress(row.email, account.email));
  return isOurs ? rows.length > 0 : undefined;
}
