import { earliestOf, latestOf, sleep } from '../../src/shared/clock';
import { createFakeClock } from '../support/fake-clock';

it('ends when its time is over', async () => {
  const clock = createFakeClock(0);
  const slept = sleep(clock, 100);
  await clock.advance(100);
  expect(await slept).toBe(true);
});

it('ends at once when it is cut short, and leaves no timer', async () => {
  const clock = createFakeClock(0);
  const abort = new AbortController();
  const slept = sleep(clock, 100, abort.signal);
  abort.abort();
  expect(await slept).toBe(false);
  expect(clock.pending()).toBe(0);
});

it('does not begin when it was cut short before', async () => {
  const clock = createFakeClock(0);
  expect(await sleep(clock, 100, AbortSignal.abort())).toBe(false);
  expect(clock.pending()).toBe(0);
});

it('the earliest and the latest of more instants than a call takes arguments', () => {
  const instants = Array.from({ length: 300_000 }, (_, index) => index);
  expect([earliestOf(instants), latestOf(instants)]).toEqual([0, 299_999]);
  expect([earliestOf([]), latestOf([])]).toEqual([undefined, undefined]);
});
