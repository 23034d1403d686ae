import type { Failure, FailureCause, Source, Result } from './failure';
import { instantOf } from './json';
import { isPlain, visibleText } from './text';

/** A request that leaves through Zendesk's proxy. Secrets appear only as `{{setting.…}}` placeholders. */
export interface OutgoingRequest {
  readonly source: Source;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly basicAuth?: { readonly username: string; readonly password: string };
  /** Answers are kept a minute under this key, in memory only. */
  readonly cacheKey?: string;
}

/** Whatever the other side said, of any HTTP status. Reading it is the asker's business. */
export interface IncomingAnswer {
  readonly status: number;
  /** The body as text; '' when empty. Never shown as it is. */
  readonly body: string;
  /** Lower-case names. Empty when the proxy does not relay them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SendOptions {
  readonly signal?: AbortSignal;
  /** Asked for by hand: bypasses the cache. */
  readonly fresh?: boolean;
}

/** Fails only where no answer came: timeout, unreachable, proxy-refused, misconfigured, cancelled. */
export type Send = (
  request: OutgoingRequest,
  options?: SendOptions,
) => Promise<Result<IncomingAnswer>>;

/** Why the status alone makes this no answer to the question; `undefined` where the body has to say. */
export function failureOfStatus(source: Source, answer: IncomingAnswer): Failure | undefined {
  const cause = causeOf(answer);
  return cause && { source, ...cause };
}

function causeOf(answer: IncomingAnswer): FailureCause | undefined {
  const { status } = answer;
  if (status >= 200 && status < 300) return undefined;
  // Nothing that is asked for here ever moves: a redirect leads to a sign-in page.
  if (status === 401 || (status >= 300 && status < 400)) return { kind: 'unauthorised', status };
  if (status === 403) return { kind: 'forbidden', status };
  if (status === 404) return { kind: 'not-found', status };
  if (status === 429) {
    const wait = retryAfterMs(answer.headers);
    return { kind: 'rate-limited', ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (status >= 500) return { kind: 'server', status };
  const message = errorText(answer.body);
  return { kind: 'rejected', status, ...(message === undefined ? {} : { message }) };
}

/** Characters: of the words, and of a body in which somebody says what is wrong. */
const longest = { words: 200, body: 20_000 };

/** `{"error": "…"}` is how Rails says it. Short, one line, still hostile. */
function errorText(body: string): string | undefined {
  if (body.length > longest.body) return undefined;
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'error'))
      return undefined;
    const { error } = json as { readonly error: unknown };
    if (typeof error !== 'string') return undefined;
    const text = visibleText(error, { most: longest.words });
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Mailgun states its resets in epoch milliseconds, others in epoch seconds or in seconds from now. */
const resetHeaders = ['x-ratelimit-reset', 'x-request-reset', 'ratelimit-reset'];

/**
 * How long the other side asks to be left alone, in ms from now. Header names in lower case.
 * Without a `now` the answer's own `Date` stands in; where an instant has neither, nothing is known.
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  now: number | undefined = instantOf(headers['date']),
): number | undefined {
  const asked = waitOf(headers['retry-after'], now);
  if (asked !== undefined) return asked;

  const resets = resetHeaders.map((name) => waitOf(headers[name], now));
  return resets.find((wait) => wait !== undefined);
}

function waitOf(value: string | undefined, now: number | undefined): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const number = Number(value);
  if (Number.isNaN(number)) return untilInstant(instantOf(value), now);
  if (!Number.isFinite(number) || number < 0) return undefined;
  if (number > 1e11) return untilInstant(number, now);
  if (number > 1e9) return untilInstant(number * 1000, now);
  return Math.ceil(number * 1000);
}

function untilInstant(instant: number | undefined, now: number | undefined): number | undefined {
  return instant === undefined || now === undefined ? undefined : Math.max(0, instant - now);
}

/** Where a secret may stand, and in what words: the scopes of manifest.json. */
const placeholders: Readonly<Record<'header' | 'password', readonly string[]>> = {
  header: ['Bearer {{setting.customersdot_token}}', 'Basic {{basic_auth.token}}'],
  password: ['{{setting.mailgun_api_key}}'],
};

/**
 * The part of a request that may not leave, if any. Zendesk's proxy replaces `{{…}}` wherever it finds it, so a
 * customer's address must not carry one; and a control character can split a header or a line.
 */
export function unsafePart({ url, headers, body, basicAuth }: OutgoingRequest): string | undefined {
  if (!isSafeUrl(url)) return 'url';
  for (const [name, value] of Object.entries(headers)) {
    if (!isPlain(name) || !(isPlain(value) || placeholders.header.includes(value)))
      return 'headers';
  }
  if (body !== undefined && !isSafeBody(body)) return 'body';
  if (basicAuth) {
    const { username, password } = basicAuth;
    if (!isPlain(username) || !placeholders.password.includes(password)) return 'basic_auth';
  }
  return undefined;
}

/** Judged as it is written and as the other side will read it. */
function isSafeUrl(url: string): boolean {
  if (!url.startsWith('https://') || /\s/.test(url) || !isPlain(url)) return false;
  try {
    return isPlain(decodeURIComponent(url.replace(/\+/g, ' ')));
  } catch {
    return false;
  }
}

/** JSON writes a control character as an escape: the strings in it are what counts. */
function isSafeBody(body: string): boolean {
  if (body.includes('{{')) return false;
  try {
    return isPlainValue(JSON.parse(body));
  } catch {
    return isPlain(body);
  }
}

function isPlainValue(value: unknown): boolean {
  if (typeof value === 'string') return isPlain(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isPlain(key) && isPlainValue(part));
}
