/** @jest-environment jsdom */
import * as composerEffects from '../../src/app/composer-effects';
import type { Happening } from '../../src/app/events';
import * as reducer from '../../src/app/reduce';
import { createReplyTools, type ReplyTools } from '../../src/app/reply-effects';
import { defaultSettings, openApp, type AppUnderTest } from '../support/app-under-test';

jest.mock('../../src/app/reduce', () => {
  const real = jest.requireActual<typeof reducer>('../../src/app/reduce');
  return { ...real, reduce: jest.fn(real.reduce) };
});
jest.mock('../../src/app/composer-effects', () => {
  const real = jest.requireActual<typeof composerEffects>('../../src/app/composer-effects');
  return { ...real, createComposerEffects: jest.fn(real.createComposerEffects) };
});
jest.mock('../../src/app/reply-effects', () => {
  const real = jest.requireActual<{ createReplyTools: typeof createReplyTools }>(
    '../../src/app/reply-effects',
  );
  return { ...real, createReplyTools: jest.fn(real.createReplyTools) };
});

const boom = (): never => {
  throw new Error('boom');
};
const realReduce = jest.requireActual<typeof reducer>('../../src/app/reduce').reduce;
const realTools = jest.requireActual<{ createReplyTools: typeof createReplyTools }>(
  '../../src/app/reply-effects',
).createReplyTools;

afterEach(() => {
  jest.mocked(reducer.reduce).mockImplementation(realReduce);
  jest.mocked(createReplyTools).mockImplementation(realTools);
});

