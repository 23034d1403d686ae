import fc from 'fast-check';
import { doneCheck, swapped } from '../../fixtures/setup';
import type { Ready } from '../../src/app/state';
import { isVisible } from '../../src/app/investigating';
import { viewOf } from '../../src/app/view';
import { runs } from '../support/runs';
import { aWorld, firstReadingOf, outage } from './a-world';
import { moves, people, someReaders } from './some-moves';

const sequences = { numRuns: runs(150, 2_000) };

describe('whatever happens, in whatever order', () => {
  it('no stale answer wins, and nothing about a former requester is written', () => {
    const seen = { written: 0, stale: 0 };
    fc.assert(
      fc.property(moves, (sequence) => {
        const world = aWorld();
        sequence.forEach(world.move);
        world.settle();
        seen.written += world.state().inserted.length;
        seen.stale += sequence.filter(({ kind }) => kind === 'repeat').length;
      }),
      sequences,
    );
    // The steps themselves are checked: this says that there were such steps.
    expect(seen.written).toBeGreaterThan(sequences.numRuns / 50);
    expect(seen.stale).toBeGreaterThan(sequences.numRuns / 10);
  });

  it('no event is lost: the last requester and the last look count, once all is answered', () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const world = aWorld();
        sequence.forEach(world.move);
        world.settle();
        const state = world.state();
        if (state.kind === 'zendesk-failed') world.happen({ kind: 'refresh' });
        world.settle();
        const now = world.state() as Ready;
        expect(now.kind).toBe('ready');
        expect(now.ticket.requester?.id).toBe(world.requester().id);
        expect(now.requesterInDoubt).toBe(false);
        const looks = sequence.flatMap((move) =>
          move.kind === 'happen' && move.happening.kind === 'visibility'
            ? [move.happening.change]
            : [],
        );
        const last = Object.assign(
          { inFront: true, unfolded: true },
          ...looks,
        ) as Ready['visibility'];
        expect(isVisible(now.visibility)).toBe(last.inFront && last.unfolded !== false);
        expect(now.stage.kind === 'unseen' && isVisible(now.visibility)).toBe(false);
      }),
      sequences,
    );
  });

  it('what may be in the composer is known until it is surely not, and found again where it comes back', () => {
    const seen = { maybe: 0, gone: 0, composer: 0, sent: 0 };
    fc.assert(
      fc.property(moves, someReaders, (sequence, who) => {
        const world = settledWorld();
        world.press('reply', 0, true);
        sequence.forEach((move) => {
          world.move(move);
          // At every step it is checked that nothing is forgotten.
          world.state().inserted.forEach(({ where }) => {
            seen[where] += 1;
          });
        });
        // Whoever saves now is asked about it, and whatever stands there is found.
        world.move({ kind: 'readers', who });
        world.save();
        world.settle();
        world.happen({ kind: 'submitted' });
        world.settle();
        expect(world.state().inserted.filter(({ where }) => where !== 'gone')).toEqual([]);
        seen.sent += world.state().inserted.filter(({ sent }) => sent).length;
        world.move({ kind: 'edit', which: 0, back: true });
        world.settle();
        // As long as Zendesk may take to empty the composer, nobody can tell.
        world.wait(30_000);
        world.happen({ kind: 'draft-changed' });
        world.settle();
        const back = world.state().inserted.filter(({ where }) => where === 'composer');
        expect(back).toHaveLength(Math.min(1, world.state().inserted.length));
      }),
      sequences,
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(sequences.numRuns / 3);
  });

  it('nothing is sent that not everybody may read, but what the engineer was told of', () => {
    let held = 0;
    fc.assert(
      fc.property(moves, someReaders, someReaders, (sequence, first, then) => {
        const world = aWorld();
        sequence.forEach(world.move);
        world.settle();
        world.press('reply', 0, true);
        world.settle();
        // The rule is checked at every answer to whoever asks to save.
        for (const who of [first, then, then]) {
          world.move({ kind: 'readers', who });
          world.save();
          world.settle();
        }
        held += world.holds.length;
        expect([...world.waiting]).toEqual([]);
        const before = world.holds.length;
        world.save();
        world.settle();
        expect(world.holds).toHaveLength(before);
      }),
      sequences,
    );
    expect(held).toBeGreaterThan(sequences.numRuns / 10);
  });

  it('every press is told once what came of it, and inserting can always be tried again', () => {
    let tried = 0;
    fc.assert(
      fc.property(moves, (sequence) => {
        const world = aWorld();
        sequence.forEach(world.move);
        world.settle();
        expect(world.toldTwice).toEqual([]);
        expect([...world.waiting]).toEqual([]);

        const view = viewOf(world.state());
        if (view.kind !== 'open' || !view.replies.some(({ text }) => text.state === 'ready'))
          return;
        tried += 1;
        const before = world.state().inserted.length;
        const attempt = world.press('reply', 0, true);
        expect(world.state().writing?.attempt).toBe(attempt);
        world.settle();
        expect(world.state().inserted).toHaveLength(before + 1);
      }),
      sequences,
    );
    expect(tried).toBeGreaterThan(sequences.numRuns / 10);
  });

  it('every check of the set-up ends, what it found stands, and it can be made again', () => {
    const seen = { unsafe: 0, stopped: 0 };
    fc.assert(
      fc.property(moves, (sequence) => {
        const world = aWorld();
        sequence.forEach(world.move);
        const { now, check, unsafe } = world.state().setup;
        world.settle();
        const { setup } = world.state();
        expect(setup).toMatchObject({
          check,
          now: now.kind === 'running' ? doneCheck([swapped]) : now,
          unsafe: now.kind === 'running' ? [swapped] : unsafe,
        });
        seen.stopped += sequence.filter(
          (move) =>
            move.kind === 'happen' &&
            move.happening.kind === 'setup' &&
            move.happening.what === 'cancelled',
        ).length;
        seen.unsafe += setup.unsafe.length;
        world.happen({ kind: 'setup', what: 'asked', known: undefined });
        expect(world.state().setup).toMatchObject({
          open: true,
          now: { kind: 'running', lines: [] },
        });
      }),
      sequences,
    );
    expect(seen.unsafe).toBeGreaterThan(sequences.numRuns / 10);
    expect(seen.stopped).toBeGreaterThan(sequences.numRuns / 10);
  });
});

