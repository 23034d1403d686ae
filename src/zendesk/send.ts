import { type Clock, sleep } from '../shared/clock';
import {
  type Failure,
  type FailureCause,
  type Source,
  type Result,
  failed,
  ok,
} from '../shared/failure';
import {
  type IncomingAnswer,
  type OutgoingRequest,
  type Send,
  retryAfterMs,
} from '../shared/request';
import { isPlain } from '../shared/text';
import { type ZafClient, deadlineMs, withinDeadline } from './client';
import { readAnswer } from './http-answer';
import { type Slots, createAnswerCache, createSlots } from './request-queue';

/** Two questions at a time: what an address that was left still waits for, and the one that is shown. */
const inFlight: Readonly<Record<Source, number>> = {
  // RailsAdmin's list takes five requests to a question.
  customersdot: 10,
  portal_log: 2,
  gitlab_log: 2,
  suppressions: 2,
  zendesk: 2,
};

/**
 * The one place from which anything leaves for CustomersDot or Mailgun, always through Zendesk's proxy, which
 * fills in the secrets. All requests are reads, so one that got lost may be asked again.
 */
export function createSend(
  client: Pick<ZafClient, 'request'>,
  clock: Clock,
  random: () => number,
  isOnline: () => boolean = () => true,
): Send & { clear(): void } {
  const cache = createAnswerCache(clock);
  const slots = new Map<Source, Slots>();

  function slotsOf(source: Source): Slots {
    const known = slots.get(source) ?? createSlots(clock, inFlight[source], deadlineMs);
    slots.set(source, known);
    return known;
  }

  async function attempt(
    request: OutgoingRequest,
    signal: AbortSignal | undefined,
  ): Promise<Result<IncomingAnswer>> {
    const fail = (cause: FailureCause) => failed({ source: request.source, ...cause });
    const release = await slotsOf(request.source).take(signal);
    if (!release || signal?.aborted) {
      release?.();
      return fail({ kind: 'cancelled' });
    }

    const call = async (): Promise<unknown> => {
      try {
        return await client.request(zafOptions(request));
      } finally {
        release();
      }
    };
    const answer = readAnswer(await withinDeadline(call, clock, signal));
    if (answer.ok) return ok(withRelativeRetryAfter(answer.value, clock.now()));
    const lost = answer.failure.kind === 'timeout' && !isOnline();
    return fail(lost ? { kind: 'unreachable' } : answer.failure);
  }

  async function send(
    request: OutgoingRequest,
    { signal, fresh = false }: Parameters<Send>[1] = {},
  ): Promise<Result<IncomingAnswer>> {
    const { source, cacheKey } = request;
    const fail = (cause: FailureCause) => failed({ source, ...cause });
    if (signal?.aborted) return fail({ kind: 'cancelled' });

    const unsafe = unsafePart(request);
    if (unsafe !== undefined) return fail({ kind: 'misconfigured', setting: unsafe });

    if (cacheKey !== undefined && fresh) cache.forget(cacheKey);
    const kept = cacheKey === undefined ? undefined : cache.get(cacheKey);
    if (kept) return ok(kept);
    if (!isOnline()) return fail({ kind: 'unreachable' });

    let result = await attempt(request, signal);
    const delay = retryDelay(result, clock.now(), random);
    if (delay !== undefined) {
      if (!(await sleep(clock, delay, signal))) return fail({ kind: 'cancelled' });
      result = await attempt(request, signal);
    }
    if (result.ok && cacheKey !== undefined) cache.keep(cacheKey, result.value);
    return result;
  }

  return Object.assign(send, {
    clear() {
      cache.clear();
    },
  });
}

/**
 * `secure` makes Zendesk's proxy fill in `{{setting.…}}`; retries are ours, not the host's; the complete
 * response carries status and headers; as text, since an HTML page read as JSON would lose its status.
 */
function zafOptions(request: OutgoingRequest): Readonly<Record<string, unknown>> {
  const { url, method, headers, body, basicAuth } = request;
  return {
    url,
    type: method,
    headers,
    secure: true,
    cors: false,
    autoRetry: false,
    httpCompleteResponse: true,
    dataType: 'text',
    timeout: deadlineMs,
    ...(body === undefined ? {} : { data: body, contentType: 'application/json' }),
    ...(basicAuth ? { basic_auth: basicAuth } : {}),
  };
}

const baseMs = 400;
const jitterMs = 400;
/** Asked to wait longer than this, an engineer would rather be told than kept. */
const patienceMs = 5_000;

/** How long to wait before asking once more; `undefined`: not worth it. */
function retryDelay(
  result: Result<IncomingAnswer>,
  now: number,
  random: () => number,
): number | undefined {
  const jitter = random() * jitterMs;
  if (!result.ok) return isPassing(result.failure) ? baseMs + jitter : undefined;

  const { status, headers } = result.value;
  if (status !== 429 && status < 500) return undefined;
  const asked = retryAfterMs(headers, now) ?? 0;
  return asked > patienceMs ? undefined : Math.max(asked, baseMs) + jitter;
}

function isPassing({ kind }: Failure): boolean {
  return kind === 'timeout';
}

/** Only here is there a clock: an instant to wait for becomes the seconds until then. */
function withRelativeRetryAfter(answer: IncomingAnswer, now: number): IncomingAnswer {
  const wait = retryAfterMs(answer.headers, now);
  if (wait === undefined || (answer.status !== 429 && answer.status < 500)) return answer;
  return {
    ...answer,
    headers: { ...answer.headers, 'retry-after': String(Math.ceil(wait / 1000)) },
  };
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
