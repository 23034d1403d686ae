/** @jest-environment jsdom */
import type { StrangersRefusal } from '../../src/app/panel-contract';
import type { ReplyText } from '../../src/replies/suggest';
import type { Told } from '../../src/zendesk/internal-note';
import { openApp, type AppUnderTest } from '../support/app-under-test';
import { httpError, rejecting, ticketPaths, type FakeZafOptions } from '../support/fake-zaf';

const requester = ticketPaths['ticket.requester'] as Record<string, unknown>;
const verified = { id: 1, type: 'email', value: 'jane.doe@example.com', verified: true };
const mallory = { id: 31, name: 'Mal Ory', email: 'mal.ory@example.net', role: 'end-user' };
const malloryReads = { kind: 'person', id: 31, name: 'Mal Ory', address: 'mal.ory@example.net' };

const withIdentities = (...identities: readonly object[]): FakeZafOptions => ({
  paths: { 'ticket.requester': { ...requester, identities } },
});

const offered = ({ open }: AppUnderTest): readonly string[] =>
  open().replies.map(({ suggestion }) => suggestion.name);

function replyOf({ open }: AppUnderTest): ReplyText {
  const [shown] = open().replies;
  if (shown?.text.state !== 'ready') throw new Error('There are no words yet.');
  return shown.text.reply;
}

/** Presses, and lets everything come to its end. */
async function insert(
  bench: AppUnderTest,
  options: Parameters<AppUnderTest['app']['insertReply']>[1] = { again: false },
) {
  const inserting = bench.app.insertReply(replyOf(bench), options);
  await bench.clock.advance(5_000);
  return inserting;
}

/** The refusal that names these strangers. */
async function refusedFor(
  bench: AppUnderTest,
  people: readonly object[],
): Promise<StrangersRefusal> {
  const refused = await insert(bench);
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'strangers', people } });
  return (refused as { failure: StrangersRefusal }).failure;
}

