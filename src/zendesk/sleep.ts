import type { Clock } from '../lib/clock';

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
