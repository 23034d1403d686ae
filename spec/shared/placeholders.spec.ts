/** @jest-environment jsdom */
import fc from 'fast-check';
import {
  countPlaceholders,
  countPlaceholdersInHtml,
  defuse,
  defuseName,
  placeholdersIn,
  placeholdersInHtml,
} from '../../src/shared/placeholders';
import { escapeText } from '../../src/shared/text';

describe('what Zendesk would fill in', () => {
  it.each([
    ['a placeholder', 'Hello {{ticket.requester.name}}!', ['{{ticket.requester.name}}']],
    ['each once', '{{a}} {{b}} {{a}}', ['{{a}}', '{{b}}']],
    ['Liquid', '{% if a %}x{% endif %}', ['{% if a %}', '{% endif %}']],
    ['a pair that is not closed', 'a {{ b', ['{{']],
    ['a pair closed too late', `{{${'a'.repeat(100)}}}`, ['{{']],
    ['over a line break', '{{a\nb}}', ['{{']],
    ['one inside another', '{{a {{b}}', ['{{', '{{b}}']],
    ['parted by what nobody sees', '{\u200b{a}} {\u2060\u00ad% b %}', ['{{a}}', '{% b %}']],
    ['single braces', '{a} {b: c} %}', []],
    ['a pair with a space in it', '{ {a}}', []],
  ])('%s', (_what, text, found) => {
    expect(placeholdersIn(text)).toEqual(found);
  });

  it.each([
    ['entities', '<p>&#123;&lcub;a}}</p>', '{{a}}'],
    ['markup', '<p>{<b></b>{a}}</p>', '{{a}}'],
    ['an attribute', '<a href="https://example.com/{{a}}">x</a>', '{{a}}'],
    ['a comment', '<p>x<!-- {{a}} --></p>', '{{a}}'],
  ])('behind %s', (_what, html, found) => {
    expect(placeholdersInHtml(html)).toContain(found);
    expect(countPlaceholdersInHtml(html)).toBeGreaterThan(0);
  });
});

describe('defused', () => {
  const hostile = fc
    .array(fc.constantFrom('{', '{{', '}}', '%', '%}', '\u200b', '\u2060', ' ', 'a', 'ticket.id'))
    .map((parts) => parts.join(''));

  it.each([
    ['{{a}}', '{ {a}}'],
    ['{{{a}}}', '{ { {a}}}'],
    ['{% a %}', '{ % a %}'],
    ['{\u200b{a}}', '{ \u200b{a}}'],
    ['{a}', '{a}'],
  ])('%s', (text, safe) => {
    expect(defuse(text)).toBe(safe);
  });

  it('there is nothing to fill in, also once an editor has dropped what nobody sees', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = defuse(text);
        expect(countPlaceholders(safe)).toBe(0);
        expect(safe.replace(/\p{Default_Ignorable_Code_Point}/gu, '')).not.toMatch(/\{[{%]/);
        expect(defuse(safe)).toBe(safe);
      }),
    );
  });

  it('a name is, wherever it stands; other braces are left to be noticed', () => {
    expect(defuseName('<p>{{a&lt;b}} {{c}}</p>', '{{a<b}}', escapeText)).toBe(
      '<p>{ {a&lt;b}} {{c}}</p>',
    );
  });
});

it.each(['｛｛ticket.id}}', '{｛ticket.id}}', '{\u0301{ticket.id}}', '{％ if a %}'])(
  'what becomes a pair where only ASCII is left, or forms are made one, is broken too: %j',
  (text) => {
    const broken = defuse(text);
    expect(placeholdersIn(broken.normalize('NFKC'))).toEqual([]);
    expect(placeholdersIn(broken.replace(/[^\x20-\x7e]/g, ''))).toEqual([]);
  },
);
