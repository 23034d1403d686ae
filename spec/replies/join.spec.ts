/** @jest-environment jsdom */
import {
  bundledReply,
  replyFromMacro,
  joinReplies,
  joinTexts,
} from '../../src/replies/compose-reply';
import type { ReplyText } from '../../src/replies/suggest';
import type { ReplyName } from '../../src/shared/reply-name';
import { catalogues, english } from './all-replies';

const html = (...texts: readonly string[]) => ({
  html: texts.map((text) => `<p>${text}</p>`).join(''),
});
const join = (between: string, ...replies: readonly { html: string }[]) =>
  joinTexts(replies, between).text.split('\n\n');

describe('joining texts', () => {
  it('says the greeting once at the beginning and the closing once at the end', () => {
    const one = html('Hello Jane,', 'Thanks.', 'One.', 'Bye.');
    const two = html('Hello Jane,', 'Thanks.', 'Two.', 'Bye.');
    const three = html('Hello Jane,', 'Thanks.', 'Three.', 'Bye.');
    expect(join('', one, two, three)).toEqual([
      'Hello Jane,',
      'Thanks.',
      'One.',
      'Two.',
      'Three.',
      'Bye.',
    ]);
  });

  it('keeps texts whole that share nothing', () => {
    expect(join('', html('Hi,', 'One.'), html('Hello,', 'Two.'))).toEqual([
      'Hi,',
      'One.',
      'Hello,',
      'Two.',
    ]);
  });

  it('leads over to each further cause, and to nothing else', () => {
    const one = html('Hello,', 'One.', 'Bye.');
    const two = html('Hello,', 'Two.', 'Bye.');
    expect(join('<p>Also:</p>', one, two)).toEqual(['Hello,', 'One.', 'Also:', 'Two.', 'Bye.']);
    expect(join('<p>Also:</p>', one, one)).toEqual(['Hello,', 'One.', 'Bye.']);
    expect(join('<p>Also:</p>', one)).toEqual(['Hello,', 'One.', 'Bye.']);
  });

  it('does not take a part for both greeting and closing', () => {
    expect(join('', html('Same.', 'Same.'), html('Same.', 'New.', 'Same.'))).toEqual([
      'Same.',
      'New.',
      'Same.',
    ]);
  });

  it('does not take what the first text has once for both its beginning and its end', () => {
    expect(join('', html('Same.'), html('Same.', 'Same.'))).toEqual(['Same.', 'Same.']);
  });

  it('makes no paragraph of the white space between two', () => {
    expect(joinTexts([{ html: '<p>a</p>\n <p>b</p> ' }]).html).toBe('<p>a</p><p>b</p>');
  });

  it('loses no loose line of a macro without paragraphs', () => {
    const one = { html: 'Hello,<br><br>One &amp; <b>all</b>.<br>Bye.' };
    const two = { html: 'Hello,<br>Two.<ul><li>x</li></ul>Bye.' };
    expect(joinTexts([one, two]).html).toBe(
      '<p>Hello,</p><p>One &amp; <b>all</b>.</p><p>Two.</p><ul><li>x</li></ul><p>Bye.</p>',
    );
  });

  it('of nothing is nothing, and what is unfilled is stated', () => {
    expect(joinTexts([])).toEqual({ html: '', text: '', unresolved: [] });
    expect(joinTexts([html('{{dc.x}}'), html('y {{dc.x}}')]).unresolved).toEqual(['{{dc.x}}']);
  });
});

describe('joining bundled replies', () => {
  it.each(catalogues.map((words) => [words.language, words] as const))(
    'in %s: one greeting, both causes in order, one closing',
    (language, words) => {
      const { wrong_site_reset: first, unconfirmed: second } = words.replies;
      const inWords = (name: ReplyName) =>
        bundledReply(words, { name, language, why: 'language', requesterName: 'Jane Doe' });
      const { text, name, origin } = joinReplies(
        inWords('wrong_site_reset'),
        [inWords('unconfirmed')],
        words.also,
      );
      const order = [
        words.greeting.replace('{name}', 'Jane Doe'),
        words.opening,
        first.found,
        first.back,
        words.also,
        second.found,
        second.back,
        words.closing,
      ].map((part) => [text.indexOf(part), text.lastIndexOf(part)] as const);
      expect(order.every(([at, last]) => at >= 0 && at === last)).toBe(true);
      expect(order.map(([at]) => at)).toEqual(order.map(([at]) => at).sort((a, b) => a - b));
      expect({ name, origin }).toEqual({
        name: 'wrong_site_reset',
        origin: { kind: 'bundled', language, why: 'language' },
      });
    },
  );

  it('of one cause is that reply', () => {
    const reply = bundledReply(english, {
      name: 'no_account',
      language: 'en',
      why: 'not-installed',
      requesterName: '',
    });
    expect(joinReplies(reply, [], english.also)).toEqual(reply);
  });
});

test('macros are joined in their own words, and whose they are is kept', () => {
  const macro = (name: ReplyName, html: string): ReplyText => ({
    name,
    html,
    text: '',
    origin: { kind: 'macro', macroId: 7, title: 'Ours', ownMacro: true },
    unresolved: [],
  });
  const joined = joinReplies(macro('reset_not_delivered', '<p>Hi,</p><p>One.</p><p>Bye.</p>'), [
    macro('unconfirmed', '<p>Hi,</p><p>Two {{dc.x}}.</p><p>Bye.</p>'),
  ]);
  expect(joined).toEqual({
    name: 'reset_not_delivered',
    html: '<p>Hi,</p><p>One.</p><p>Two {{dc.x}}.</p><p>Bye.</p>',
    text: 'Hi,\n\nOne.\n\nTwo {{dc.x}}.\n\nBye.',
    origin: { kind: 'macro', macroId: 7, title: 'Ours', ownMacro: true },
    unresolved: ['{{dc.x}}'],
  });
});

test.each([
  ['a link’s address', '<p><a href="https://example.com/{{ticket.id}}">x</a></p>', '{{ticket.id}}'],
  ['markup', '<p>{<b>{ticket.id}}</b></p>', '{{ticket.id}}'],
])('a placeholder that %s hides is still stated once macros are joined', (_where, html, found) => {
  const macro = (name: ReplyName, written: string) =>
    replyFromMacro(name, { macroId: 7, title: 'Ours', html: written, ownMacro: true }, 'Jane Doe');
  const joined = joinReplies(macro('reset_not_delivered', '<p>One.</p>'), [
    macro('unconfirmed', html),
  ]);
  expect(joined.unresolved).toEqual([found]);
});
