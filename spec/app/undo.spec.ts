/** @jest-environment jsdom */
import { ticketPaths } from '../support/fake-zaf';
import { confirmedRow, openApp } from '../support/app-under-test';

const joe = {
  ...(ticketPaths['ticket.requester'] as Record<string, unknown>),
  id: 8,
  name: 'Joe',
  email: 'joe@example.org',
};

/** An app whose first reply is in the composer. */
async function withReply(draft = '') {
  const tested = await openApp({ draft });
  const { app, zaf, clock, open } = tested;
  await clock.advance(5_000);

  async function insert(): Promise<void> {
    const [first] = open().replies;
    if (first?.text.state !== 'ready') throw new Error('no reply');
    const inserting = app.insertReply(first.text.reply, { again: false });
    await clock.advance(5_000);
    expect(await inserting).toMatchObject({ ok: true });
  }
  async function write(text: string): Promise<void> {
    zaf.composer.draft = text;
    zaf.fire('comment.text.changed');
    await clock.advance(1_000);
  }
  async function changeRequester(): Promise<void> {
    zaf.setPath('ticket.requester', joe);
    zaf.fire('ticket.requester.id.changed');
    await clock.advance(5_000);
  }
  async function save(): Promise<unknown> {
    const asked = zaf.ask('ticket.save');
    await clock.advance(500);
    return (await asked)[0];
  }
  await insert();
  return {
    ...tested,
    insert,
    write,
    changeRequester,
    save,
    inserted: () => open().replies[0]?.inserted,
  };
}

describe('after a reply was inserted, the panel follows the draft', () => {
  it('untouched, it can be taken out', async () => {
    const { inserted, write, zaf } = await withReply();
    expect(inserted()).toMatchObject({ where: 'composer', canTakeOut: true });
    await write(zaf.composer.draft);
    expect(inserted()).toMatchObject({ where: 'composer', canTakeOut: true });
  });

  it('in the language before, that is said for as long as another one is chosen', async () => {
    const { app, clock, inserted } = await withReply();
    expect(inserted()).toMatchObject({ otherLanguage: false });
    app.chooseReplyLanguage('ja');
    await clock.advance(1_000);
    expect(inserted()).toMatchObject({ where: 'composer', otherLanguage: true });
    // Whose words those on the screen are, they are not the ones in the composer.
    expect((await app.composeNote())?.text).toMatch(/^Reply used: [^·]+$/m);
    app.chooseReplyLanguage(undefined);
    await clock.advance(1_000);
    expect(inserted()).toMatchObject({ otherLanguage: false });
    expect((await app.composeNote())?.text).toMatch(/^Reply used: .+ · /m);
  });

  it('is not said in a note about another requester', async () => {
    const { app, changeRequester } = await withReply();
    expect((await app.composeNote())?.text).toContain('Reply used: ');
    await changeRequester();
    expect((await app.composeNote())?.text).not.toContain('Reply used');
  });

  it('of a result that is another one by now, it is no longer one that is suggested', async () => {
    const { app, clock, open, services } = await withReply();
    services.account = [{ ...confirmedRow, login_activated: false }];
    app.refresh();
    await clock.advance(5_000);
    expect(open().replies.map(({ suggestion }) => suggestion.name)).toEqual(['reseller']);
    expect(open().leftover).toMatchObject({ isFormer: true, ofAnother: false, sure: true });
    const note = await app.composeNote();
    expect(note?.text).toMatch(/^Reply used under an earlier result: [^·]+$/m);
    expect(note?.text).not.toContain('Reply used: ');
  });

  it('written on, it is still there and is taken out by hand', async () => {
    const { inserted, write, zaf } = await withReply();
    await write(`${zaf.composer.draft}<p>Best wishes</p>`);
    expect(inserted()).toMatchObject({ where: 'composer', canTakeOut: false });
  });

  it.each([
    ['emptied', ''],
    ['written anew', '<p>Never mind.</p>'],
  ])('%s, it is back at the start', async (_, draft) => {
    const { inserted, write, open } = await withReply();
    await write(draft);
    expect(inserted()).toBeUndefined();
    expect(open().draft).toBe(draft === '' ? 'empty' : 'started');
  });

  it('sent with the ticket, that is what it says, also where the composer is emptied first', async () => {
    const { inserted, write, save, zaf, clock } = await withReply();
    expect(await save()).toBe(true);
    await write('');
    zaf.fire('ticket.submit.done');
    await clock.advance(1_000);
    expect(inserted()).toMatchObject({ where: 'sent' });
  });
});

