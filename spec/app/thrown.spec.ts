/** @jest-environment jsdom */
import { createStore } from '../../src/shared/store';
import type { ReplyText } from '../../src/replies/suggest';
import { openApp, type AppUnderTest } from '../support/app-under-test';
import { httpAnswer, rejecting, type FakeZaf, type RequestOptions } from '../support/fake-zaf';

const boom = (): never => {
  throw new Error('boom');
};
/** Looks like an object, and throws wherever it is looked at. */
const poison: unknown = new Proxy(
  {},
  { get: boom, has: boom, ownKeys: boom, getPrototypeOf: boom, getOwnPropertyDescriptor: boom },
);
/** Resolves, and throws at the first look at what it holds. */
const poisoned = {
  resolves: {
    kind: 'resolves',
    value: {
      get errors() {
        return boom();
      },
    },
  },
} as const;

/** Lets everything come to its end. A rejection that nobody handles by then fails the test: jest sees to that. */
async function settle({ clock }: AppUnderTest): Promise<void> {
  await clock.advance(60_000);
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function firstReplyOf(bench: AppUnderTest): ReplyText {
  const [shown] = bench.open().replies;
  if (shown?.text.state !== 'ready') throw new Error('There are no words yet.');
  return shown.text.reply;
}

type Prepare = (zaf: FakeZaf) => void;

describe('whatever Zendesk’s client throws', () => {
  it.each<[string, Prepare]>([
    [
      '`get` that rejects with nothing',
      (zaf) => {
        zaf.behave('get', { kind: 'rejects', reason: undefined });
      },
    ],
    [
      '`get` that rejects with what cannot be looked at',
      (zaf) => {
        zaf.behave('get', { kind: 'rejects', reason: poison });
      },
    ],
    [
      '`get` with an answer that throws',
      (zaf) => {
        zaf.behave('get', poisoned.resolves);
      },
    ],
    [
      '`metadata` that throws at once',
      (zaf) => {
        Object.assign(zaf, { metadata: boom });
      },
    ],
    [
      '`get` that throws at once',
      (zaf) => {
        Object.assign(zaf, { get: boom });
      },
    ],
  ])('%s: the panel says that Zendesk did not answer', async (_, prepare) => {
    const bench = await openApp({}, {}, prepare);
    await settle(bench);
    expect(bench.app.getState().kind).toBe('zendesk-failed');
  });

  it.each<[string, unknown]>([
    ['throws', boom],
    ['rejects with nothing', () => rejecting(undefined)],
    ['rejects with what cannot be looked at', () => rejecting(poison)],
    [
      'throws where its status is read',
      () =>
        Promise.resolve({
          get status() {
            return boom();
          },
        }),
    ],
    [
      'throws where its headers are read',
      () => Promise.resolve({ ...httpAnswer([]), headers: poison }),
    ],
  ])('a request that %s: every check ends, and none is pending', async (_, request) => {
    const bench = await openApp({}, {}, (zaf) => {
      Object.assign(zaf, { request });
    });
    await settle(bench);
    const { evidence } = bench.open().investigation.diagnosis;
    expect([evidence.customersdot, evidence.portal_log, evidence.gitlab_log]).toEqual([
      expect.objectContaining({ state: 'failed' }),
      expect.objectContaining({ state: 'failed' }),
      expect.objectContaining({ state: 'failed' }),
    ]);
    expect(bench.open().disclosure).toMatchObject({ kind: 'closed' });
  });

  it('a press that everything fails for ends as a refusal, and the next is free', async () => {
    const bench = await openApp();
    Object.assign(bench.zaf, { get: boom });
    const reply = firstReplyOf(bench);
    for (const press of [1, 2]) {
      const inserting = bench.app.insertReply(reply, { again: false });
      await settle(bench);
      expect({ press, result: await inserting }).toMatchObject({
        result: { ok: false, failure: { kind: 'zendesk' } },
      });
    }
  });

  it('what throws after a reply was written does not hide that it is in the composer', async () => {
    const bench = await openApp();
    bench.zaf.composer.rewrite = (html) => {
      bench.zaf.setPath('ticket.collaborators', [poison]);
      return html;
    };
    const reply = firstReplyOf(bench);
    const inserting = bench.app.insertReply(reply, { again: false });
    await settle(bench);
    expect(await inserting).toMatchObject({ failure: { kind: 'readers-changed-since' } });
    expect(bench.open().replies).toMatchObject([{ inserted: { where: 'composer' } }]);
  });

  it('what throws after a note was posted does not say that it was not', async () => {
    const bench = await openApp();
    await bench.app.composeNote();
    bench.zaf.respondWith(({ type, url }: RequestOptions) =>
      type === 'PUT'
        ? httpAnswer({})
        : url.includes('comments')
          ? {
              status: 200,
              get responseText() {
                return boom();
              },
            }
          : undefined,
    );
    const posting = bench.app.postNote();
    await settle(bench);
    expect(await posting).toEqual({ ok: false, why: 'not-read-back' });
  });
});

it('an event whose data throws is an event all the same', async () => {
  const bench = await openApp();
  for (const event of ['ticket.requester.id.changed', 'colorScheme.changed', 'app.activated']) {
    bench.zaf.fire(event, poison);
  }
  await settle(bench);
  expect(bench.app.getState().kind).toBe('open');
});

describe('the store', () => {
  const effects = ['throw', 'tell'] as const;
  const counting = (run: (effect: 'throw' | 'tell') => void) =>
    createStore<number, 'add' | 'break', 'throw' | 'tell'>(
      0,
      (state, event) => (event === 'break' ? boom() : { state: state + 1, effects }),
      run,
    );

  it('does every effect and tells every listener, though one throws', () => {
    const told: string[] = [];
    const store = counting((effect) => {
      if (effect === 'throw') boom();
      told.push(effect);
    });
    store.subscribe(boom);
    store.subscribe(() => told.push('listener'));
    store.dispatch('add');
    expect(told).toEqual(['tell', 'listener']);
  });

  it('is as before where an event cannot be reduced, and takes the next', () => {
    const store = counting(() => undefined);
    expect(() => {
      store.dispatch('break');
    }).toThrow('boom');
    store.dispatch('add');
    expect(store.getState()).toBe(1);
  });

  it.each(['add', 'break'] as const)(
    'takes the events that came of one though an earlier of them throws (first: %s)',
    (first) => {
      const next: ('add' | 'break')[] = [];
      const store = createStore<number, 'add' | 'break' | 'all', 'tell'>(
        0,
        (state, event) =>
          event === 'break'
            ? boom()
            : { state: state + 1, effects: event === 'all' ? ['tell'] : [] },
        () => {
          next.forEach(store.dispatch);
        },
      );
      next.push(first, 'break', 'add');
      // It was taken itself: what came of it is not its failure.
      store.dispatch('all');
      expect(store.getState()).toBe(first === 'add' ? 3 : 2);
    },
  );
});
