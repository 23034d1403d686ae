import { doneCheck, healthyLines, runningCheck, swapped } from '../../fixtures/setup';
import type { Happening } from '../../src/app/events';
import type { State } from '../../src/app/state';
import { reduce } from '../../src/app/reduce';
import { firstState } from '../../src/app/opening';
import { type LoadedSetup, createSetup, setupViewOf } from '../../src/app/setup';
import { createStore } from '../../src/shared/store';
import {
  type SetupCheck,
  type SetupState,
  setupLineIds,
  unsafeFindings,
} from '../../src/setup/lines';
import { noon } from '../../fixtures/evidence';
import { outage, aWorld } from './a-world';

/** An app that has been opened, by an admin unless it is said. */
function opened({ isAdmin = true, answers = true } = {}) {
  const world = aWorld();
  world.settle();
  let state = world.state();
  if (state.kind !== 'ready') throw new Error('Zendesk did not answer.');
  state = { ...state, agent: { locale: 'en', isAdmin } };
  if (!answers && state.stage.kind === 'open') {
    const { session } = state.stage;
    const portal_log = { state: 'failed', failure: outage, askedAt: noon, at: noon } as const;
    const run = { ...session.run, evidence: { ...session.run.evidence, portal_log } };
    state = { ...state, stage: { kind: 'open', session: { ...session, run } } };
  }
  return app(state);
}

function app(first: State) {
  let state = first;
  return {
    view: () => setupViewOf(state),
    check: () => state.setup.check,
    /** What is to be done about it. */
    happen(happening: Happening) {
      const step = reduce(state, { ...happening, at: noon });
      state = step.state;
      return step.effects;
    },
    found(now: SetupState) {
      const unsafe = 'lines' in now ? unsafeFindings(now.lines) : [];
      this.happen({ kind: 'setup', what: 'changed', check: state.setup.check, now, unsafe });
    },
  };
}

/** What the next ticket begins with, in a browser tab that remembers this. */
function tab(remembered: string) {
  const written: string[] = [];
  const ports = {
    load: () => Promise.reject(new Error('Nothing is to be checked.')),
    read: () => remembered,
    write(ids: string) {
      written.push(ids);
    },
  };
  const first = firstState({ network: { isOnline: () => true }, setup: ports });
  return { ports, written, store: createStore(first, reduce, () => undefined) };
}

const working = { ...swapped, state: 'works' } as const;
const unclear = { ...swapped, state: 'unknown' } as const;

describe('whom it is for', () => {
  it('is offered to an admin while a source fails and nothing was checked yet', () => {
    const { view, happen } = opened({ answers: false });
    expect(view()).toMatchObject({ isAdmin: true, offered: true, open: false });
    happen({ kind: 'setup', what: 'pressed' });
    expect(view()).toMatchObject({ offered: false, open: true });
  });

  it.each([
    ['a source that answers', { answers: true, isAdmin: true }],
    ['an agent who is no admin', { answers: false, isAdmin: false }],
  ])('is not offered to %s', (_, how) => {
    expect(opened(how).view()).toMatchObject({ offered: false, isAdmin: how.isAdmin });
  });

  it('is offered where the settings are broken', () => {
    const { state } = aWorld();
    const agent = { locale: 'en', isAdmin: true };
    const broken = app({
      ...state(),
      kind: 'settings-broken',
      problems: [],
      agent,
      colorScheme: 'light',
    });
    expect(broken.view()).toMatchObject({ isAdmin: true, offered: true });
  });
});

