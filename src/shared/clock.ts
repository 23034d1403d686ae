/** Time is passed in, so that specs own it. Instants are epoch milliseconds everywhere. */
export interface Clock {
  now(): number;
  /** Calls back after `ms`; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
}

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
