import { type Clock, earliestOf, sleep } from '../shared/clock';
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
  unsafePart,
} from '../shared/request';
import { deadlineMs, withinDeadline, type ZafClient } from './client';
import { readAnswer } from './http-answer';

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

interface Slot {
  readonly takenAt: number;
}

interface Waiter {
  readonly proceed: () => void;
}

interface Slots {
  /** Resolves with the function that gives the slot back; `undefined` when aborted while waiting. */
  take(signal: AbortSignal | undefined): Promise<(() => void) | undefined>;
}

/**
 * At most `count` requests on their way. A request that was given up keeps its slot, since it cannot be called
 * back, until it is answered or so old that it never will be.
 */
function createSlots(clock: Clock, count: number, lifetimeMs: number): Slots {
  const taken = new Set<Slot>();
  const waiting = new Set<Waiter>();

  function isFree(): boolean {
    for (const slot of taken) {
      if (clock.now() - slot.takenAt >= lifetimeMs) taken.delete(slot);
    }
    return taken.size < count;
  }

  function takeNow(): () => void {
    const slot: Slot = { takenAt: clock.now() };
    taken.add(slot);
    return () => {
      taken.delete(slot);
      wakeFirst();
    };
  }

  function wakeFirst(): void {
    const [first] = waiting;
    if (first && isFree()) first.proceed();
  }

  /** How long until the oldest slot is given up on. */
  function untilFree(): number {
    const oldest = earliestOf([...taken].map(({ takenAt }) => takenAt)) ?? clock.now();
    return Math.max(0, oldest + lifetimeMs - clock.now());
  }

  return {
    take(signal) {
      if (isFree()) return Promise.resolve(takeNow());

      return new Promise((resolve) => {
        let cancelTimer = watch();
        const waiter: Waiter = {
          proceed() {
            leave();
            resolve(takeNow());
          },
        };
        waiting.add(waiter);
        signal?.addEventListener('abort', abort);

        function watch(): () => void {
          return clock.after(untilFree(), () => {
            if (isFree()) waiter.proceed();
            else cancelTimer = watch();
          });
        }
        function leave(): void {
          waiting.delete(waiter);
          cancelTimer();
          signal?.removeEventListener('abort', abort);
        }
        function abort(): void {
          leave();
          resolve(undefined);
        }
      });
    },
  };
}

const keptMs = 60_000;

interface AnswerCache {
  get(key: string): IncomingAnswer | undefined;
  /** Keeps what looks like an answer; a sign-in page of status 200 is none. */
  keep(key: string, answer: IncomingAnswer): void;
  forget(key: string): void;
  clear(): void;
}

/** In memory only: customer data does not outlive the page. */
function createAnswerCache(clock: Pick<Clock, 'now'>): AnswerCache {
  const kept = new Map<string, { readonly answer: IncomingAnswer; readonly at: number }>();

  function dropOld(): void {
    for (const [key, { at }] of kept) {
      if (clock.now() - at >= keptMs) kept.delete(key);
    }
  }

  return {
    get(key) {
      dropOld();
      return kept.get(key)?.answer;
    },
    keep(key, answer) {
      dropOld();
      if (isGood(answer)) kept.set(key, { answer, at: clock.now() });
    },
    forget(key) {
      kept.delete(key);
    },
    clear() {
      kept.clear();
    },
  };
}

function isGood({ status, body }: IncomingAnswer): boolean {
  return status >= 200 && status < 300 && /^\s*[[{]/.test(body);
}
