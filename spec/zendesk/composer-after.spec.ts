/** @jest-environment jsdom */
import { createComposer } from '../../src/zendesk/composer';
import type { InsertReceipt } from '../../src/zendesk/composer-check';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, type FakeZafOptions } from '../support/fake-zaf';

const reply = {
  html: '<p>Hello Jane,</p><p>please <a href="https://customers.gitlab.com/">sign in</a> with the new password again.</p>',
  text: 'Hello Jane,\n\nplease sign in with the new password again.',
  unresolved: [],
};

async function inserted(options: FakeZafOptions = {}) {
  const clock = createFakeClock(0);
  const client = createFakeZaf(options);
  const composer = createComposer(client, clock);
  const expected = {
    ticketId: 35436,
    requesterId: 20978,
    channel: options.channel ?? 'email',
  };
  const { result, receipt } = await composer.insert(reply, expected);
  if (!result.ok || !receipt) throw new Error('It was not inserted.');

  async function done<T>(work: Promise<T>): Promise<T> {
    await clock.advance(60_000);
    expect(clock.pending()).toBe(0);
    return work;
  }
  return {
    client,
    clock,
    receipt,
    editor: client.composer,
    composer,
    holds: async (of: InsertReceipt = receipt) => {
      const draft = await done(composer.readDraft([of]));
      return draft.ok ? { ok: true, value: draft.value.holdings[0]?.holding } : draft;
    },
    takeOut: async () => done(composer.takeOut(receipt)),
  };
}

describe('whether the composer still holds the reply', () => {
  it.each<[string, (draft: string) => string, string]>([
    ['nothing happened', (draft) => draft, 'unchanged'],
    ['the editor writes a letter another way', (draft) => draft.replace('J', '&#74;'), 'unchanged'],
    ['the editor rewrote its markup', (draft) => draft.replaceAll('p>', 'div>\n'), 'whole'],
    ['the engineer wrote below it', (draft) => `${draft}<p>One more thing</p>`, 'whole'],
    [
      'the engineer coloured a word',
      (draft) => draft.replace('again', '<font color="#c00">again</font>'),
      'whole',
    ],
    ['the engineer wrote above it', (draft) => `<p>Hi</p>${draft}`, 'whole'],
    ['a word of it was taken out', (draft) => draft.replace('again', ''), 'most'],
    ['its second line was', (draft) => draft.replace(/<p>please.*/, ''), 'gone'],
    ['it was emptied', () => '', 'gone'],
    ['something else stands there', () => '<p>We looked into it and found the cause.</p>', 'gone'],
  ])('%s', async (_, edit, holding) => {
    const { holds, editor } = await inserted({ draft: '<p>Half an hour of work</p>' });
    editor.draft = edit(editor.draft);
    expect(await holds()).toEqual({ ok: true, value: holding });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['another ticket', { 'ticket.id': 1 }],
    ['a ticket whose number cannot be read', { 'ticket.id': undefined }],
    ['an internal note', { 'comment.type': 'internalNote' }],
    ['another channel', { 'ticket.editor.targetChannel': { name: 'whatsapp' } }],
    [
      'a composer of which nobody says what it takes',
      { 'ticket.editor.capabilities.richText': undefined, 'comment.useRichText': undefined },
    ],
  ])('%s that is without it says nothing of it, and with it all', async (_, paths) => {
    const { holds, client, editor } = await inserted();
    const { draft } = editor;
    editor.draft = '<p>Something else</p>';
    const known = editor.paths;
    editor.paths = () => ({ ...known(), ...paths });
    Object.entries(paths).forEach(([path, value]) => {
      client.setPath(path, value);
    });
    expect(await holds()).toEqual({ ok: true, value: 'unknown' });
    editor.draft = draft;
    expect(await holds()).not.toEqual({ ok: true, value: 'gone' });
  });

  it.each([null, ''])('a composer that is %p for a moment has not been emptied', async (value) => {
    const { receipt, composer, editor, clock } = await inserted();
    const known = editor.paths;
    let odd = true;
    editor.paths = () => ({ ...known(), ...(odd ? { 'comment.text': value } : {}) });
    const reading = composer.readDraft([receipt]);
    await clock.advance(100);
    odd = false;
    await clock.advance(60_000);
    expect(await reading).toMatchObject({
      ok: true,
      value: { holdings: [{ holding: 'unchanged' }] },
    });
  });

  it.each([null, ''])('one that stays %p has', async (value) => {
    const { holds, editor } = await inserted();
    const known = editor.paths;
    editor.paths = () => ({ ...known(), 'comment.text': value });
    expect(await holds()).toEqual({ ok: true, value: 'gone' });
  });

  it('is not known while Zendesk does not answer', async () => {
    const { holds, client } = await inserted();
    client.behave('get', { kind: 'silent' });
    expect(await holds()).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });
});

