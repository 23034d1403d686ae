/** @jest-environment jsdom */
import type { StrangersRefusal } from '../../src/app/panel-contract';
import type { Stranger } from '../../src/replies/may-disclose';
import { openApp, type AppUnderTest } from '../support/app-under-test';
import { httpAnswer, ticketPaths, type FakeZafOptions } from '../support/fake-zaf';

/** A reply stands in the composer, and the engineer submits. Who may read it is asked in that moment. */

const requester = ticketPaths['ticket.requester'] as Record<string, unknown>;
const verified = { id: 1, type: 'email', value: 'jane.doe@example.com', verified: true };
const mallory = { id: 31, name: 'Mal Ory', email: 'mal.ory@example.net', role: 'end-user' };
const eve = { id: 32, name: 'Eve', email: 'eve@example.net', role: 'end-user' };
const person = ({ id, name, email }: typeof mallory): Stranger => ({
  kind: 'person',
  id,
  name,
  address: email,
});

async function withReply(options: FakeZafOptions = {}, strangers: readonly Stranger[] = []) {
  const bench = await openApp(options);
  const [first] = bench.open().replies;
  if (first?.text.state !== 'ready') throw new Error('There are no words yet.');
  const { reply } = first.text;
  const insert = async (confirmed?: StrangersRefusal) => {
    const inserting = bench.app.insertReply(reply, { again: false, confirmed });
    await bench.clock.advance(5_000);
    return inserting;
  };
  const refused = strangers.length === 0 ? undefined : await insert();
  const failure = (refused as never as { failure?: StrangersRefusal } | undefined)?.failure;
  const nobody = { kind: 'strangers', people: [] };
  expect(failure ?? nobody).toMatchObject({ kind: 'strangers', people: strangers });
  expect(await insert(failure)).toMatchObject({ ok: true });
  return { ...bench, name: first.suggestion.name, submit: () => submit(bench) };
}

/** What Zendesk is told: `true`, or the words with which the ticket is not saved. */
async function submit({ zaf, clock }: AppUnderTest, afterMs = 100): Promise<unknown> {
  const asked = zaf.ask('ticket.save');
  await clock.advance(afterMs);
  return (await asked)[0];
}

const shares = { id: 5, name: 'Example Org', sharedTickets: true };
const added = [verified, { ...verified, id: 2, value: 'added@example.net', verified: false }];