describe('a press', () => {
  it('opens it, and checks with the agent’s own address where nothing was checked', () => {
    const { view, happen, check } = opened();
    expect(happen({ kind: 'setup', what: 'pressed' })).toEqual([
      { do: 'check-setup', check: check(), known: undefined },
    ]);
    expect(view()).toMatchObject({ open: true, now: { kind: 'running', lines: [] } });
  });

  it('only shows what was found before', () => {
    const it = opened();
    it.happen({ kind: 'setup', what: 'pressed' });
    it.found(doneCheck(healthyLines));
    it.happen({ kind: 'setup', what: 'closed' });
    expect(it.view().open).toBe(false);
    expect(it.happen({ kind: 'setup', what: 'pressed' })).toEqual([]);
    expect(it.view()).toMatchObject({ open: true, now: { kind: 'done', lines: healthyLines } });
  });

  it('asks again with an address that is known, but not while a check runs', () => {
    const it = opened();
    it.happen({ kind: 'setup', what: 'pressed' });
    const again = { kind: 'setup', what: 'asked', known: 'jane@example.com' } as const;
    expect(it.happen(again)).toEqual([]);
    it.found(doneCheck(healthyLines));
    expect(it.happen(again)).toEqual([
      { do: 'check-setup', check: it.check(), known: 'jane@example.com' },
    ]);
  });

  it('tries again where the code had not come', () => {
    const it = opened();
    it.happen({ kind: 'setup', what: 'pressed' });
    it.happen({
      kind: 'setup',
      what: 'changed',
      check: it.check(),
      now: { kind: 'unavailable' },
      unsafe: [],
    });
    expect(it.happen({ kind: 'setup', what: 'pressed' })).toMatchObject([{ do: 'check-setup' }]);
  });

  it('stops it, with what was found until then', () => {
    const it = opened();
    it.happen({ kind: 'setup', what: 'pressed' });
    it.found(runningCheck);
    expect(it.happen({ kind: 'setup', what: 'cancelled' })).toEqual([{ do: 'cancel-setup' }]);
    expect(it.view().now).toMatchObject({ kind: 'cancelled', lines: healthyLines.slice(0, 12) });
    expect(it.happen({ kind: 'setup', what: 'cancelled' })).toEqual([]);
  });
});

it('a report of a former check does not count', () => {
  const it = opened();
  it.happen({ kind: 'setup', what: 'pressed' });
  const former = it.check();
  it.happen({ kind: 'setup', what: 'cancelled' });
  it.happen({ kind: 'setup', what: 'asked', known: undefined });
  it.happen({
    kind: 'setup',
    what: 'changed',
    check: former,
    now: doneCheck([swapped]),
    unsafe: [swapped],
  });
  expect(it.view()).toMatchObject({ now: { kind: 'running', lines: [] }, unsafe: [] });
});

it.each<[string, readonly SetupState[], boolean]>([
  ['found', [doneCheck([swapped])], true],
  ['found, and not looked at again yet', [doneCheck([swapped]), runningCheckOf([])], true],
  ['found, and stopped before it was looked at again', [doneCheck([swapped]), stopped([])], true],
  [
    'found, and nobody could tell the next time',
    [doneCheck([swapped]), doneCheck([unclear])],
    true,
  ],
  ['found twice', [doneCheck([swapped]), doneCheck([swapped])], true],
  ['mended', [doneCheck([swapped]), doneCheck([working])], false],
  [
    'mended, as the check that still runs says',
    [doneCheck([swapped]), runningCheckOf([working])],
    false,
  ],
  [
    'found, and not asked for by the settings any more',
    [doneCheck([swapped]), doneCheck([])],
    false,
  ],
  ['never found', [doneCheck([working])], false],
])('what makes verdicts unsafe stands until it is mended: %s', (_, checks, stands) => {
  const it = opened();
  for (const now of checks) {
    it.happen({ kind: 'setup', what: 'asked', known: undefined });
    it.found(now);
  }
  expect(it.view().unsafe.map(({ id }) => id)).toEqual(stands ? ['settings-domains'] : []);
});

function runningCheckOf(lines: readonly (typeof swapped)[]): SetupState {
  return { kind: 'running', lines, asking: 'mailgun', done: 1, of: 2 };
}

function stopped(lines: readonly (typeof swapped)[]): SetupState {
  return { kind: 'cancelled', lines, at: noon };
}

it('a refresh of the ticket leaves it as it is', () => {
  const it = opened();
  it.happen({ kind: 'setup', what: 'pressed' });
  it.found(doneCheck([swapped]));
  it.happen({ kind: 'refresh' });
  expect(it.view()).toMatchObject({ open: true, now: { kind: 'done' }, unsafe: [swapped] });
});

