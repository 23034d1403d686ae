import type { Clock } from '../../src/shared/clock';
import { deadlineMs } from '../../src/zendesk/client';

export interface HurriedClock {
  readonly clock: Clock;
  /** To be called as a request is sent, which is in the moment that its deadline begins to run. */
  begin(): AbortSignal;
  /** The proxy's waiting: over at once, or, where no answer would ever come, the end of that request's deadline. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * Nobody waits: a pause before asking again is over at once, and so is the deadline of a request that is never answered,
 * and of no other. `onDeadline` hears of each that ran out.
 */
export function hurriedClock(now: () => number, onDeadline = (): void => undefined): HurriedClock {
  const deadlines = new Map<AbortSignal, () => void>();
  let newest = (): void => undefined;
  return {
    clock: {
      now,
      after(ms, callback) {
        if (ms >= deadlineMs) {
          newest = callback;
          return () => undefined;
        }
        const timer = setTimeout(callback, 0);
        return () => {
          clearTimeout(timer);
        };
      },
    },
    begin() {
      const { signal } = new AbortController();
      deadlines.set(signal, newest);
      return signal;
    },
    wait(ms, signal) {
      if (ms !== Infinity) return Promise.resolve();
      onDeadline();
      deadlines.get(signal)?.();
      return new Promise(() => undefined);
    },
  };
}
