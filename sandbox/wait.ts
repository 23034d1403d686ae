/** Ends early, with an error, when nobody waits any more. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((done, fail) => {
    const timer = ms === Infinity ? undefined : setTimeout(done, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        fail(new Error('Nobody waits any more'));
      },
      { once: true },
    );
  });
}