describe('since it was inserted', () => {
  it.each<[string, string, unknown, RegExp]>([
    [
      'somebody came into copy',
      'ticket.collaborators',
      [mallory],
      /Mal Ory \(mal\.ory@example\.net\)/,
    ],
    [
      'somebody without an address came into copy',
      'ticket.collaborators',
      [{ id: 33, name: 'Nobody' }],
      /Nobody \(address not known\)/,
    ],
    ['the organisation began to share', 'ticket.organization', shares, /organization Example Org/],
    [
      'another Zendesk came to share it',
      'ticket.sharedWith',
      { id: 9, name: 'Partner' },
      /the agents of Partner/,
    ],
    [
      'it became a chat',
      'ticket.editor.targetChannel',
      { name: 'whatsapp', sessionBased: true },
      /does not go out by email/,
    ],
    [
      'an address was added that nobody verified',
      'ticket.requester',
      { ...requester, identities: added },
      /[Nn]ot verified/,
    ],
    [
      'the ticket became somebody else’s',
      'ticket.requester',
      { ...requester, id: 99, email: 'john.roe@example.com', identities: [] },
      /the requester is somebody else now/,
    ],
    [
      'the requester was changed and saved on another screen',
      'saved.requester',
      99,
      /saved with another requester than this page shows/,
    ],
    [
      'nobody knows any more who is in copy',
      'ticket.collaborators',
      null,
      /did not say who is in CC/,
    ],
  ])(
    '%s: it is held once, with the reason; then the engineer decides',
    async (_, path, value, why) => {
      const { zaf, submit } = await withReply();
      // No event tells of it.
      zaf.setPath(path, value);
      const held = await submit();
      expect(held).toMatch(why);
      expect(held).toMatch(/jane\.doe@example\.com/);
      expect(held).toMatch(/submit again/);
      expect(await submit()).toBe(true);
    },
  );

  it('nothing changed: it is saved', async () => {
    expect(await (await withReply()).submit()).toBe(true);
  });

  it.each<[string, string, unknown, unknown]>([
    ['in copy', 'ticket.collaborators', [{ id: 33 }], [{ id: 34 }]],
    ['by an agreement', 'ticket.sharedWith', { id: 3 }, { id: 4 }],
  ])('somebody without a name %s is another one now: it is held', async (_, path, one, other) => {
    const bench = await openApp({ paths: { [path]: one } });
    const { disclosure } = bench.open();
    if (disclosure.kind !== 'strangers') throw new Error(disclosure.kind);
    const { zaf, submit } = await withReply({ paths: { [path]: one } }, disclosure.people);
    expect(await submit()).toBe(true);
    zaf.setPath(path, other);
    expect(await submit()).toMatch(/\(number (34|4)\)/);
  });

  it('somebody was taken out of copy: it is saved', async () => {
    const paths = { 'ticket.collaborators': [mallory, eve] };
    const { zaf, submit } = await withReply({ paths }, [person(mallory), person(eve)]);
    zaf.setPath('ticket.collaborators', [eve]);
    expect(await submit()).toBe(true);
  });

  it('the saved requester is again another one: it is held again', async () => {
    const { zaf, submit } = await withReply();
    zaf.setPath('saved.requester', 99);
    expect(await submit()).toMatch(/saved with another requester/);
    zaf.setPath('saved.requester', 98);
    expect(await submit()).toMatch(/saved with another requester/);
    expect(await submit()).toBe(true);
  });

  it('the panel then shows for what it was held', async () => {
    const { zaf, clock, submit, open } = await withReply();
    zaf.setPath('ticket.collaborators', [mallory]);
    await submit();
    await clock.advance(1_000);
    expect(open().disclosure).toEqual({ kind: 'strangers', people: [person(mallory)] });
  });
});

describe('strangers', () => {
  it('who were named and confirmed before inserting do not hold it', async () => {
    const paths = { 'ticket.collaborators': [mallory] };
    const { submit } = await withReply({ paths }, [person(mallory)]);
    expect(await submit()).toBe(true);
  });

  it('who came since are named without those who were confirmed', async () => {
    const paths = { 'ticket.collaborators': [mallory] };
    const { zaf, submit } = await withReply({ paths }, [person(mallory)]);
    zaf.setPath('ticket.collaborators', [mallory, eve]);
    const held = await submit();
    expect(held).toMatch(/Eve/);
    expect(held).not.toMatch(/Mal Ory/);
    expect(await submit()).toBe(true);
  });

  it('who come after a word for others hold it again', async () => {
    const { zaf, submit } = await withReply();
    zaf.setPath('ticket.collaborators', [mallory]);
    expect(await submit()).toMatch(/Mal Ory/);
    zaf.setPath('ticket.collaborators', [mallory, eve]);
    expect(await submit()).toMatch(/Eve/);
    expect(await submit()).toBe(true);
  });

  it('who come to a ticket that was held for another requester hold it again', async () => {
    const { zaf, submit } = await withReply();
    const joe = { ...requester, id: 99, email: 'john.roe@example.com', identities: [] };
    zaf.setPath('ticket.requester', joe);
    expect(await submit()).toMatch(/the requester is somebody else now/);
    zaf.setPath('ticket.collaborators', [mallory]);
    expect(await submit()).toMatch(/Mal Ory/);
    zaf.setPath('ticket.requester', { ...joe, id: 98 });
    expect(await submit()).toMatch(/the requester is somebody else now/);
    expect(await submit()).toBe(true);
  });

  it('who come to a ticket that was held for its channel hold it again, and so does another channel', async () => {
    const { zaf, submit } = await withReply();
    zaf.setPath('ticket.editor.targetChannel', { name: 'whatsapp', sessionBased: true });
    expect(await submit()).toMatch(/does not go out by email/);
    zaf.setPath('ticket.collaborators', [mallory]);
    expect(await submit()).toMatch(/Mal Ory/);
    zaf.setPath('ticket.editor.targetChannel', { name: 'facebook', sessionBased: true });
    expect(await submit()).toMatch(/does not go out by email/);
    expect(await submit()).toBe(true);
  });

  it('of the same name and another address are others', async () => {
    const paths = { 'ticket.collaborators': [mallory] };
    const { zaf, submit } = await withReply({ paths }, [person(mallory)]);
    zaf.setPath('ticket.collaborators', [{ ...mallory, email: 'mal.ory@example.org' }]);
    expect(await submit()).toMatch(/mal\.ory@example\.org/);
  });
});

