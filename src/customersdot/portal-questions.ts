import { type Address, lowerCase } from '../address/address';
import type { AccountAnswer, PortalAccount } from '../diagnosis/answers';
import { type FailureCause, type Failure, type Result, failed, lost, ok } from '../shared/failure';
import type { OutgoingRequest, Send, SendOptions } from '../shared/request';
import type * as reader from './read-accounts';

type Reader = typeof reader;

/** Asks CustomersDot for a path and reads the body that comes back: every other answer is a failure. */
export type Ask = <T>(
  path: string,
  read: (reader: Reader, body: string) => Result<T, FailureCause>,
) => Promise<Result<T>>;

export const fail = (cause: FailureCause) => failed<Failure>({ source: 'customersdot', ...cause });

export function askOf(send: Send, host: string, options: SendOptions): Ask {
  return async (path, read) => {
    // What reads the answer comes while it is waited for.
    const [come, answer] = await Promise.all([
      import('./read-accounts').catch(() => undefined),
      send(portalRequest(host, path), options),
    ]);
    if (!answer.ok) return answer;
    if (!come) return failed(lost('customersdot'));
    const body = come.bodyOf(answer.value, host);
    if (!body.ok) return body;
    const found = read(come, body.value);
    return found.ok ? found : fail(found.failure);
  };
}

/** One request, with the address in its place, and the accounts in its answer. */
export const search = (ask: Ask, path: string, address: Address): Promise<Result<AccountAnswer>> =>
  ask(
    path.replace('{email}', () => encodeText(address)),
    ({ readAccounts }, body) => readAccounts(body, address, pageSizeOf(path)),
  );

const defaultPageSize = 20;

/** How many rows make a full page, behind which there may be more. RailsAdmin states no total. */
function pageSizeOf(path: string): number {
  const query = new URLSearchParams(path.slice(path.indexOf('?') + 1));
  const stated = ['per', 'per_page', 'page_size', 'limit'].flatMap((name) => query.get(name) ?? []);
  const sizes = stated.filter((size) => /^\d+$/.test(size)).map(Number);
  return sizes.reduce((least, size) => Math.min(least, size), defaultPageSize);
}

/**
 * Everything that is ever asked of the portal is a read. The exact `Accept` matters: with what browsers and
 * libraries send by default, the admin answers with a page, or with a redirect to its sign-in. Brackets are sent
 * encoded, since nobody says whether the proxy passes them on as they are.
 */
