import { type Address, parseAddress, sameAddress } from '../address/address';
import type { AccountAnswer, PortalAccount } from '../diagnosis/answers';
import type { Failure, FailureCause } from '../shared/failure';
import { parseJson } from '../shared/json';
import {
  type IncomingAnswer,
  type OutgoingRequest,
  type Send,
  type SendOptions,
  failureOfStatus,
} from '../shared/request';
import { type Result, failed, ok } from '../shared/result';
import { readAccounts, readRow, rowsOf } from './read-accounts';

type Ask = (path: string) => Promise<Result<IncomingAnswer>>;

const fail = (cause: FailureCause) => failed<Failure>({ source: 'customersdot', ...cause });

/**
 * What does the portal know of this address? One request; where RailsAdmin refuses the export or leaves
 * `confirmed_at` out, its list and a filter say the same.
 */
export async function lookUpAccount(
  send: Send,
  portal: Portal,
  address: Address,
  options: SendOptions = {},
): Promise<Result<AccountAnswer>> {
  const ask: Ask = async (path) => {
    const answer = await send(portalRequest(portal.host, path), options);
    if (!answer.ok) return answer;
    const failure = failureOfStatus('customersdot', answer.value);
    return failure ? failed(failure) : answer;
  };
  const list = railsAdminList(portal.lookupPath);

  const first = await search(ask, portal, address);
  if (first.ok) return ok(await withConfirmed(ask, list, first.value));
  if (list === undefined || !isRefused(first.failure)) return first;

  const listed = await search(ask, { ...portal, lookupPath: `${list}?query={email}` }, address);
  if (!listed.ok) return isAnswer(listed.failure) ? listed : first;
  return ok(await withConfirmed(ask, list, listed.value));
}

async function search(ask: Ask, portal: Portal, address: Address): Promise<Result<AccountAnswer>> {
  const path = fillIn(portal, address);
  if (!path.ok) return fail(path.failure);
  const answer = await ask(path.value);
  if (!answer.ok) return answer;

  const found = readAccounts(answer.value.body, address, pageSizeOf(portal.lookupPath));
  if (!found.ok) return fail(found.failure);
  if (found.value.accounts.length === 0 && mindsCapitals(portal.lookupPath)) {
    return fail({ kind: 'misconfigured', setting: 'customersdot_lookup_path' });
  }
  return found;
}

/** An answer that says nothing of `confirmed_at` is asked once more, by filter. Of several accounts none is guessed. */
async function withConfirmed(
  ask: Ask,
  list: string | undefined,
  found: AccountAnswer,
): Promise<AccountAnswer> {
  const [account, ...others] = found.accounts;
  if (!account || others.length > 0 || account.confirmedAt !== undefined) return found;
  if (list === undefined) return found;

  const answer = await ask(confirmedFilter(list, account));
  return answer.ok
    ? { ...found, accounts: [{ ...account, confirmed: readConfirmed(answer.value.body, account) }] }
    : { ...found, confirmedFailure: answer.failure };
}

/** A role without the export permission gets a 403, or a 500 where the application does not name it. */
function isRefused(failure: Failure): boolean {
  return failure.kind === 'forbidden' || (failure.kind === 'server' && failure.status === 500);
}

/** What the list said, or that nobody wants to know any more; any other failure is the export's again. */
function isAnswer({ kind }: Failure): boolean {
  return kind === 'malformed' || kind === 'cancelled';
}

const misconfigured = (setting: string) => failed({ kind: 'misconfigured', setting } as const);

/** The path to ask. An address that cannot be asked about is a failure here too: a blank one finds everybody. */
function fillIn({ host, lookupPath }: Portal, address: string): Result<string, FailureCause> {
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
function pageSizeOf(lookupPath: string): number {
  const query = queryOf(lookupPath);
  if (query.get('all') === 'true') return Infinity;
  const stated = ['per', 'per_page', 'page_size', 'limit'].flatMap((name) => query.get(name) ?? []);
  const sizes = stated.filter((size) => /^\d+$/.test(size)).map(Number);
  return Math.min(defaultPageSize, ...sizes);
}

/** RailsAdmin's `is` minds capitals, so that it cannot say that there is no such account. */
function mindsCapitals(lookupPath: string): boolean {
  return [...queryOf(lookupPath)].some(
    ([name, value]) => /^f\[email\]\[[^\]]*\]\[o\]$/.test(name) && ['is', '='].includes(value),
  );
}

/** The list of the model that a RailsAdmin path searches; `undefined` for any other API. */
function railsAdminList(lookupPath: string): string | undefined {
  const model = /^(\/(?:[\w-]+\/)*?admin\/\w+)(?:\/export|\.json)\?/.exec(lookupPath)?.[1];
  return model && `${model}.json`;
}

function queryOf(path: string): URLSearchParams {
  return new URLSearchParams(path.slice(path.indexOf('?') + 1));
}

/**
 * A list never shows `confirmed_at`, yet can be filtered by it. `_null` and `_not_null` are the operators that
 * work on a timestamp. The filter on the address minds capitals, so it gets the account's own spelling.
 */
function confirmedFilter(listPath: string, account: PortalAccount): string {
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
  const json = parseJson(body);
  const found = json.ok ? rowsOf(json.value) : undefined;
  if (!found?.isList) return undefined;
  const rows = found.rows.map(readRow);
  const isOurs = rows.every((row) => row !== undefined && sameAddress(row.email, account.email));
  return isOurs ? rows.length > 0 : undefined;
}

export interface Portal {
  readonly host: string;
  /** Has `{email}` where the address goes. */
  readonly lookupPath: string;
}

/**
 * Everything that is ever asked of the portal is a read. The exact `Accept` matters: with what browsers and
 * libraries send by default, the admin answers with a page, or with a redirect to its sign-in.
 */
function portalRequest(host: string, path: string): OutgoingRequest {
  const url = `https://${host}${path}`;
  return {
    source: 'customersdot',
    method: 'GET',
    url,
    headers: {
      Accept: 'application/json',
      'X-Admin-Email': '{{setting.customersdot_admin_email}}',
      'X-Admin-Token': '{{setting.customersdot_admin_token}}',
    },
    cacheKey: url,
  };
}

/** `encodeURIComponent` leaves some of the marks an address may have, `'` among them, as they are. */
export function encodeText(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
