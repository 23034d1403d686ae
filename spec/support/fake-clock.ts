import type { Clock } from '../../src/shared/clock';

export interface FakeClock extends Clock {
  /** Moves time on, running what falls due in order and letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Timers that have neither run nor been cancelled. */
  pending(): number;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

export function createFakeClock(start: number): FakeClock {
  let time = start;
  let order = 0;
  const timers = new Set<Timer>();

  const nextUntil = (end: number): Timer | undefined =>
    [...timers]
      .filter(({ at }) => at <= end)
      .sort((one, other) => one.at - other.at || one.order - other.order)[0];

  return {
    now: () => time,
    after(ms, callback) {
      const timer: Timer = { at: time + Math.max(0, ms), order: (order += 1), callback };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (let next = nextUntil(end); next; next = nextUntil(end)) {
        timers.delete(next);
        time = next.at;
        next.callback();
        await settle();
      }
      time = end;
    },
    pending: () => timers.size,
  };
}

/** Long enough for any chain of promises in this code to run out. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}
