import { type Address, lowerCase, parseAddress, sameAddress, isOneSlip } from '../address/address';
import type { AccountAnswer, PortalAccount } from '../diagnosis/answers';
import { type FailureCause, type Result, failed, ok } from '../shared/failure';
import { fieldAt, flagOf, instantOf, parseJson } from '../shared/json';
import { type IncomingAnswer, failureOfStatus } from '../shared/request';

/** Four columns of a page of customers are some kilobytes. */
const longestBody = 200_000;
/** Who answered, and what an error says, stands at the start of it. */
const longestStart = 20_000;

/** The body of an answer, to be read; whatever is not CustomersDot's own "here you are" is a failure. */
export function bodyOf(answer: IncomingAnswer, host: string): Result<string> {
  const { body } = answer;
  const start: IncomingAnswer = { ...answer, body: body.slice(0, longestStart) };
  const somebodyElse = whoElseAnswered(start, host);
  if (somebodyElse) return failed({ source: 'customersdot', ...somebodyElse });
  const failure = failureOfStatus('customersdot', start);
  if (failure) return failed(failure);
  return body.length > longestBody
    ? failed({ source: 'customersdot', kind: 'malformed', what: 'too-large' })
    : ok(body);
}

/**
 * Who answered, where it was not CustomersDot but something in front of it: no role of the app's token would change
 * that. `undefined` where nothing says so. Judged by the body, since nobody says which headers the proxy hands on.
 */
export function whoElseAnswered(answer: IncomingAnswer, host: string): FailureCause | undefined {
  const { status, headers } = answer;
  const by = isElsewhere(headers['location'], host) ? 'sign-in' : whoseBody(answer);
  return by && { kind: 'intercepted', by, status };
}

/** CustomersDot's own sign-in is on the same host. */
function isElsewhere(location: string | undefined, host: string): boolean {
  if (location === undefined || !/^(?:https?:)?\/\//i.test(location)) return false;
  try {
    return new URL(location, `https://${host}`).hostname !== host;
  } catch {
    return false;
  }
}

type Who = Extract<FailureCause, { readonly kind: 'intercepted' }>['by'];

const challenge = /<title>Just a moment|cf-browser-verification/i;
const cloudflare = /cf-error-details|Cloudflare Ray ID|\| Cloudflare<\/title>/i;
const signIn = /okta-?sign-?in|oktacdn\.com|\.okta\.com|cloudflareaccess\.com|name="SAMLRequest"/i;
const maintenance =
  /maintenance|temporarily (?:unavailable|down)|be (?:right )?back (?:soon|shortly)/i;

function whoseBody({ status, headers, body }: IncomingAnswer): Who | undefined {
  const text = body.trimStart();
  if (/^error code: 1\d{3}\b/.test(text) || headers['cf-mitigated'] !== undefined) {
    return 'cloudflare';
  }
  // Rails states how long it took: a page that does is CustomersDot's own.
  if (!text.startsWith('<') || headers['x-runtime'] !== undefined) return undefined;
  const isOk = status >= 200 && status < 300;
  if (!isOk && ![401, 403, 503].includes(status)) return undefined;
  if (challenge.test(text) || (!isOk && cloudflare.test(text))) return 'cloudflare';
  if (signIn.test(text)) return 'sign-in';
  if (status === 503 || maintenance.test(headingsOf(text))) return 'maintenance';
  // CustomersDot is behind the same Cloudflare; but a page is not how Rails refuses a question for JSON.
  if (status !== 403) return undefined;
  return headers['server']?.toLowerCase() === 'cloudflare' ? 'cloudflare' : 'unknown';
}

/** What stands in a title or a heading: a text may speak of anything. */
function headingsOf(html: string): string {
  return [...html.matchAll(/<(?:title|h1|h2)\b[^<>]{0,200}>([^<]{0,200})/gi)]
    .map(([, text = '']) => text)
    .join('\n');
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
function readId(id: unknown): string {
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

/** Ids of a compact list of RailsAdmin. One that is not compact has sent what it should not: it is no answer. */
export function readIds(body: string, pageSize: number): Result<readonly string[], FailureCause> {
  const json = parseJson(body);
  if (!json.ok) return malformed(json.failure);
  const rows: readonly unknown[] | undefined = Array.isArray(json.value) ? json.value : undefined;
  const ids = rows?.map((row) => (isCompact(row) ? readId(fieldAt(row, 'id')) : ''));
  return !ids || ids.length > pageSize || ids.includes('') ? malformed('wrong-shape') : ok(ids);
}

/** The label can be a name, and is never looked at. */
function isCompact(row: unknown): boolean {
  return (
    typeof row === 'object' &&
    row !== null &&
    Object.keys(row).every((key) => key === 'id' || key === 'label')
  );
}