export function portalRequest(host: string, path: string): OutgoingRequest {
  const url = `https://${host}${path.replaceAll('[', '%5B').replaceAll(']', '%5D')}`;
  return {
    source: 'customersdot',
    method: 'GET',
    url,
    headers: {
      Accept: 'application/json',
      Authorization: 'Bearer {{setting.customersdot_token}}',
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

/**
 * RailsAdmin's list shows nothing but ids here, and its filters say the rest: five small questions side by side. An
 * address within `email` tells whether there is anything at all; the exact one, with each value of the login and with
 * `confirmed_at` filled, tells which account has what.
 *
 * Its filter for `false` finds rows whose login is NULL too, so that a login is off only where it is also not null.
 * The exact filter minds capitals, and Devise stores addresses in small letters: in these it is asked. What only the
 * first question finds is a similar address, or this one in capitals, and a list of ids does not say which. Where it
 * finds more than the exact account, a sixth asks whether one of them has the same address.
 */
export async function lookUpInList(
  ask: Ask,
  list: string,
  address: Address,
): Promise<Result<AccountAnswer>> {
  const email = lowerCase(address);
  const exactly = filter('email', 1, 'is', email);
  const [similar, on, off, stated, confirmed] = await Promise.all([
    idsLike(ask, list, address),
    idsOf(ask, list, [exactly, filter('login_activated', 2, '', 'true')]),
    idsOf(ask, list, [exactly, filter('login_activated', 2, '', 'false')]),
    idsOf(ask, list, [exactly, filter('login_activated', 2, '_not_null', '')]),
    confirmedIds(ask, list, email),
  ]);

  const exact = [
    ...new Set([on, off, stated, confirmed].flatMap((ids) => (ids.ok ? ids.value : []))),
  ];
  if (exact.length > 0) {
    if (contradict({ similar, on, off, stated }, exact)) {
      return fail({ kind: 'malformed', what: 'wrong-shape' });
    }
    const isOnly = similar.ok && similar.value.every((id) => exact.includes(id));
    return ok({
      accounts: exact.map((id) => accountOf(id, email, { on, off, stated, confirmed })),
      lookAlikes: [],
      ...(isOnly || (await isInNoCapitals(ask, list, email, exact)) ? {} : { mayBeMore: true }),
      ...failureOf('loginFailure', on, off, stated),
      ...failureOf('confirmedFailure', confirmed),
    });
  }
  if (!similar.ok) return similar;
  if (similar.value.length === 0) return ok({ accounts: [], lookAlikes: [] });
  // Either of the two may have been the one with the account.
  if (!on.ok) return on;
  if (!off.ok) return off;
  return ok({ accounts: [], lookAlikes: [], notExact: true });
}

/** Whoever has the address within theirs, capitals aside. */
export const idsLike = (ask: Ask, list: string, address: Address): Promise<Ids> =>
  idsOf(ask, list, [filter('email', 1, 'like', lowerCase(address))]);

/** What begins and ends with an address is the address, capitals aside: no other account may be in the answer. */
async function isInNoCapitals(
  ask: Ask,
  list: string,
  email: string,
  exact: readonly string[],
): Promise<boolean> {
  const same = await idsOf(ask, list, [
    filter('email', 1, 'starts_with', email),
    filter('email', 2, 'ends_with', email),
  ]);
  return same.ok && same.value.every((id) => exact.includes(id));
}

type Ids = Result<readonly string[]>;

const has = (ids: Ids, id: string): boolean => ids.ok && ids.value.includes(id);

/** More rows with one address than there can be: the list was not filtered. */
const mostAccounts = 5;
/** RailsAdmin's page. Behind a full one there are more. */
const pageSize = 20;

/** Answers that cannot all be true come from a list that was not filtered as it was asked to be. */
function contradict(
  { similar, on, off, stated }: Readonly<Record<'similar' | 'on' | 'off' | 'stated', Ids>>,
  exact: readonly string[],
): boolean {
  const isWhole = similar.ok && similar.value.length < pageSize;
  return (
    exact.length > mostAccounts ||
    exact.some(
      (id) =>
        (isWhole && !has(similar, id)) ||
        (has(on, id) && (has(off, id) || (stated.ok && !has(stated, id)))) ||
        (on.ok && off.ok && !has(on, id) && !has(off, id)),
    )
  );
}

function accountOf(
  id: string,
  email: string,
  { on, off, stated, confirmed }: Readonly<Record<'on' | 'off' | 'stated' | 'confirmed', Ids>>,
): PortalAccount {
  const isOff = has(off, id) && has(stated, id);
  return {
    id,
    email,
    loginActivated: has(on, id) ? true : isOff ? false : undefined,
    confirmedAt: undefined,
    confirmed: confirmed.ok ? has(confirmed, id) : undefined,
  };
}

function failureOf<K extends string>(
  key: K,
  ...answers: readonly Ids[]
): { readonly [P in K]?: Failure } {
  const failure = answers.find((ids) => !ids.ok)?.failure;
  return failure ? ({ [key]: failure } as { readonly [P in K]: Failure }) : {};
}

/**
 * Which accounts with this spelling of the address have `confirmed_at` filled: the list does not show it, yet can be
 * filtered by it. `_not_null` is an operator that works on a timestamp.
 */
export function confirmedIds(ask: Ask, list: string, email: string): Promise<Ids> {
  return idsOf(ask, list, [
    filter('email', 1, 'is', email),
    filter('confirmed_at', 2, '_not_null', ''),
  ]);
}

function filter(column: string, index: number, operator: string, value: string): string {
  const name = `f[${column}][${index}]`;
  return `${name}[o]=${operator}&${name}[v]=${encodeText(value)}`;
}

/** The ids of a page of the list. */
const idsOf = (ask: Ask, list: string, filters: readonly string[]): Promise<Ids> =>
  ask([list, ...filters].join('&'), ({ readIds }, body) => readIds(body, pageSize));
