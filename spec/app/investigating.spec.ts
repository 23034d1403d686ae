/** @jest-environment jsdom */
import type { ReplyText } from '../../src/replies/suggest';
import { openApp, type AppUnderTest } from '../support/app-under-test';

const unconfirmed = {
  id: 4,
  email: 'jane.doe@example.com',
  login_activated: true,
  confirmed_at: null,
};

function wordsOf({ open }: AppUnderTest, index = 0): ReplyText {
  const text = open().replies[index]?.text;
  if (text?.state !== 'ready') throw new Error('The reply has no words yet.');
  return text.reply;
}

describe('inserting', () => {
  it('puts the reply behind the draft and remembers it', async () => {
    const bench = await openApp({ draft: '<p>Hello,</p>' });
    const { app, zaf, open } = bench;
    await expect(app.insertReply(wordsOf(bench), { again: false })).resolves.toMatchObject({
      ok: true,
    });
    expect(zaf.composer.draft.startsWith('<p>Hello,</p>')).toBe(true);
    expect(zaf.composer.draft).toContain('/customers/password/new');
    expect(open().replies[0]?.inserted).toMatchObject({ where: 'composer' });
  });

  it('is done once for two presses, and a second time only when asked', async () => {
    const bench = await openApp();
    const { app, zaf } = bench;
    const reply = wordsOf(bench);
    const [first, second] = await Promise.all([
      app.insertReply(reply, { again: false }),
      app.insertReply(reply, { again: false }),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ failure: { kind: 'busy' } });
    expect(zaf.invoked('ticket.editor.insert')).toHaveLength(1);

    await expect(app.insertReply(reply, { again: false })).resolves.toMatchObject({
      failure: { kind: 'already-inserted' },
    });
    expect(zaf.invoked('ticket.editor.insert')).toHaveLength(1);

    await app.insertReply(reply, { again: true });
    expect(zaf.invoked('ticket.editor.insert')).toHaveLength(2);
  });

  it('refuses words that are not suggested for this address', async () => {
    const bench = await openApp();
    const { app, zaf, clock } = bench;
    const aboutTheAccount = wordsOf(bench);
    app.selectAddress('someone.else@example.com');
    await clock.advance(0);
    await expect(app.insertReply(aboutTheAccount, { again: false })).resolves.toMatchObject({
      failure: { kind: 'not-suggested' },
    });
    await expect(
      app.insertReply({ ...wordsOf(bench), html: '<p>Anything</p>' }, { again: true }),
    ).resolves.toMatchObject({ failure: { kind: 'not-suggested' } });
    expect(zaf.composer.draft).toBe('');
  });

  it('stops when the requester was changed under it', async () => {
    const bench = await openApp();
    const reply = wordsOf(bench);
    bench.zaf.setPath('ticket.requester', { id: 99, email: 'john.roe@example.com' });
    await expect(bench.app.insertReply(reply, { again: false })).resolves.toMatchObject({
      failure: { kind: 'readers-changed', parts: ['requester', 'saved_requester', 'identities'] },
    });
    expect(bench.zaf.composer.draft).toBe('');
  });

  it('joins several causes into one message with one greeting', async () => {
    const bench = await openApp({}, { account: [unconfirmed] });
    const { app, zaf, open } = bench;
    expect(open().replies.map(({ suggestion }) => suggestion.name)).toEqual([
      'wrong_site_reset',
      'unconfirmed',
    ]);
    await expect(app.insertAll({ again: false })).resolves.toMatchObject({ ok: true });
    expect(zaf.composer.draft.match(/Jane/g)).toHaveLength(1);
    expect(open().replies.every(({ inserted }) => inserted?.where === 'composer')).toBe(true);
    await expect(app.insertReply(wordsOf(bench, 1), { again: false })).resolves.toMatchObject({
      failure: { kind: 'already-inserted' },
    });
  });

  it('speaks the language that was chosen, and goes back', async () => {
    const bench = await openApp();
    const english = wordsOf(bench).text;
    bench.app.chooseReplyLanguage('de');
    await bench.clock.advance(0);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(wordsOf(bench).origin).toEqual({ kind: 'bundled', language: 'de', why: 'language' });
    expect(wordsOf(bench).text).not.toBe(english);
    bench.app.chooseReplyLanguage(undefined);
    expect(wordsOf(bench).text).toBe(english);
  });
});

describe('the internal note', () => {
  it('posts what was composed, word for word, even if something came in meanwhile', async () => {
    const bench = await openApp({}, { gitlabResets: 'silent' });
    const { app, zaf, clock, services } = bench;
    const note = await app.composeNote();
    expect(note?.text).toContain('jane.doe@example.com');

    services.gitlabResets = 1;
    app.refresh();
    await clock.advance(0);
    const posting = app.postNote();
    await clock.advance(2_000);
    await posting;
    const put = zaf.requests.find(({ type }) => type === 'PUT');
    expect(JSON.parse(String(put?.['data']))).toEqual({
      ticket: { comment: { html_body: note?.html, public: false } },
    });
  });

  it('posts nothing that nobody has read', async () => {
    const { app, zaf } = await openApp();
    await expect(app.postNote()).resolves.toMatchObject({ ok: false });
    expect(zaf.requests.some(({ type }) => type === 'PUT')).toBe(false);
  });
});
