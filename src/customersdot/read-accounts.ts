import { type Address, lowerCase, parseAddress, sameAddress, isOneSlip } from '../address/address';
import type { AccountAnswer, PortalAccount } from '../diagnosis/answers';
import type { FailureCause } from '../shared/failure';
import { fieldAt, flagOf, instantOf, parseJson } from '../shared/json';
import { type Result, failed, ok } from '../shared/result';
import { type Ask, encodeText, fail } from './ask';

/** One request, with the address in its place, and the accounts in its answer. */
export async function search(
  ask: Ask,
  path: string,
  address: Address,
): Promise<Result<AccountAnswer>> {
  const answer = await ask(path.replace('{email}', () => encodeText(address)));
  if (!answer.ok) return answer;
  const found = readAccounts(answer.value, address, pageSizeOf(path));
  return found.ok ? found : fail(found.failure);
}

const defaultPageSize = 20;

/** How many rows make a full page, behind which there may be more. RailsAdmin states no total. */
function pageSizeOf(path: string): number {
  const query = new URLSearchParams(path.slice(path.indexOf('?') + 1));
  const stated = ['per', 'per_page', 'page_size', 'limit'].flatMap((name) => query.get(name) ?? []);
  const sizes = stated.filter((size) => /^\d+$/.test(size)).map(Number);
  return sizes.reduce((least, size) => Math.min(least, size), defaultPageSize);
}

const mostLookAlikes = 3;
/** Five full pages. A list that is longer is none of these. */
const mostRows = 100;

/**
 * The accounts with exactly this address, capitals aside, among whatever a search brought up.
 * "None" only if the body says so: a list, read to its last row, with no page behind it.
 */
export function readAccounts(
  body: string,
  address: Address,
  pageSize: number,
): Result<AccountAnswer, FailureCause> {
  const json = parseJson(body);
  if (!json.ok) return malformed(json.failure);
  const found = rowsOf(json.value);
  if (!found) return malformed('wrong-shape');
  if (found.rows.length > mostRows) return malformed('too-large');

  const rows = found.rows.map(readRow);
  const readable = rows.flatMap((row) => row ?? []);
  const accounts = readable.filter(({ email }) => sameAddress(email, address));
  const similar = readable
    .map(({ email }) => email)
    .filter((email) => !sameAddress(email, address) && resembles(email, address));

  const isFullPage = rows.length >= pageSize;
  if (accounts.length === 0) {
    if (isFullPage) return malformed('truncated');
    // Several strangers are no search result: whoever answered has not searched.
    const areStrangers = rows.length > 1 && similar.length === 0;
    if (!found.isList || readable.length < rows.length || areStrangers) {
      return malformed('wrong-shape');
    }
  }
  const lookAlikes = [...new Set(similar)].filter((email) => parseAddress(email).ok);
  return ok({
    accounts,
    lookAlikes: lookAlikes.slice(0, mostLookAlikes),
    ...(isFullPage ? { mayBeMore: true } : {}),
  });
}

function malformed(what: Extract<FailureCause, { kind: 'malformed' }>['what']) {
  return failed({ kind: 'malformed', what } as const);
}

interface Rows {
  readonly rows: readonly unknown[];
  /** Only a list can say "none": an object is one customer, and maybe another one. */
  readonly isList: boolean;
}

/** `[…]`, `{"customers": […]}` or one customer as an object. */
function rowsOf(json: unknown): Rows | undefined {
  if (Array.isArray(json)) return { rows: json, isList: true };
  if (typeof json !== 'object' || json === null) return undefined;
  if (!Object.hasOwn(json, 'customers')) return { rows: [json], isList: false };
  const { customers } = json as { readonly customers: unknown };
  return Array.isArray(customers) ? { rows: customers, isList: true } : undefined;
}

/** One row of an answer, of which only five columns are looked at. `undefined`: it does not say whose it is. */
function readRow(row: unknown): PortalAccount | undefined {
  const email = fieldAt(row, 'email');
  if (typeof email !== 'string' || email.trim() === '') return undefined;
  const linked = flagOf(fieldAt(row, 'linked'));
  return {
    id: readId(fieldAt(row, 'id')),
    email: email.trim(),
    loginActivated: flagOf(fieldAt(row, 'login_activated')),
    confirmedAt: readInstant(fieldAt(row, 'confirmed_at')),
    confirmed: undefined,
    ...(linked === undefined ? {} : { linked }),
  };
}

/** Only for a link to the record; '' where there is none to make. */
export function readId(id: unknown): string {
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : '';
}

/** A missing column is not an empty one: it reads `undefined`, never `null`. */
const readInstant = (value: unknown): number | null | undefined =>
  value === null ? null : instantOf(value);

/** Whether a search for `address` finds `email` for its own sake: as part of it, `_` for any letter, or one slip away. */
function resembles(email: string, address: string): boolean {
  const found = lowerCase(email);
  const wanted = lowerCase(address);
  return asSearched(wanted).test(found) || isOneSlip(found, wanted);
}

/** SQL's `_` is any one letter, and RailsAdmin lets it through. */
function asSearched(wanted: string): RegExp {
  return new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('_', '.'), 's');
}