describe('taking the reply out', () => {
  it.each<[string, FakeZafOptions]>([
    ['an empty composer', {}],
    ['a draft', { draft: '<p>Half an <b>hour</b> of work</p>' }],
    ['a plain draft', { draft: 'Hi  there', richText: false, channel: 'whatsapp' }],
  ])('leaves %s as it was', async (_, options) => {
    const { takeOut, editor } = await inserted(options);
    expect(editor.draft).not.toBe(options.draft ?? '');
    expect(await takeOut()).toEqual({ ok: true, value: undefined });
    expect(editor.draft).toBe(options.draft ?? '');
  });

  it('leaves it also where the requester has changed: it may be a reply to somebody else', async () => {
    const { takeOut, client, editor } = await inserted();
    client.setPath('ticket.requester', { id: 8, name: 'Joe' });
    expect(await takeOut()).toMatchObject({ ok: true });
    expect(editor.draft).toBe('');
  });

  it('puts the draft back as it was where setting it takes no markup', async () => {
    const { takeOut, editor } = await inserted({ draft: '<p>Half an <b>hour</b></p>' });
    editor.rewriteSet = (text) => text.replaceAll('<', '&lt;');
    expect(await takeOut()).toMatchObject({ ok: true });
    expect(editor.draft).toBe('<p>Half an <b>hour</b></p>');
  });

  it.each<[string, (draft: string) => string]>([
    ['something was added', (draft) => `${draft}<p>More</p>`],
    ['something of it was changed', (draft) => draft.replace('Jane', 'Joe')],
    ['it was made bold', (draft) => `<b>${draft}</b>`],
    ['a word was made bold', (draft) => draft.replace('again', '<b>again</b>')],
    [
      'a word was made bold by its style',
      (draft) => draft.replace('again', '<span style="font-weight: bold">again</span>'),
    ],
    ['a word was coloured', (draft) => draft.replace('again', '<font color="#c00">again</font>')],
    ['a line became a small heading', (draft) => draft.replaceAll('p>', 'h4>')],
    ['a line was parted in two', (draft) => draft.replace('with', '</p><p>with')],
    ['two lines were joined', (draft) => draft.replace('</p><p>', ' ')],
    ['a line was drawn below it', (draft) => `${draft}<hr>`],
    ['it was indented', (draft) => `<blockquote>${draft}</blockquote>`],
    ['it was indented once more', (draft) => `<ul><li><ul><li>${draft}</li></ul></li></ul>`],
    ['a space was typed', (draft) => draft.replace('again', 'again ')],
    ['an empty line was put below it', (draft) => `${draft}<p></p>`],
    ['an empty list was begun', (draft) => `${draft}<ul><li></li></ul>`],
    ['what nobody sees was typed', (draft) => draft.replace('again', 'ag\u200bain')],
    ['it is gone', () => ''],
  ])('touches nothing where %s', async (_, edit) => {
    const { takeOut, editor, client } = await inserted();
    editor.draft = edit(editor.draft);
    const before = editor.draft;
    expect(await takeOut()).toEqual({ ok: false, failure: { kind: 'draft-changed' } });
    expect(editor.draft).toBe(before);
    expect(client.calls.filter(({ call }) => call === 'set')).toEqual([]);
  });

  it.each<[string, FakeZafOptions, (draft: string) => string]>([
    [
      'words for an image were written',
      { draft: '<p><img src="a.png" alt=""></p>' },
      (draft) => draft.replace('alt=""', 'alt="The error"'),
    ],
    [
      'an empty line ends a plain draft',
      { draft: 'Hi', richText: false, channel: 'whatsapp' },
      (draft) => `${draft}\n`,
    ],
  ])('nor where %s', async (_, options, edit) => {
    const { takeOut, editor } = await inserted(options);
    editor.draft = edit(editor.draft);
    const before = editor.draft;
    expect(await takeOut()).toEqual({ ok: false, failure: { kind: 'draft-changed' } });
    expect(editor.draft).toBe(before);
  });

  it.each(['refuses', 'says nothing'])(
    'leaves the words of the draft where setting it takes no markup and the editor %s',
    async (how) => {
      const { takeOut, editor, client } = await inserted({
        draft: '<p>Half an <b>hour</b> of work</p>',
      });
      editor.rewriteSet = (text) => text.replaceAll('<', '&lt;');
      if (how === 'refuses') editor.without.add('ticket.editor.insert');
      else client.behave('invoke', { kind: 'silent' });
      editor.without.add('ticket.comment.appendHtml');
      expect(await takeOut()).toMatchObject({ failure: { kind: 'not-taken-out' } });
      expect(editor.draft).toBe('Half an hour of work');
    },
  );

  it.each<[string, string, (text: string) => string]>([
    ['its lines', '<p>Hi</p><p>there</p>', (text) => text.replace('</p><p>', ' ')],
    ['a colour', '<p style="color: red">Hi</p>', (text) => text.replace(/ style="[^"]*"/, '')],
    ['a table', '<table><tr><td>a</td></tr></table>', () => 'a'],
  ])('does not say that the draft is as before where it lost %s', async (_, draft, rewrite) => {
    const { takeOut, editor } = await inserted({ draft });
    editor.rewriteSet = rewrite;
    expect(await takeOut()).toEqual({ ok: false, failure: { kind: 'not-taken-out', draft } });
  });

  it('touches nothing on another ticket', async () => {
    const { takeOut, client } = await inserted();
    client.setPath('ticket.id', 1);
    expect(await takeOut()).toEqual({ ok: false, failure: { kind: 'ticket-changed' } });
    expect(client.calls.filter(({ call }) => call === 'set')).toEqual([]);
  });

  it('says that it did not work, with the draft, where the composer is not what it was', async () => {
    const { takeOut, editor } = await inserted({ draft: '<p>Hi</p>' });
    editor.rewriteSet = () => '<p>?</p>';
    expect(await takeOut()).toEqual({
      ok: false,
      failure: { kind: 'not-taken-out', draft: '<p>Hi</p>' },
    });
  });

  it('says that Zendesk refused', async () => {
    const { takeOut, client } = await inserted();
    client.behave('set', { kind: 'rejects', reason: new Error('no') });
    expect(await takeOut()).toMatchObject({ ok: false, failure: { kind: 'zendesk' } });
  });
});

it('a throw inside is a refusal, and the next press is answered', async () => {
  const { composer, editor } = await inserted();
  const paths = editor.paths;
  editor.paths = () => {
    throw new Error('oops');
  };
  const expected = { ticketId: 35436, requesterId: 20978, channel: 'email' };
  const nothing = { result: { ok: false }, receipt: undefined };
  expect(await composer.insert(reply, expected)).toMatchObject(nothing);
  // @ts-expect-error a reply that is none
  expect(await composer.insert(undefined, expected)).toMatchObject({ result: { ok: false } });
  editor.paths = paths;
  editor.draft = '';
  expect(await composer.insert(reply, expected)).toMatchObject({ result: { ok: true } });
});