describe('createSetup', () => {
  function aCheck() {
    const listeners = new Set<() => void>();
    const started: unknown[] = [];
    let now: SetupState = { kind: 'idle' };
    const check: SetupCheck = {
      getState: () => now,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      start: (options) => started.push(options),
      cancel: () => started.push('cancel'),
    };
    const show = (next: SetupState): void => {
      now = next;
      listeners.forEach((listener) => {
        listener();
      });
    };
    return { check, started, show, listeners };
  }

  function running(load: () => Promise<LoadedSetup>) {
    const happened: Happening[] = [];
    const { ports, store } = tab('');
    const setup = createSetup({ ...ports, load }, store, (happening) => happened.push(happening));
    return { setup, happened };
  }

  it('tells what the check finds, and what of it is unsafe', async () => {
    const { check, started, show } = aCheck();
    const { setup, happened } = running(() => Promise.resolve({ check, unsafeFindings }));

    await setup.run({ do: 'check-setup', check: 7, known: 'jane@example.com' });
    show(doneCheck([swapped, ...healthyLines]));

    expect(started).toEqual([{ known: 'jane@example.com' }]);
    expect(happened).toEqual([
      { kind: 'setup', what: 'changed', check: 7, now: check.getState(), unsafe: [swapped] },
    ]);
  });

  it('says that its code did not come', async () => {
    const { setup, happened } = running(() => Promise.reject(new Error('404')));
    await setup.run({ do: 'check-setup', check: 7, known: undefined });
    expect(happened).toEqual([
      { kind: 'setup', what: 'changed', check: 7, now: { kind: 'unavailable' }, unsafe: [] },
    ]);
  });

  it('asks nothing when it is stopped before the code has come', async () => {
    const { check, started } = aCheck();
    const { setup, happened } = running(() => Promise.resolve({ check, unsafeFindings }));
    const starting = setup.run({ do: 'check-setup', check: 7, known: undefined });
    setup.cancel();
    await starting;
    expect([started, happened]).toEqual([[], []]);
  });

  it('stops the check, and listens to it no more', async () => {
    const { check, started, listeners } = aCheck();
    const { setup } = running(() => Promise.resolve({ check, unsafeFindings }));
    await setup.run({ do: 'check-setup', check: 7, known: undefined });
    setup.cancel();
    expect(started).toEqual([{}, 'cancel']);
    expect(listeners.size).toBe(0);
  });

  it('listens once, however often it checks', async () => {
    const { check, show } = aCheck();
    const { setup, happened } = running(() => Promise.resolve({ check, unsafeFindings }));
    await setup.run({ do: 'check-setup', check: 7, known: undefined });
    await setup.run({ do: 'check-setup', check: 8, known: undefined });
    show(doneCheck([]));
    expect(happened).toMatchObject([{ check: 8 }]);
  });
});

describe('what the browser tab remembers for the next ticket', () => {
  const failing = setupLineIds.map((id) => ({ ...swapped, id }));
  const unsafeIds = unsafeFindings(failing).map(({ id }) => id);

  function inTab(remembered: string) {
    const { ports, store, written } = tab(remembered);
    createSetup(ports, store, () => undefined);
    store.dispatch({ kind: 'setup', what: 'asked', known: undefined, at: noon });
    const found = (now: SetupState) => {
      const unsafe = 'lines' in now ? unsafeFindings(now.lines) : [];
      const { check } = store.getState().setup;
      store.dispatch({ kind: 'setup', what: 'changed', check, now, unsafe, at: noon });
    };
    return { store, written, found, unsafe: () => setupViewOf(store.getState()).unsafe };
  }

  it('is which lines make verdicts unsafe, and nothing of what was found', () => {
    const { written, found } = inTab('');
    found(doneCheck(failing));
    expect(written).toEqual([unsafeIds.join(' ')]);
  });

  it('stands above the verdict of the next ticket, all of it, until a check finds it mended', () => {
    const { written, found, unsafe } = inTab(unsafeIds.join(' '));
    expect(unsafe().map(({ id, state }) => [id, state])).toEqual(
      unsafeIds.map((id) => [id, 'fails']),
    );
    found({ ...runningCheck, lines: [] });
    expect(unsafe()).toHaveLength(unsafeIds.length);
    expect(written).toEqual([]);
    found(doneCheck(failing.map((line) => ({ ...line, state: 'works' }))));
    expect(unsafe()).toEqual([]);
    expect(written).toEqual(['']);
  });

  it.each([
    '',
    ' ',
    'mailgun-key',
    '__proto__ constructor',
    '<b>settings-domains</b>',
    'x'.repeat(99),
  ])('is nothing where it is %j', (remembered) => {
    expect(inTab(remembered).unsafe()).toEqual([]);
  });

  it('is left alone once the ticket is closed', () => {
    const { store, written, found } = inTab('');
    store.close();
    found(doneCheck(failing));
    expect(written).toEqual([]);
  });
});