/** A ticket that was read, with everything answered: the verdict is "wrong site", and its reply is there. */
function settledWorld() {
  const world = aWorld();
  world.settle();
  return world;
}

const openView = (world: ReturnType<typeof aWorld>) => {
  const view = viewOf(world.state());
  if (view.kind !== 'open') throw new Error(`It is ${view.kind}.`);
  return view;
};

describe('one press', () => {
  it('while another reply goes in is refused, and is not taken for that one', () => {
    const world = settledWorld();
    const first = world.press('reply', 0, false);
    const second = world.press('all', 0, false);
    expect(world.waiting.has(second)).toBe(false);
    expect(world.state().writing?.attempt).toBe(first);
  });

  it('after the ticket was sent with the reply is free again', () => {
    const world = settledWorld();
    world.press('reply', 0, false);
    world.settle();
    expect(openView(world).replies[0]?.inserted).toMatchObject({ where: 'composer' });
    world.press('reply', 0, false);
    expect(world.state().writing).toBeUndefined();

    world.happen({ kind: 'submitted' });
    world.settle();
    expect(openView(world).replies[0]?.inserted).toMatchObject({ where: 'sent' });
    const again = world.press('reply', 0, false);
    expect(world.state().writing?.attempt).toBe(again);
  });

  it('between the word that the requester changed and who it is now writes nothing', () => {
    const world = settledWorld();
    world.happen({ kind: 'requester-changed' });
    const attempt = world.press('reply', 0, true);
    expect(world.state().writing).toBeUndefined();
    expect(world.waiting.has(attempt)).toBe(false);
  });
});