it('a name of a stranger makes no markup of what Zendesk shows', async () => {
  const { zaf, submit } = await withReply();
  const name = '<img src=x onerror=alert(1)>';
  zaf.setPath('ticket.collaborators', [{ ...mallory, name }]);
  const held = await submit();
  expect(held).toMatch(/‹img src=x onerror=alert 1 ›/);
  expect(held).not.toMatch(/[<>]/);
});

describe('where Zendesk does not say who reads', () => {
  it('by an error, it is held once', async () => {
    const { zaf, submit } = await withReply();
    zaf.respondWith(() => ({ status: 500, responseText: '', statusText: 'error' }));
    expect(await submit()).toMatch(/did not say which addresses/);
    expect(await submit()).toBe(true);
  });

  it('in time, it is held once, and the late answer changes nothing', async () => {
    const bench = await withReply();
    let answer: (value: unknown) => void = () => undefined;
    bench.zaf.respondWith(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    expect(await submit(bench, 2_500)).toMatch(/did not say once more who reads it/);
    answer(httpAnswer({}));
    expect(await submit(bench, 2_500)).toBe(true);
  });

  it('once it was known meanwhile, it is held again', async () => {
    const bench = await withReply();
    bench.zaf.behave('get', { kind: 'rejects', reason: new Error('no') });
    expect(await submit(bench, 2_500)).toMatch(/did not say once more who reads it/);
    bench.zaf.behave('get', { kind: 'normal' });
    expect(await submit(bench, 2_500)).toBe(true);
    bench.zaf.fire('ticket.submit.fail');
    bench.zaf.behave('get', { kind: 'rejects', reason: new Error('no') });
    expect(await submit(bench, 2_500)).toMatch(/did not say once more who reads it/);
  });
});

describe('the neutral reply that asks for proof', () => {
  const neutral = () =>
    withReply({ paths: { 'ticket.requester': { ...requester, identities: added } } });

  it.each<[string, string, unknown]>([
    ['a chat', 'ticket.editor.targetChannel', { name: 'whatsapp', sessionBased: true }],
    ['a public wall', 'ticket.editor.targetChannel', { name: 'facebook' }],
    ['a channel that nobody names', 'ticket.editor.targetChannel', {}],
    ['one whose readers nobody knows', 'ticket.collaborators', null],
  ])('is held once where the ticket became %s', async (_, path, value) => {
    const { zaf, name, submit } = await neutral();
    expect(name).toBe('verify_ownership');
    zaf.setPath(path, value);
    const held = await submit();
    expect(held).toMatch(/asks for proof, such as an invoice, and others may read the answer here/);
    expect(held).toMatch(/submit again/);
    expect(await submit()).toBe(true);
  });

  it('goes out by mail, whoever came into copy', async () => {
    const { zaf, submit } = await neutral();
    zaf.setPath('ticket.collaborators', [mallory]);
    expect(await submit()).toBe(true);
  });

  it('is held once where nobody says who reads it', async () => {
    const bench = await neutral();
    bench.zaf.behave('get', { kind: 'rejects', reason: new Error('no') });
    expect(await submit(bench, 2_500)).toMatch(/did not say once more who reads it/);
    expect(await submit(bench, 2_500)).toBe(true);
  });
});

describe('a reply that the result does not call for any more', () => {
  it('is held once; then the engineer decides', async () => {
    const bench = await withReply();
    bench.services.portalResets = 1;
    bench.app.refresh();
    await bench.clock.advance(60_000);
    expect(bench.open().replies.map(({ suggestion }) => suggestion.name)).not.toContain(bench.name);
    expect(bench.open().leftover).toMatchObject({ isFormer: true });
    expect(await bench.submit()).toMatch(
      /not one that is suggested now.+submit again to send it all the same/,
    );
    expect(await bench.submit()).toBe(true);
  });

  it('nor where nothing is settled any more', async () => {
    const bench = await withReply();
    bench.services.portalResets = 'silent';
    bench.app.refresh();
    await bench.clock.advance(60_000);
    expect(bench.open().investigation.diagnosis.verdict.kind).toBe('open');
    expect(bench.open().leftover).toMatchObject({ isFormer: true });
    expect(await bench.submit()).toMatch(/not one that is suggested now/);
    expect(await bench.submit()).toBe(true);
  });

  it('goes out as it is while the same answers are only asked for again', async () => {
    const bench = await withReply();
    bench.app.refresh();
    expect(await bench.submit()).toBe(true);
  });
});

describe('a composer that was set to an internal note meanwhile', () => {
  const asNote = async () => {
    const bench = await withReply();
    bench.zaf.setPath('comment.type', 'internalNote');
    bench.zaf.fire('comment.type.changed', 'internalNote');
    await bench.clock.advance(5_000);
    return bench;
  };

  it('is held once, since the customer would not get the reply', async () => {
    const { zaf, submit } = await asNote();
    zaf.setPath('ticket.collaborators', [mallory]);
    const held = await submit();
    expect(held).toMatch(/set to an internal note: the customer would not get it/);
    // Nobody in copy reads a note.
    expect(held).not.toMatch(/Mal Ory/);
    expect(await submit()).toBe(true);
  });

  it('is not said to have been sent, and the reply can be inserted again', async () => {
    const { app, zaf, clock, open, name, submit } = await asNote();
    await submit();
    await submit();
    zaf.composer.draft = '';
    zaf.fire('ticket.submit.done');
    await clock.advance(60_000);
    const [reply] = open().replies;
    expect(reply?.suggestion.name).toBe(name);
    expect(reply?.inserted).toBeUndefined();
    expect((await app.composeNote())?.text).not.toMatch(/Reply sent/);
  });

  it('goes out as a reply once it is one again', async () => {
    const { zaf, clock, open, submit } = await asNote();
    zaf.setPath('comment.type', 'publicReply');
    zaf.fire('comment.type.changed', 'publicReply');
    await clock.advance(5_000);
    expect(await submit()).toBe(true);
    zaf.composer.draft = '';
    zaf.fire('ticket.submit.done');
    await clock.advance(60_000);
    expect(open().replies[0]?.inserted).toMatchObject({ where: 'sent' });
  });
});

describe('nobody is kept waiting', () => {
  it('where nothing of ours is in the composer: nothing is asked', async () => {
    const bench = await openApp({ draft: '<p>Hi</p>' });
    await bench.clock.advance(5_000);
    bench.zaf.setPath('ticket.collaborators', [mallory]);
    const before = bench.zaf.calls.length;
    expect(await submit(bench, 0)).toBe(true);
    expect(bench.zaf.calls).toHaveLength(before);
  });

  it('where the reply tells nobody anything and asks for nothing', async () => {
    const { zaf, name, submit } = await withReply({ channel: 'whatsapp' });
    expect(name).toBe('verify_ownership');
    zaf.setPath('ticket.collaborators', [mallory]);
    expect(await submit()).toBe(true);
    zaf.setPath('ticket.editor.targetChannel', { name: 'facebook' });
    expect(await submit()).toBe(true);
  });
});