describe('taking it out', () => {
  it('leaves the draft as it was, and the reply can be inserted again', async () => {
    const { app, clock, zaf, inserted, insert } = await withReply('<p>Hi</p>');
    const taking = app.takeOut();
    await clock.advance(5_000);
    expect(await taking).toEqual({ ok: true, value: undefined });
    expect(zaf.composer.draft).toBe('<p>Hi</p>');
    expect(inserted()).toBeUndefined();
    await insert();
    expect(inserted()).toMatchObject({ where: 'composer' });
  });

  it('what was taken out is not called a draft, not even for a moment', async () => {
    const { app, clock, open } = await withReply();
    const seen = new Set<string>();
    app.subscribe(() => seen.add(open().draft));
    const taking = app.takeOut();
    await clock.advance(5_000);
    await taking;
    expect([...seen]).toEqual(['started', 'unknown', 'empty']);
    expect(open().draft).toBe('empty');
  });

  it('comes to nothing where there is nothing', async () => {
    const { app } = await openApp();
    expect(await app.takeOut()).toEqual({ ok: false, failure: { kind: 'nothing' } });
  });

  it('is refused where the engineer has written since, and said so', async () => {
    const { app, clock, zaf } = await withReply();
    zaf.composer.draft += '<p>More</p>';
    const taking = app.takeOut();
    await clock.advance(5_000);
    expect(await taking).toEqual({ ok: false, failure: { kind: 'draft-changed' } });
    expect(zaf.composer.draft).toContain('<p>More</p>');
  });
});

describe('a reply about a former requester', () => {
  it('is held once when the ticket is submitted, by its address; then the engineer decides', async () => {
    const { changeRequester, save } = await withReply();
    await changeRequester();
    expect(await save()).toMatch(/jane\.doe@example\.com/);
    expect(await save()).toBe(true);
  });

  it('can be taken out, and then nothing is held', async () => {
    const { changeRequester, save, app, clock, zaf, open } = await withReply();
    await changeRequester();
    expect(open().leftover).toMatchObject({ about: 'jane.doe@example.com', canTakeOut: true });
    const taking = app.takeOut();
    await clock.advance(5_000);
    expect(await taking).toMatchObject({ ok: true });
    expect(zaf.composer.draft).toBe('');
    expect(open().leftover).toBeUndefined();
    expect(await save()).toBe(true);
  });

  it('is held also while nobody knows yet who the requester is', async () => {
    const { save, zaf } = await withReply();
    zaf.behave('get', { kind: 'rejects', reason: undefined }, 'ticket.requester');
    zaf.fire('ticket.requester.id.changed');
    expect(await save()).toMatch(/did not say once more who reads it/);
    expect(await save()).toBe(true);
  });

  it('is not held where the draft no longer holds it', async () => {
    const { changeRequester, save, write } = await withReply();
    await write('');
    await changeRequester();
    expect(await save()).toBe(true);
  });
});

it('a ticket with nothing of ours in the composer is saved', async () => {
  const { zaf, clock } = await openApp({ draft: '<p>Hi</p>' });
  await clock.advance(5_000);
  const asked = zaf.ask('ticket.save');
  await clock.advance(100);
  expect(await asked).toEqual([true]);
});
