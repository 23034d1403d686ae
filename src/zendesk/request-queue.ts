import { type Clock, earliestOf } from '../shared/clock';
import type { IncomingAnswer } from '../shared/request';

interface Slot {
  readonly takenAt: number;
}

interface Waiter {
  readonly proceed: () => void;
}

export interface Slots {
  /** Resolves with the function that gives the slot back; `undefined` when aborted while waiting. */
  take(signal: AbortSignal | undefined): Promise<(() => void) | undefined>;
}

/**
 * At most `count` requests on their way. A request that was given up keeps its slot, since it cannot be called
 * back, until it is answered or so old that it never will be.
 */
export function createSlots(clock: Clock, count: number, lifetimeMs: number): Slots {
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

export interface AnswerCache {
  get(key: string): IncomingAnswer | undefined;
  /** Keeps what looks like an answer; a sign-in page of status 200 is none. */
  keep(key: string, answer: IncomingAnswer): void;
  forget(key: string): void;
  clear(): void;
}

/** In memory only: customer data does not outlive the page. */
export function createAnswerCache(clock: Pick<Clock, 'now'>): AnswerCache {
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