/** Everything that an engineer presses, one after the other; every press has to come to an end. */
async function pressEverything({ app, zaf, clock }: AppUnderTest): Promise<readonly string[]> {
  const unended: string[] = [];
  async function ends(name: string, pressed: Promise<unknown>): Promise<void> {
    unended.push(name);
    const over = () => {
      unended.splice(unended.indexOf(name), 1);
    };
    pressed.then(over, over);
    await clock.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const state = app.getState();
  const text = state.kind === 'open' ? state.replies[0]?.text : undefined;
  if (text?.state === 'ready') {
    await ends('insert', app.insertReply(text.reply, { again: true }));
    await ends('insert all', app.insertAll({ again: true }));
    await ends('apply', app.applyMacro(text.reply, { again: true }));
  }
  zaf.fire('comment.text.changed');
  await ends('save', zaf.ask('ticket.save'));
  await ends('take out', app.takeOut());
  await ends('compose', app.composeNote());
  await ends('post', app.postNote());
  return unended;
}

/** What is still said to be under way, though nothing is any more. */
function pendingIn({ app }: AppUnderTest): readonly string[] {
  const state = app.getState();
  if (state.kind !== 'open') return state.kind === 'starting' ? ['starting'] : [];
  const { evidence } = state.investigation.diagnosis;
  const lookedUp = [evidence.customersdot, evidence.portal_log, evidence.gitlab_log];
  return [
    ...lookedUp.filter((one) => one.state === 'pending').map(() => 'lookup'),
    ...state.replies.filter(({ text }) => text.state === 'loading').map(() => 'text'),
    ...(state.disclosure.kind === 'closed' && state.disclosure.why.kind === 'pending'
      ? ['readers']
      : []),
  ];
}

const everyEvent = [
  'read',
  'ticket-read',
  'readers-read',
  'requester-changed',
  'ticket-changed',
  'submitted',
  'visibility',
  'network',
  'answered',
  'text-found',
  'ticket-searched',
  'insert-pressed',
  'written',
  'draft-changed',
  'draft-read',
  'take-out-pressed',
  'taken-out',
  'save-asked',
  'save-read',
  'note-pressed',
  'note-written',
] as const satisfies readonly Happening['kind'][];

describe.each(everyEvent)('the first %s that cannot be taken', (kind) => {
  it('leaves nothing pending, and every press ends', async () => {
    let thrown = 0;
    jest.mocked(reducer.reduce).mockImplementation((state, event) => {
      if (event.kind === kind && thrown === 0) {
        thrown += 1;
        boom();
      }
      return realReduce(state, event);
    });
    const bench = await openApp();
    await bench.clock.advance(60_000);
    expect(pendingIn(bench)).toEqual([]);
    expect(await pressEverything(bench)).toEqual([]);
    bench.zaf.fire('ticket.requester.id.changed');
    bench.zaf.fire('ticket.conversation.changed');
    bench.zaf.fire('ticket.submit.done');
    bench.zaf.fire('app.deactivated');
    bench.zaf.fire('app.activated');
    bench.setOnline(false);
    bench.setOnline(true);
    await bench.clock.advance(60_000);
    expect(thrown).toBe(1);
    expect(pendingIn(bench)).toEqual([]);
    expect(await pressEverything(bench)).toEqual([]);
  });
});

/** As a call that throws at once, and as a promise that rejects. */
const failing = [
  ['throws', boom],
  ['rejects', () => Promise.reject(new Error('boom'))],
] as const;

const everyTool: readonly (readonly [string, (tools: ReplyTools, fail: () => never) => object])[] =
  [
    ['the words of a reply', (tools, fail) => ({ words: { ...tools.words, find: () => fail } })],
    ['searching the ticket', (_, fail) => ({ searchTicket: fail })],
    ['joining replies', (tools, fail) => ({ words: { ...tools.words, join: fail } })],
    ['the readers', (_, fail) => ({ completeReaders: fail })],
    ['writing', (_, fail) => ({ write: fail })],
    ['the draft', (tools, fail) => ({ composer: { ...tools.composer, readDraft: fail } })],
    ['taking out', (tools, fail) => ({ composer: { ...tools.composer, takeOut: fail } })],
    ['the readers at saving', (_, fail) => ({ readReaders: fail })],
    ['the words of a hold', (_, fail) => ({ holdWords: fail })],
    ['composing a note', (tools, fail) => ({ notes: { ...tools.notes, compose: fail } })],
    ['posting a note', (tools, fail) => ({ notes: { ...tools.notes, post: fail } })],
  ];

describe.each(everyTool)('%s', (_, broken) => {
  it.each(failing)('that %s leaves nothing pending, and every press ends', async (__, fail) => {
    jest.mocked(createReplyTools).mockImplementation((...ports) => {
      const tools = realTools(...ports);
      return { ...tools, ...broken(tools, fail as () => never) };
    });
    const bench = await openApp();
    await bench.clock.advance(60_000);
    expect(pendingIn(bench)).toEqual([]);
    expect(await pressEverything(bench)).toEqual([]);
  });
});

it.each(failing)('a search that %s leaves the ticket to the engineer', async (_, fail) => {
  jest.mocked(createReplyTools).mockImplementation((...ports) => ({
    ...realTools(...ports),
    searchTicket: fail,
  }));
  const { app } = await openApp({ settings: { ...defaultSettings, auto_run_words: 'reset' } });
  expect(app.getState().kind).toBe('not-of-interest');
});

describe.each(['metadata', 'get', 'set', 'invoke', 'request', 'on', 'off'])(
  '`%s` of Zendesk',
  (call) => {
    it.each(failing)('that %s from some moment on leaves nothing pending', async (__, fail) => {
      const bench = await openApp();
      await bench.clock.advance(60_000);
      Object.assign(bench.zaf, { [call]: fail });
      expect(await pressEverything(bench)).toEqual([]);
      bench.app.refresh();
      bench.zaf.fire('ticket.requester.id.changed');
      await bench.clock.advance(60_000);
      expect(pendingIn(bench)).toEqual([]);
      expect(await pressEverything(bench)).toEqual([]);
    });
  },
);

it('what was written is known though the event of it cannot be taken with what comes of it', async () => {
  let thrown = 0;
  jest.mocked(reducer.reduce).mockImplementation((state, event) => {
    if (event.kind === 'written' && thrown === 0) {
      thrown += 1;
      boom();
    }
    return realReduce(state, event);
  });
  const { app, clock, open } = await openApp();
  await clock.advance(60_000);
  const [first] = open().replies;
  if (first?.text.state !== 'ready') throw new Error('There are no words yet.');
  const inserting = app.insertReply(first.text.reply, { again: false });
  await clock.advance(60_000);
  expect(await inserting).toMatchObject({ ok: true });
  expect(thrown).toBe(1);
  expect(open().replies).toMatchObject([{ inserted: { where: 'composer', canTakeOut: true } }]);
});

it('where what watches the composer cannot be had nothing is inserted, and a ticket is saved', async () => {
  // At the start, for the words, and for the press.
  for (let time = 0; time < 3; time += 1) {
    jest.mocked(composerEffects.createComposerEffects).mockImplementationOnce(boom);
  }
  const bench = await openApp();
  const { app, clock, open, zaf } = bench;
  await clock.advance(60_000);
  expect(await zaf.ask('ticket.save')).toEqual([]);
  const [first] = open().replies;
  if (first?.text.state !== 'ready') throw new Error('There are no words yet.');
  const { reply } = first.text;
  expect(await app.insertReply(reply, { again: false })).toMatchObject({
    ok: false,
    failure: { kind: 'zendesk' },
  });
  expect(zaf.composer.draft).toBe('');
  // It is had at the next press: then it watches.
  const inserting = app.insertReply(reply, { again: false });
  await clock.advance(5_000);
  expect(await inserting).toMatchObject({ ok: true });
  expect(await zaf.ask('ticket.save')).toHaveLength(1);
});

it('a ticket is held in plain words where those of the agent’s language cannot be made', async () => {
  jest.mocked(createReplyTools).mockImplementation((...ports) => ({
    ...realTools(...ports),
    holdWords: boom,
  }));
  const { app, clock, open, zaf } = await openApp();
  await clock.advance(60_000);
  const [first] = open().replies;
  if (first?.text.state !== 'ready') throw new Error('There are no words yet.');
  const inserting = app.insertReply(first.text.reply, { again: false });
  await clock.advance(5_000);
  expect(await inserting).toMatchObject({ ok: true });
  const mallory = { id: 31, name: 'Mal Ory', email: 'mal.ory@example.net', role: 'end-user' };
  zaf.setPath('ticket.collaborators', [mallory]);
  const saving = zaf.ask('ticket.save');
  await clock.advance(2_500);
  expect(await saving).toEqual([expect.stringContaining('Submit again to send it')]);
});
