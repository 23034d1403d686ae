/** @jest-environment jsdom */
import fc from 'fast-check';
import { checkGrown, checkInsert } from '../../src/zendesk/composer-text';
import { glyphsOfHtml, glyphsOfText } from '../../src/zendesk/composer-text';
import { escapeText } from '../../src/shared/text';

const rich = (value: string) => ({ value, rich: true });
const plain = (value: string) => ({ value, rich: false });
const reply = '<p>Hello &amp; welcome</p>';

const check = (before: string, after: string) =>
  checkInsert(rich(before), rich(after), glyphsOfHtml(reply));

it.each([
  ['into nothing', '', reply],
  ['after the draft', '<p>Hi</p>', `<p>Hi</p>${reply}`],
  ['before the draft', '<p>Hi</p>', `${reply}<p>Hi</p>`],
  ['in the middle of a word', '<p>Hithere</p>', '<p>Hi</p><p>Hello &amp; welcome</p><p>there</p>'],
  ['into bold, which it then is', '<b>ab</b>', '<b>a<span>Hello &amp; welcome</span>b</b>'],
  ['into bold, which it splits', '<b>ab</b>', '<b>a</b>Hello &amp; welcome<strong>b</strong>'],
  [
    'with white space and tags rewritten',
    '<p>Hi</p>',
    '<div>Hi\n</div><div>Hello&nbsp;&#38; welcome<br></div>',
  ],
  ['a second time', `<p>Hi</p>${reply}`, `<p>Hi</p>${reply}${reply}`],
])('finds the reply put %s', (_, before, after) => {
  expect(check(before, after)).toBe('ok');
});

it.each([
  ['nothing happened', '<p>Hi</p>', '<p>Hi</p>', 'not-in-composer'],
  ['something else came', '<p>Hi</p>', '<p>Hi</p><p>Hello</p>', 'not-in-composer'],
  ['the draft went', '<p>Hi</p>', reply, 'draft-changed'],
  ['a character of the draft went', '<p>Hi!</p>', `<p>Hi</p>${reply}`, 'draft-changed'],
  ['the draft lost its bold', '<p><b>Hi</b></p>', `<p>Hi</p>${reply}`, 'draft-changed'],
  [
    'a link of the draft leads elsewhere',
    '<a href="https://example.com/a">Hi</a>',
    `<a href="https://example.com/b">Hi</a>${reply}`,
    'draft-changed',
  ],
  [
    'an image of the draft went',
    '<p>Hi<img src="a.png"></p>',
    `<p>Hi</p>${reply}`,
    'draft-changed',
  ],
  ['it came twice', '<p>Hi</p>', `<p>Hi</p>${reply}${reply}`, 'draft-changed'],
  ['everything went', '<p>Hi</p>', '', 'draft-changed'],
])('says so when %s', (_, before, after, outcome) => {
  expect(check(before, after)).toBe(outcome);
});

describe('in a channel without rich text', () => {
  const added = glyphsOfText('Hello\nwelcome');

  it('takes the text in wherever it is put, line breaks or not', () => {
    expect(checkInsert(plain('Hi  there'), plain('Hi  there\nHello welcome'), added)).toBe('ok');
  });

  it('does not take a draft whose spaces changed for the same', () => {
    expect(checkInsert(plain('Hi  there'), plain('Hi there\nHello\nwelcome'), added)).toBe(
      'draft-changed',
    );
  });

  it('takes markup for the text that it is', () => {
    const text = '<b>not bold</b> &amp;';
    expect(checkInsert(plain(''), plain(text), glyphsOfText(text))).toBe('ok');
  });
});

it.each([
  ['<p>Hi</p>', '<p>Hi</p><p>More</p>', 'ok'],
  ['<p>Hi</p>', '<p>Hi</p>', 'not-in-composer'],
  ['<p>Hi</p>', '<p>More</p>', 'draft-changed'],
  ['', '', 'not-in-composer'],
])('after a macro, %p and then %p is: %s', (before, after, outcome) => {
  expect(checkGrown(rich(before), rich(after))).toBe(outcome);
});

const words = fc.string({ unit: 'grapheme', maxLength: 30 });

it('finds any reply in any draft at any place', () => {
  fc.assert(
    fc.property(words, words, words, (head, tail, text) => {
      fc.pre(glyphsOfText(text).length > 0);
      const [one, two, added] = [head, tail, text].map((part) => `<p>${escapeText(part)}</p>`);
      const before = rich(`${one ?? ''}${two ?? ''}`);
      const after = rich(`${one ?? ''}${added ?? ''}${two ?? ''}`);
      expect(checkInsert(before, after, glyphsOfHtml(added ?? ''))).toBe('ok');
    }),
  );
});

it('never takes a draft that lost a character for one that was kept', () => {
  fc.assert(
    fc.property(words, words, fc.nat(), (draft, text, at) => {
      const characters = glyphsOfText(draft).map(({ char }) => char);
      fc.pre(characters.length > 0 && glyphsOfText(text).length > 0);
      const kept = characters.filter((_, index) => index !== at % characters.length).join('');
      const result = checkInsert(
        rich(escapeText(characters.join(''))),
        rich(escapeText(kept + text)),
        glyphsOfHtml(escapeText(text)),
      );
      expect(result).not.toBe('ok');
    }),
  );
});