describe('an attack on the readers of a reply', () => {
  it.each<[string, FakeZafOptions, object]>([
    [
      'a second address that nobody verified',
      withIdentities(verified, { ...verified, value: 'added@example.net', verified: false }),
      { kind: 'others-unverified', addresses: ['added@example.net'] },
    ],
    [
      'a second address that an agent marked as verified',
      withIdentities(verified, {
        ...verified,
        value: 'added@example.net',
        verification_method: 'low',
      }),
      { kind: 'others-unverified', addresses: ['added@example.net'] },
    ],
    [
      'a primary address that nobody verified, beside one that is',
      withIdentities(
        { ...verified, verified: false },
        { ...verified, value: 'second@example.net' },
      ),
      { kind: 'unverified' },
    ],
    ['a chat', { channel: 'native_messaging' }, { kind: 'channel' }],
    ['a public wall', { commentType: 'facebookWallReply' }, { kind: 'channel' }],
    ['a text message', { channel: 'sms' }, { kind: 'channel' }],
    [
      'a mail channel that is a session',
      { paths: { 'ticket.editor.targetChannel': { name: 'email', sessionBased: true } } },
      { kind: 'channel' },
    ],
    [
      'a requester who was changed and saved on another screen',
      { paths: { 'saved.requester': 99 } },
      { kind: 'another-requester' },
    ],
    ['copies that nobody can see', { paths: { 'ticket.collaborators': null } }, { what: 'copies' }],
  ])('gets the neutral reply only: %s', async (_, options, why) => {
    const bench = await openApp(options);
    expect(bench.open().disclosure).toMatchObject({ kind: 'closed', why });
    expect(offered(bench)).toEqual(['verify_ownership']);
    await insert(bench);
    expect(bench.zaf.composer.draft).not.toMatch(/password|reset|reseller/i);
  });

  it('opens for one address that nobody verified: the reply goes nowhere else', async () => {
    const bench = await openApp(withIdentities({ ...verified, verified: false }));
    expect(bench.open().disclosure).toEqual({ kind: 'open' });
    expect(offered(bench)).toEqual(['wrong_site_reset']);
  });

  it('a forged sender with the attacker in copy: not without a press that names them', async () => {
    const bench = await openApp({
      paths: {
        'ticket.requester': { ...requester, identities: [{ ...verified, verified: false }] },
        'ticket.collaborators': [mallory],
      },
    });
    const confirmed = await refusedFor(bench, [malloryReads]);
    expect(bench.zaf.composer.draft).toBe('');
    expect(await insert(bench, { again: false, confirmed })).toMatchObject({ ok: true });
  });

  it('a word for one stranger is none for the next', async () => {
    const other = { ...mallory, id: 32, email: 'eve@example.net' };
    const bench = await openApp({ paths: { 'ticket.collaborators': [other] } });
    const eveReads = { ...malloryReads, id: 32, address: 'eve@example.net' };
    const confirmed = await refusedFor(bench, [eveReads]);
    bench.zaf.setPath('ticket.collaborators', [mallory]);
    bench.zaf.fire('ticket.collaborators.changed');
    await bench.clock.advance(1_000);
    expect(await insert(bench, { again: false, confirmed })).toMatchObject({
      failure: { kind: 'strangers', people: [malloryReads] },
    });
    expect(bench.zaf.composer.draft).toBe('');
  });

  it('a word for a reply about one address is none about another, nor for another way', async () => {
    const second = { ...verified, id: 2, value: 'jane@example.net' };
    const paths = {
      'ticket.requester': { ...requester, identities: [verified, second] },
      'ticket.collaborators': [mallory],
    };
    // The same reply about both.
    const bench = await openApp({ paths }, { account: [] });
    expect(offered(bench)).toEqual(['no_account']);
    const confirmed = await refusedFor(bench, [malloryReads]);
    const all = bench.app.insertAll({ again: false, confirmed });
    await bench.clock.advance(5_000);
    expect(await all).toMatchObject({ failure: { kind: 'strangers' } });

    bench.app.selectAddress('jane@example.net');
    await bench.clock.advance(60_000);
    expect(bench.open().selected.address).toBe('jane@example.net');
    expect(offered(bench)).toEqual(['no_account']);
    expect(await insert(bench, { again: false, confirmed })).toMatchObject({
      failure: { kind: 'strangers', people: [malloryReads] },
    });
    expect(bench.zaf.composer.draft).toBe('');
  });

  it('is copied only after a press that names them, too', async () => {
    const bench = await openApp({ paths: { 'ticket.collaborators': [mallory] } });
    const reply = replyOf(bench);
    const forInserting = await refusedFor(bench, [malloryReads]);
    const refused = await bench.app.copyReply(reply, { confirmed: forInserting });
    expect(refused).toMatchObject({ ok: false, failure: { people: [malloryReads] } });
    expect(bench.copied).toEqual([]);
    const confirmed = (refused as { failure: StrangersRefusal }).failure;
    expect(await bench.app.copyReply(reply, { confirmed })).toEqual({
      ok: true,
      value: { allowed: true },
    });
    expect(bench.copied).toEqual([reply.text]);
  });
});

it('a word for somebody without a name is none for the next without one', async () => {
  const bench = await openApp({ paths: { 'ticket.collaborators': [{ id: 33 }] } });
  const nobody = { kind: 'person', id: 33, name: undefined, address: undefined } as const;
  const told = { again: false, confirmed: await refusedFor(bench, [nobody]) };
  expect(bench.open().disclosure).toEqual({ kind: 'strangers', people: [nobody] });
  bench.zaf.setPath('ticket.collaborators', [{ id: 34 }]);
  expect(await insert(bench, told)).toMatchObject({ failure: { parts: ['copies'] } });
  expect(await insert(bench, told)).toMatchObject({
    failure: { kind: 'strangers', people: [{ ...nobody, id: 34 }] },
  });
  expect(bench.zaf.composer.draft).toBe('');
});

