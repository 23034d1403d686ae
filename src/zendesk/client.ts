import type { Clock } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';

/** Only a hook (`ticket.save`) looks at what its handler returns. */
type Handler = (data: unknown) => unknown;

/** The part of Zendesk's SDK client that we use. What it hands out is unknown until it has been read. */
export interface ZafClient {
  metadata(): Promise<unknown>;
  context(): Promise<unknown>;
  get(paths: readonly string[]): Promise<unknown>;
  set(path: string, value: unknown): Promise<unknown>;
  invoke(action: string, ...args: readonly unknown[]): Promise<unknown>;
  request(options: Readonly<Record<string, unknown>>): Promise<unknown>;
  on(event: string, handler: Handler): void;
  off(event: string, handler: Handler): void;
  has(event: string, handler: Handler): boolean;
}

/** The SDK's global, `ZAFClient`. */
export interface ZafSdk {
  init(): ZafClient | false;
}

export type Connection =
  | { readonly kind: 'connected'; readonly client: ZafClient; readonly origin: string }
  | {
      readonly kind: 'outside';
      /** `sdk-missing`: its script did not load, which a blocked CDN can do inside Zendesk too. */
      readonly why: 'not-embedded' | 'foreign-page' | 'sdk-missing';
    };

/** Never throws: a page opened on its own, or by a stranger, is an answer too. */
export function connect(
  sdk: ZafSdk | undefined,
  location: { readonly search: string; readonly hash: string },
): Connection {
  const origin = embeddingOrigin(location);
  if (origin === undefined) return { kind: 'outside', why: 'not-embedded' };
  if (!isZendesk(origin)) return { kind: 'outside', why: 'foreign-page' };
  if (!sdk) return { kind: 'outside', why: 'sdk-missing' };
  const client = sdk.init();
  return client ? { kind: 'connected', client, origin } : { kind: 'outside', why: 'not-embedded' };
}

/** The answers of one bulk `get`, by path. A path that Zendesk left out, or answered with an error, is absent. */
export type Paths = Readonly<Record<string, unknown>>;

const zendesk = { source: 'zendesk' } as const;

/** One SDK call with our own deadline. Whatever goes wrong comes back as a failure. */
export async function fromZaf<T>(call: () => Promise<T>, clock: Clock): Promise<Result<T>> {
  const ended = await withinDeadline(call, clock);
  return readable(() => {
    if (ended.kind !== 'resolved') return failed(failureOf(ended));
    // get, set, invoke, metadata and context all answer with an object: anything else is a failure in disguise.
    return isAnswer(ended.value) ? ok(ended.value as T) : unreadable;
  });
}

const unreadable = failed({ source: 'zendesk', kind: 'malformed', what: 'wrong-shape' } as const);

function readable<T>(read: () => Result<T>): Result<T> {
  try {
    return read();
  } catch {
    return unreadable;
  }
}

/** Never fails for single paths: a ticket without a form is still a ticket. */
export async function getPaths(
  client: ZafClient,
  clock: Clock,
  paths: readonly string[],
): Promise<Result<Paths>> {
  const result = await fromZaf(() => client.get(paths), clock);
  if (!result.ok) return result;

  return readable(() => {
    const answer = result.value as Record<string, unknown>;
    const errors = (answer['errors'] ?? {}) as Record<string, unknown>;
    const found = paths.filter((path) => path in answer && !(path in errors));
    return found.length === 0
      ? unreadable
      : ok(Object.fromEntries(found.map((path) => [path, answer[path]])));
  });
}

/** An action whose own entry in `errors` counts as its failure, which a bulk call would hide. */
export async function invoke(
  client: ZafClient,
  clock: Clock,
  action: string,
  ...args: readonly unknown[]
): Promise<Result<unknown>> {
  // The arguments of an action are written in our own code: one or two.
  // eslint-disable-next-line no-restricted-syntax
  const result = await fromZaf(() => client.invoke(action, ...args), clock);
  if (!result.ok) return result;
  return readable(() => {
    const { errors } = result.value as { errors?: Record<string, unknown> };
    return errors && action in errors
      ? failed(failureOf({ kind: 'rejected', reason: errors[action] }))
      : result;
  });
}

