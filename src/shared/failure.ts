/** Who was asked. `suppressions` are Mailgun's bounce, complaint and unsubscribe lists. */
export type Source = 'customersdot' | 'portal_log' | 'gitlab_log' | 'suppressions' | 'zendesk';

/**
 * Why a question has no answer. Every kind has its own sentence and next step in the panel
 * (`failure.<kind>` in translations/). None of them ever counts as a "no".
 */
export type Failure = { readonly source: Source } & FailureCause;

export type FailureCause =
  /** Our own deadline passed; the request may still be running at the other end. */
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** 401, or a redirect to the sign-in page. Mailgun answers a wrong region the same way. */
  | { readonly kind: 'unauthorised'; readonly status: number; readonly maybeRegion?: boolean }
  /** Something in front of the source answered in its place: a firewall, a sign-in, a maintenance page. */
  | {
      readonly kind: 'intercepted';
      readonly by: 'cloudflare' | 'sign-in' | 'maintenance' | 'unknown';
      readonly status: number;
    }
  /** 403: the source knows who asks, and does not allow it. */
  | { readonly kind: 'forbidden'; readonly status: number }
  /** 404: the path or the domain, never "no such customer". */
  | { readonly kind: 'not-found'; readonly status: number }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs?: number }
  | { readonly kind: 'server'; readonly status: number }
  /** 400, 406, 422 …: the question itself was refused. `message` is the other side's text: hostile, escape it. */
  | { readonly kind: 'rejected'; readonly status: number; readonly message?: string }
  /** An answer came and cannot be read. */
  | {
      readonly kind: 'malformed';
      readonly what:
        | 'html'
        | 'sign-in-page'
        | 'empty'
        | 'not-json'
        | 'wrong-shape'
        | 'truncated'
        | 'too-large';
    }
  /** No answer at all: network, DNS, offline. */
  | { readonly kind: 'unreachable' }
  /** Zendesk's proxy refused to send it (`Proxy error: …`). */
  | { readonly kind: 'proxy-refused'; readonly reason: 'no-installation' | 'other' }
  /** A setting or an input makes the question impossible to ask. */
  | { readonly kind: 'misconfigured'; readonly setting: string }
  /** Superseded or stopped by ourselves; never shown. */
  | { readonly kind: 'cancelled' };

/** Failures are values: no exception crosses a room's door. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failed = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({
  ok: false,
  failure,
});

/** Makes a `switch` that forgot a case a compile error. Throws only if the types were lied to. */
export function exhaustive(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}

export const lost = (source: Source): Failure => ({ source, kind: 'unreachable' });

/** No answer at all, or none in time: as where the engineer's own line is down. */
export const isOutOfReach = ({ kind }: Failure): boolean =>
  kind === 'unreachable' || kind === 'timeout';

const passing: readonly Failure['kind'][] = [
  'timeout',
  'unreachable',
  'server',
  'rate-limited',
  'cancelled',
];

/** Whoever asks again later may have an answer: no admin is needed for that. */
export const passesByItself = (failure: Failure): boolean =>
  passing.includes(failure.kind) ||
  (failure.kind === 'intercepted' && failure.by === 'maintenance');

/** No exception crosses a room's door: what a promise rejects with, or a call throws, becomes a value. */
export async function safely<T>(call: () => Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await call();
  } catch {
    return otherwise();
  }
}