describe('between the verdict and the press', () => {
  it.each<[string, string, unknown, readonly string[]]>([
    ['somebody comes in copy', 'ticket.collaborators', [mallory], ['copies']],
    [
      'an address is added',
      'ticket.requester',
      { ...requester, identities: [verified, { ...verified, value: 'a@example.net' }] },
      ['identities'],
    ],
    [
      'it turns into another person’s ticket',
      'ticket.requester',
      { ...requester, id: 99, email: 'john.roe@example.com', identities: [] },
      ['requester', 'saved_requester', 'identities'],
    ],
    [
      'the channel becomes a chat',
      'ticket.editor.targetChannel',
      { name: 'whatsapp', sessionBased: true },
      ['channel'],
    ],
    [
      'it is saved with another requester on another screen',
      'saved.requester',
      99,
      ['saved_requester'],
    ],
    [
      'the organisation begins to share',
      'ticket.organization',
      { id: 5, name: 'Example Org', sharedTickets: true },
      ['audiences'],
    ],
  ])(
    '%s: nothing is copied or written, and what changed is said',
    async (_, path, value, parts) => {
      const bench = await openApp();
      // No event tells of it.
      bench.zaf.setPath(path, value);
      const refused = { ok: false, failure: { kind: 'readers-changed', parts } };
      expect(await bench.app.copyReply(replyOf(bench), {})).toEqual(refused);
      expect(bench.copied).toEqual([]);

      expect(await insert(bench)).toEqual(refused);
      expect(bench.zaf.composer.draft).toBe('');
      expect(bench.zaf.invoked('ticket.editor.insert')).toEqual([]);
    },
  );

  it('nothing is copied while Zendesk does not answer, nor where the reply is not offered any more by then', async () => {
    const bench = await openApp();
    const reply = replyOf(bench);
    bench.zaf.behave('get', { kind: 'silent' });
    const copying = bench.app.copyReply(reply, {});
    await bench.clock.advance(60_000);
    expect(await copying).toMatchObject({ failure: { kind: 'zendesk' } });

    bench.zaf.behave('get', { kind: 'normal' });
    const meanwhile = bench.app.copyReply(reply, {});
    bench.app.chooseReplyLanguage('de');
    expect(await meanwhile).toMatchObject({ failure: { kind: 'not-suggested' } });
    expect(bench.copied).toEqual([]);
  });

  it('what is not copied for whoever came is shown with them', async () => {
    const bench = await openApp();
    bench.zaf.setPath('ticket.collaborators', [mallory]);
    await bench.app.copyReply(replyOf(bench), {});
    await bench.clock.advance(5_000);
    expect(bench.open().disclosure).toEqual({ kind: 'strangers', people: [malloryReads] });
  });

  it('judges anew by what it has read', async () => {
    const bench = await openApp();
    bench.zaf.setPath('ticket.collaborators', [mallory]);
    await insert(bench);
    expect(bench.open().disclosure).toEqual({ kind: 'strangers', people: [malloryReads] });
    expect(await insert(bench)).toMatchObject({ failure: { kind: 'strangers' } });
  });

  it('writes nothing while Zendesk does not say who reads', async () => {
    const bench = await openApp();
    bench.zaf.respondWith(() => ({ status: 500, responseText: '', statusText: 'error' }));
    expect(await insert(bench)).toMatchObject({
      failure: {
        kind: 'readers-changed',
        parts: ['saved_requester', 'identities', 'copies', 'audiences'],
      },
    });
    expect(bench.zaf.composer.draft).toBe('');
    expect(offered(bench)).toEqual(['verify_ownership']);
  });

  it('all at once and the whole macro are held back as well', async () => {
    const macro = '<p>From the macro</p>';
    const path = 'requirement:portal_sign_in_wrong_site_reset';
    const bench = await openApp(
      { macros: { 5: macro }, paths: { [path]: { requirement_id: 5 } } },
      { macro },
    );
    const reply = replyOf(bench);
    expect(reply.origin).toMatchObject({ kind: 'macro', macroId: 5 });
    bench.zaf.setPath('ticket.collaborators', [mallory]);
    const whole = bench.app.applyMacro(reply, { again: false });
    await bench.clock.advance(5_000);
    expect(await whole).toMatchObject({ failure: { kind: 'readers-changed', parts: ['copies'] } });

    bench.zaf.setPath('ticket.collaborators', [{ ...mallory, id: 33 }]);
    const first = bench.app.insertAll({ again: false });
    await bench.clock.advance(5_000);
    const confirmed = ((await first) as { failure: StrangersRefusal }).failure;
    const all = bench.app.insertAll({ again: false, confirmed });
    await bench.clock.advance(5_000);
    expect(await all).toMatchObject({ failure: { kind: 'readers-changed', parts: ['copies'] } });
    expect(bench.zaf.composer.draft).toBe('');
    expect(bench.zaf.invoked('macro')).toEqual([]);
  });

  it('a macro that brings somebody into copy is told of', async () => {
    const macro = '<p>From the macro</p>';
    const path = 'requirement:portal_sign_in_wrong_site_reset';
    const bench = await openApp(
      { macros: { 5: macro }, paths: { [path]: { requirement_id: 5 } } },
      { macro },
    );
    const usual = bench.zaf.composer.invoke;
    bench.zaf.composer.invoke = (action, args) => {
      if (action === 'macro') bench.zaf.setPath('ticket.collaborators', [mallory]);
      return usual(action, args);
    };
    const whole = bench.app.applyMacro(replyOf(bench), { again: false });
    await bench.clock.advance(5_000);
    expect(await whole).toEqual({
      ok: false,
      failure: { kind: 'readers-changed-since', parts: ['copies'] },
    });
  });
});

