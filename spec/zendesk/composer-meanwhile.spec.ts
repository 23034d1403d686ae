/** @jest-environment jsdom */
import { createComposer } from '../../src/zendesk/composer';
import type { Put } from '../../src/zendesk/composer-check';
import { createFakeClock } from '../support/fake-clock';
import { type FakeZafOptions, createFakeZaf } from '../support/fake-zaf';

const expected = { ticketId: 35436, requesterId: 20978, channel: 'email' };
const reply = textOf('<p>Hello Jane,</p><p>please sign in with the new password again.</p>');
const disabled = '<p>Your login is disabled, changes go through the reseller.</p>';
const typed = '<p>typed by hand</p>';

function textOf(html: string) {
  return { html, text: html.replace(/<[^>]+>/g, ''), unresolved: [] };
}

function bench(options: FakeZafOptions = {}) {
  const clock = createFakeClock(0);
  const zaf = createFakeZaf(options);
  const composer = createComposer(zaf, clock);
  const done = async <T>(work: Promise<T>): Promise<T> => {
    await clock.advance(20_000);
    return work;
  };
  return {
    clock,
    composer,
    done,
    editor: zaf.composer,
    takeOut: ({ receipt }: Put) => done(composer.takeOut(receipt!)),
    holds: async ({ receipt }: Put) => {
      const read = await done(composer.readDraft([receipt!]));
      return read.ok ? read.value.holdings[0]?.holding : undefined;
    },
  };
}

describe('what is typed while a reply is taken out', () => {
  it.each(['<p>Hi</p>', ''])('stays, where the draft was “%s”', async (draft) => {
    const { composer, done, editor, takeOut } = bench({ draft });
    const put = await done(composer.insert(reply, expected));
    const usual = editor.set.bind(editor);
    editor.set = (text) => {
      usual(text);
      editor.draft += typed;
      editor.set = usual;
    };
    expect(await takeOut(put)).toMatchObject({ ok: false, failure: { kind: 'not-taken-out' } });
    expect(editor.draft).toBe(draft + typed);
  });

  it('stays where Zendesk shows the markup as text', async () => {
    const { clock, composer, done, editor } = bench({ draft: '<p>Hi</p>' });
    const put = await done(composer.insert(reply, expected));
    editor.rewriteSet = (text) => text.replaceAll('<', '&lt;');
    const taking = composer.takeOut(put.receipt!);
    await clock.advance(500);
    editor.draft += typed;
    await done(taking);
    expect(editor.draft).toContain(typed);
  });
});

it('nothing is taken out of an internal note', async () => {
  const { composer, done, editor, takeOut } = bench({ draft: '<p>Hi</p>' });
  const put = await done(composer.insert(reply, expected));
  editor.type = 'internalNote';
  expect(await takeOut(put)).toMatchObject({ ok: false });
});

describe('what is typed before a macro comes', () => {
  it.each([true, false])('is not the macro’s, said to have worked: %s', async (worked) => {
    const { clock, composer, done, editor, takeOut } = bench({ draft: '<p>Hi</p>' });
    editor.invoke = () => worked;
    const applying = composer.applyMacro(5, { html: disabled }, expected);
    await clock.advance(50);
    editor.draft += typed;
    const put = await done(applying);
    expect(put.result.ok).toBe(worked);
    expect(await takeOut(put)).toMatchObject({ ok: false });
    expect(editor.draft).toBe(`<p>Hi</p>${typed}`);
  });

  it('does not make the macro forgotten when it does come', async () => {
    const { clock, composer, done, editor, holds } = bench({ macros: { 5: '' } });
    const applying = composer.applyMacro(5, { html: disabled }, expected);
    await clock.advance(50);
    editor.draft = '<p>Hallo</p>';
    const put = await done(applying);
    editor.draft = disabled;
    expect(await holds(put)).toBe('unchanged');
  });
});

it('a reply that Zendesk says it refused, and that stands there in other quotes, may be there', async () => {
  const { composer, done, editor } = bench();
  const words = 'It’s your new password that is wrong, please reset it once more.';
  editor.invoke = () => {
    editor.draft = `<p>${words}</p>`;
    return false;
  };
  const put = await done(composer.insert(textOf(`<p>${words.replace('’', "'")}</p>`), expected));
  expect(put).toMatchObject({ result: { failure: { kind: 'may-be-in-composer' } } });
  expect(put.receipt).toBeDefined();
});

describe('a reply that was edited is still there', () => {
  const long = 'Hello Jane, your login to the portal is disabled since you bought from a reseller.';
  it.each([
    ['Your login is disabled.', 'Your login is currently disabled.'],
    [
      long,
      long.replace('Jane', 'Ms Jane').replace('is dis', 'is now dis').replace('t f', 't it f'),
    ],
    ['ログインは無効です。', 'ログインは現在無効です。'],
  ])('%s → %s', async (was, is) => {
    const { composer, done, editor, holds } = bench();
    const put = await done(composer.insert(textOf(`<p>${was}</p>`), expected));
    editor.draft = `<p>${is}</p>`;
    expect(await holds(put)).toMatch(/^(most|changed)$/);
  });
});