function isAnswer(value: unknown): boolean {
  // A reply whose error has no name resolves with that error: `{message}` and nothing that was asked.
  return typeof value === 'object' && value !== null && !isErrorLike(value);
}

function isErrorLike(value: object): boolean {
  if (value instanceof Error) return true;
  const keys = Object.keys(value);
  return keys.includes('message') && keys.every((key) => errorKeys.has(key));
}

const errorKeys = new Set(['name', 'message', 'path', 'stack', 'code', 'invocationName']);

function failureOf(ended: Exclude<Ended, { kind: 'resolved' }>): Failure {
  if (ended.kind === 'timeout') return { ...zendesk, ...ended };
  if (ended.kind === 'aborted') return { ...zendesk, kind: 'cancelled' };
  const { message } = (ended.reason ?? {}) as { message?: unknown };
  return {
    ...zendesk,
    kind: 'rejected',
    status: 0,
    ...(typeof message === 'string' ? { message } : {}),
  };
}

/** The SDK calls one handler after the other: one that throws would keep an event from all behind it. */
export const withoutThrowing =
  (handler: (data: unknown) => void) =>
  (data: unknown): void => {
    try {
      handler(data);
    } catch {
      // An event is a hint; what it was about is read again with the next.
    }
  };

interface OwnUrl {
  readonly search: string;
  readonly hash: string;
}

const zendeskHosts =
  /^https:\/\/([a-z0-9-]+\.)+(zendesk\.com|zd-staging\.com|zd-dev\.com|zd-master\.com|zendesk-staging\.com|zendesk-dev\.com)$/;
const localHosts = /^https?:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

/** The page that says it embeds us, as the SDK reads it: from the query, then from the hash. */
function embeddingOrigin({ search, hash }: OwnUrl): string | undefined {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.replace(/^#/, ''));
  const find = (name: string): string | null => query.get(name) ?? fragment.get(name);
  return find('app_guid') ? (find('origin') ?? undefined) : undefined;
}

/** The npm build talks to whichever page claims to be Zendesk; the official one does not, and neither do we. */
function isZendesk(origin: string): boolean {
  return zendeskHosts.test(origin) || localHosts.test(origin);
}

/** Zendesk may need most of this to start many apps at once; neither SDK build waits this long usefully. */
export const deadlineMs = 10_000;

export type Ended =
  | { readonly kind: 'resolved'; readonly value: unknown }
  | { readonly kind: 'rejected'; readonly reason: unknown }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'aborted' };

/**
 * Waits for an SDK call no longer than the deadline. The SDK's own answer to silence is five minutes in the
 * official build, a *resolved* error in the npm build, and for `request` none at all.
 */
export function withinDeadline(
  call: () => Promise<unknown>,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve) => {
    const startedAt = clock.now();
    const timedOut = (): Ended => ({ kind: 'timeout', afterMs: clock.now() - startedAt });
    const cancelTimer = clock.after(deadlineMs, () => {
      end(timedOut());
    });
    const abort = (): void => {
      end({ kind: 'aborted' });
    };
    signal?.addEventListener('abort', abort);

    function end(ended: Ended): void {
      cancelTimer();
      signal?.removeEventListener('abort', abort);
      resolve(ended);
    }
    started(call)
      .then(
        (value): Ended => (isSdkTimeout(value) ? timedOut() : { kind: 'resolved', value }),
        (reason: unknown): Ended =>
          isSdkTimeout(reason) ? timedOut() : { kind: 'rejected', reason },
      )
      // What cannot even be looked at is no answer.
      .then(end, () => {
        end({ kind: 'rejected', reason: undefined });
      });
  });
}

/** What throws at once, as the SDK does on an argument it does not like, rejects. */
export async function started<T>(call: () => Promise<T>): Promise<T> {
  return await call();
}

/** `TimeoutError` of the npm build, which is no `Error`; the official build names none and says only this. */
function isSdkTimeout(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { name, message } = value as { name?: unknown; message?: unknown };
  return (
    (name === 'TimeoutError' && typeof message === 'string') ||
    (value instanceof Error && value.message === 'Invocation request timeout')
  );
}
