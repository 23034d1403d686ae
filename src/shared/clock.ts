export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** Time is passed in, so that specs own it. Instants are epoch milliseconds everywhere. */
export interface Clock {
  now(): number;
  /** Calls back after `ms`; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
}

/** `undefined` of an empty list. No `Math.min(…)`: a list from outside can be longer than a call takes arguments. */
export const earliestOf = (instants: readonly number[]): number | undefined =>
  instants.length === 0
    ? undefined
    : instants.reduce((one, other) => Math.min(one, other), Infinity);

export const latestOf = (instants: readonly number[]): number | undefined =>
  instants.length === 0
    ? undefined
    : instants.reduce((one, other) => Math.max(one, other), -Infinity);

/** False when it was cut short. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => {
      end(true);
    });
    const abort = (): void => {
      end(false);
    };
    signal?.addEventListener('abort', abort);

    function end(whole: boolean): void {
      cancel();
      signal?.removeEventListener('abort', abort);
      resolve(whole);
    }
  });
}
