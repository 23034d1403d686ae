import { type Address, lowerCase } from '../address/address';
import type { AccountAnswer, PortalAccount } from '../diagnosis/answers';
import { type Failure, type FailureCause, type Result, failed, ok } from '../shared/failure';
import { fieldAt, parseJson } from '../shared/json';
import { type Ask, encodeText, fail, readId } from './read-accounts';

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
async function idsOf(ask: Ask, list: string, filters: readonly string[]): Promise<Ids> {
  const answer = await ask([list, ...filters].join('&'));
  if (!answer.ok) return answer;
  const ids = readIds(answer.value);
  return ids.ok ? ids : fail(ids.failure);
}

/** A list that is not compact has sent what it should not: it is not taken for an answer. */
export function readIds(body: string): Result<readonly string[], FailureCause> {
  const json = parseJson(body);
  if (!json.ok) return failed({ kind: 'malformed', what: json.failure });
  const rows: readonly unknown[] | undefined = Array.isArray(json.value) ? json.value : undefined;
  const ids = rows?.map((row) => (isCompact(row) ? readId(fieldAt(row, 'id')) : ''));
  return !ids || ids.length > pageSize || ids.includes('')
    ? failed({ kind: 'malformed', what: 'wrong-shape' })
    : ok(ids);
}

/** The label can be a name, and is never looked at. */
function isCompact(row: unknown): boolean {
  return (
    typeof row === 'object' &&
    row !== null &&
    Object.keys(row).every((key) => key === 'id' || key === 'label')
  );
}