it('says so when the readers change while it is being written', async () => {
  const bench = await openApp();
  bench.zaf.composer.rewrite = (html) => {
    bench.zaf.setPath('ticket.collaborators', [mallory]);
    return html;
  };
  expect(await insert(bench)).toEqual({
    ok: false,
    failure: { kind: 'readers-changed-since', parts: ['copies'] },
  });
  expect(bench.zaf.composer.draft).not.toBe('');
  expect(bench.open().replies).toMatchObject([{ inserted: { where: 'composer' } }]);
  expect(bench.open().disclosure.kind).toBe('strangers');
});

it('are asked about again after a press that came to nothing: it made the question before count no more', async () => {
  const bench = await openApp();
  const { app, zaf, clock, open } = bench;
  zaf.respondWith(() => new Promise(() => undefined));
  zaf.setPath('ticket.collaborators', [mallory]);
  zaf.fire('ticket.collaborators.changed');
  await clock.advance(100);
  zaf.behave('get', { kind: 'rejects', reason: new Error('no') });
  const inserting = app.insertReply(replyOf(bench), { again: false });
  await clock.advance(1);
  zaf.behave('get', { kind: 'normal' });
  expect(await inserting).toMatchObject({ failure: { kind: 'zendesk' } });
  await clock.advance(30_000);
  expect(open().disclosure.kind).not.toBe('open');
});

it('a note as the engineer has edited it is not posted either', async () => {
  const bench = await openApp();
  await bench.app.composeNote();
  bench.zaf.setPath('ticket.requester', { ...requester, id: 99 });
  const posting = bench.app.postNote({ edited: 'Login is off.' });
  await bench.clock.advance(5_000);
  expect(await posting).toMatchObject({ ok: false, why: 'requester-changed' });
  expect(bench.zaf.requests.some(({ type }) => type === 'PUT')).toBe(false);
});

it('an internal note is not posted about another requester than the ticket has', async () => {
  const bench = await openApp();
  await bench.app.composeNote();
  bench.zaf.setPath('ticket.requester', { ...requester, id: 99 });
  const posting = bench.app.postNote();
  await bench.clock.advance(5_000);
  expect(await posting).toMatchObject({ ok: false, why: 'requester-changed' });
  expect(bench.zaf.requests.some(({ type }) => type === 'PUT')).toBe(false);
});

it('an internal note that another Zendesk may show is posted only when that is asked for', async () => {
  const bench = await openApp();
  const posted = () => bench.zaf.requests.filter(({ type }) => type === 'PUT').length;
  bench.zaf.setPath('ticket.sharedWith', { id: 3, name: 'Partner' });
  bench.zaf.fire('ticket.sharedWith.changed');
  await bench.clock.advance(5_000);
  await bench.app.composeNote();
  const press = async (told: Told) => {
    const posting = bench.app.postNote({ told });
    await bench.clock.advance(5_000);
    return posting;
  };
  expect(await press([])).toMatchObject({ ok: false, why: 'shared-ticket' });
  expect(posted()).toBe(0);
  expect(await press(['shared-ticket'])).toMatchObject({ why: 'failed' });
  expect(posted()).toBe(1);
});

it('an internal note says that Zendesk did not say who reads it, and is posted by a press once it does', async () => {
  const bench = await openApp();
  const press = async () => {
    await bench.app.composeNote();
    const posting = bench.app.postNote();
    await bench.clock.advance(30_000);
    return posting;
  };
  bench.zaf.respondWith(() => rejecting(httpError(0)));
  bench.app.refresh();
  await bench.clock.advance(30_000);
  expect(await press()).toMatchObject({ ok: false, why: 'unread' });
  bench.zaf.respondWith(() => undefined);
  expect(await press()).toMatchObject({ why: 'failed' });
  expect(bench.zaf.requests.filter(({ type }) => type === 'PUT')).toHaveLength(1);
});
