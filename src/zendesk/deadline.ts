import type { Clock } from '../shared/clock';

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