describe('a requester who changed and could not be read', () => {
  it('leaves no verdict and no note about the former one', () => {
    const world = settledWorld();
    world.happen({ kind: 'requester-changed' });
    world.move({ kind: 'answer', which: 0, how: 0 });
    expect(viewOf(world.state())).toEqual({ kind: 'zendesk-failed', failure: outage });
  });
});

describe('a reply about a former requester', () => {
  it('that stands in the composer is named, and is gone with the ticket that took it', () => {
    const world = settledWorld();
    world.press('reply', 0, false);
    world.settle();
    expect(openView(world).leftover).toBeUndefined();
    world.move({ kind: 'requester', who: 1 });
    world.settle();
    expect(openView(world).leftover).toMatchObject({ about: people[0].email });
    world.happen({ kind: 'submitted' });
    world.settle();
    expect(openView(world).leftover).toBeUndefined();
  });
});

describe('before the first reading', () => {
  it('a fold, a change of requester and a lost network are remembered', () => {
    const world = aWorld();
    world.happen({ kind: 'visibility', change: { unfolded: false } });
    world.move({ kind: 'requester', who: 2 });
    world.settle();
    expect(viewOf(world.state())).toEqual({ kind: 'starting' });
    world.happen({ kind: 'visibility', change: { unfolded: true } });
    world.settle();
    expect(openView(world).selected.address).toBe(people[2].email);
  });

  it('a change that it does not show yet is not lost: the ticket is read once more', () => {
    const world = aWorld();
    world.move({ kind: 'requester', who: 2 });
    world.happen({ kind: 'read', reading: 0, result: firstReadingOf(people[0]) });
    world.settle();
    expect(openView(world).selected.address).toBe(people[2].email);
  });
});

it('offline at opening, the ticket is read as soon as the network is back', () => {
  const world = aWorld();
  world.happen({ kind: 'network', online: false });
  world.move({ kind: 'answer', which: 0, how: 0 });
  expect(viewOf(world.state()).kind).toBe('zendesk-failed');
  world.happen({ kind: 'network', online: true });
  world.settle();
  expect(viewOf(world.state()).kind).toBe('open');
});

it('a result that a refresh could not reach anew stays as it was, and is not taken for fresh', () => {
  const world = settledWorld();
  const { investigation: before } = openView(world);
  world.happen({ kind: 'refresh' });
  // All that is under way fails, and nobody can be reached.
  for (let left = 9; left > 0; left -= 1) world.move({ kind: 'answer', which: 0, how: 0 });
  const { investigation } = openView(world);
  expect(investigation).toMatchObject({ cutOff: true, running: false });
  expect(investigation.diagnosis.verdict).toEqual(before.diagnosis.verdict);
  expect(investigation.checkedAt).toBeLessThanOrEqual(before.checkedAt ?? 0);
  world.happen({ kind: 'refresh' });
  world.settle();
  expect(openView(world).investigation).toMatchObject({ cutOff: false });
  expect(openView(world).investigation.checkedAt).toBeGreaterThan(before.checkedAt ?? 0);
});

it('who reads the reply, unknown since a refresh that reached nobody, is asked once back online', () => {
  const world = settledWorld();
  expect(openView(world).disclosure.kind).toBe('open');
  world.happen({ kind: 'network', online: false });
  world.happen({ kind: 'refresh' });
  for (let left = 9; left > 0; left -= 1) world.move({ kind: 'answer', which: 0, how: 0 });
  expect(openView(world).disclosure.kind).toBe('closed');
  world.happen({ kind: 'network', online: true });
  world.settle();
  expect(openView(world).disclosure.kind).toBe('open');
});

it('what could not be fetched, a macro included, is asked for again by Refresh', () => {
  const world = settledWorld();
  const before = openView(world).replies[0]?.text;
  world.happen({ kind: 'refresh' });
  expect(openView(world).replies[0]?.text).toEqual({ state: 'loading' });
  world.settle();
  expect(openView(world).replies[0]?.text).toEqual(before);
});
