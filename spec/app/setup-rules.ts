import { doneCheck, runningCheck, swapped } from '../../fixtures/setup';
import type { AppEvent, Effect, Happening } from '../../src/app/events';
import type { State } from '../../src/app/state';
import type { Setup } from '../../src/app/panel-contract';
import { unsafeFindings } from '../../src/setup/lines';

/** How a check of the set-up comes back, by `how`: not at all, with something unsafe, mended, or with one step more. */
const reports: readonly Setup['now'][] = [
  { kind: 'unavailable' },
  doneCheck([swapped]),
  doneCheck([{ ...swapped, state: 'works' }]),
  { ...runningCheck, lines: [{ ...swapped, state: 'unknown' }] },
];

export function reportOf(check: number, how: number): Happening {
  const now = reports[how % reports.length] ?? { kind: 'unavailable' };
  const unsafe = 'lines' in now ? unsafeFindings(now.lines) : [];
  return { kind: 'setup', what: 'changed', check, now, unsafe };
}

/** As `expect(one).toBe(other)`, which makes an error to throw before it knows: too dear for every step of every world. */
export function expectSame(one: unknown, other: unknown): void {
  if (!Object.is(one, other)) expect(one).toBe(other);
}

/** The set-up and the ticket have nothing to do with each other, and only the check that runs says anything. */
export function checkSetup(
  before: State,
  event: AppEvent,
  after: State,
  effects: readonly Effect[],
): void {
  if (event.kind !== 'setup') {
    expectSame(after.setup, before.setup);
    return;
  }
  const ofTicket = Object.entries(before).filter(([key]) => key !== 'setup' && key !== 'next');
  expectSame(Object.keys(after).length, Object.keys(before).length);
  ofTicket.forEach(([key, value]) => {
    expectSame(after[key as keyof State], value);
  });
  const { now, check } = before.setup;
  const gone = before.setup.unsafe.filter(
    ({ id }) => !after.setup.unsafe.some((one) => one.id === id),
  );
  if (event.what === 'changed') {
    if (now.kind !== 'running' || event.check !== check) expectSame(after, before);
    else expectSame(after.setup.now, event.now);
    const lines = 'lines' in event.now ? event.now.lines : [];
    for (const { id } of gone) {
      const seen = lines.find((line) => line.id === id);
      expectSame(seen?.state ?? event.now.kind, seen ? 'works' : 'done');
    }
  } else {
    expectSame(after.setup.unsafe, before.setup.unsafe);
  }
  const begun = effects.filter((effect) => effect.do === 'check-setup');
  expectSame(begun.length <= (now.kind === 'running' ? 0 : 1), true);
  begun.forEach((effect) => {
    expectSame(effect.check, after.setup.check);
    expectSame(effect.check === check, false);
  });
}
