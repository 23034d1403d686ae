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
import { fillIn } from '../../sandbox/zendesk/apply-macro';
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
    ['parted by the end of a line', '{\n{a}} {\r\n% b %}', ['{{a}}', '{% b %}']],
    ['parted by another end of a line', '{\u2028{a}} {\u0085{b}}', ['{{a}}', '{{b}}']],
    ['parted by an accent', '{\u0301{a}}', ['{{a}}']],
    ['in full width', '｛｛a｝｝ ｛％ b ％｝', ['{{a}}', '{% b %}']],
    ['in part of full width', '{｛a｝} {％ b %}', ['{{a}}', '{% b %}']],
    ['in small and upright forms', '\ufe5b\ufe5ba\ufe5c\ufe5c {\ufe37b}}', ['{{a}}', '{{b}}']],
    ['as in the address of a link', '%7B%7Ba%7D%7D %7b%25b%25%7d', ['{{a}}', '{%b%}']],
    ['as in the address of a link in a link', '%257B%25257Ba}}', ['{{a}}']],
    ['half as in the address of a link', '{%7Ba}} %7B{b}}', ['{{a}}', '{{b}}']],
    [
      'as in markup',
      '&#123;{a}} &#x007B;&lcub;b&rcub;&#125; {&lbrace;c}}',
      ['{{a}}', '{{b}}', '{{c}}'],
    ],
    ['as in markup without its end', '&#123{a}}', ['{{a}}']],
    [
      'as in markup that is shown',
      '&amp;#123;&amp;amp;lcub;a}} {&percnt; b %}',
      ['{{a}}', '{% b %}'],
    ],
    [
      'parted by what markup writes',
      '{&shy;{a}} {&#8203;{b}} {&#x200b;&zwnj;{c}}',
      ['{&shy;{a}}', '{&#8203;{b}}', '{&#x200b;&zwnj;{c}}'],
    ],
    [
      'parted by what a link writes',
      '%7B%E2%80%8B%7Ba}} %7B%0A%7Bb}}',
      ['{%E2%80%8B{a}}', '{%0A{b}}'],
    ],
    [
      'parted by what marks notes or is no character',
      '{\ufff9{a}} {\ufffb% b %} {\ufdd0{c}} {\uffff{d}}',
      ['{{a}}', '{% b %}', '{{c}}', '{{d}}'],
    ],
    ['parted by a sign that joins the one before', '{\uff9e{a}}', ['{{a}}']],
    ['as Markdown escapes it', '\\{\\{a}} {\\% b %}', ['{{a}}', '{% b %}']],
    [
      'in full width, as markup or a link writes it',
      '&#65371;&#xff5b;a}} %EF%BD%9B%EF%BD%9Bb}} {&#xFF05; c %}',
      ['{{a}}', '{{b}}', '{% c %}'],
    ],
    ['parted by a tag', '{<b></b>{a}}', ['{{a}}']],
    ['JSON in the address of a link', 'https://example.com/?q=%7B%22a%22%3A1%7D', []],
    ['broken, as in the address of a link', '%7B%20%7Ba}} {&nbsp;{b}} {&#32;{c}} {\u00a0{d}}', []],
    ['another character of markup', '&#1234;{a} &#x7bc;{b}', []],
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
    .array(
      fc.constantFrom(
        ...['{', '{{', '}}', '%', '%}', '\u200b', '\u2060', ' ', 'a', 'ticket.id'],
        ...['\n', '\u0301', '｛', '％', '\ufe5b', '\ufe37', '%7B', '%7b', '%257B', '%25', '%0A'],
        ...[
          '\ufff9',
          '\ufffb',
          '\ufdd0',
          '\uffff',
          '\ud800',
          '\ue000',
          '\uff9e',
          '\\',
          '<b>',
          '</b>',
        ],
        ...[
          '&#65371;',
          '&#xfe5b;',
          '%EF%BD%9B',
          '%25EF%25BD%259B',
          '%EF%B8%B7',
          '&rlm;',
          '&it;',
          '&#xFF05;',
        ],
        ...['&#123;', '&#0123', '&#x7b;', '&lcub;', '&lbrace;', '&amp;#123;', '&#37;', '&shy;'],
      ),
    )
    .map((parts) => parts.join(''));
  /** Whoever may read it: a browser, a link, a system that knows no other forms, an editor that drops. */
  const read = (text: string): string =>
    decoded(text)
      .normalize('NFKC')
      .replace(/[\p{Default_Ignorable_Code_Point}\p{M}\p{C}\\]/gu, '');
  const decoded = (text: string): string => {
    const body = new DOMParser().parseFromString(text, 'text/html').body;
    const plain = body.textContent.replace(/(?:%[0-9a-f]{2})+/gi, (written) =>
      Buffer.from(written.replaceAll('%', ''), 'hex').toString('utf8'),
    );
    return plain === text ? text : decoded(plain);
  };

  it('nothing that anybody reads as one is missed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(/\{[{%]/.test(read(text)));
        expect(countPlaceholders(text)).toBeGreaterThan(0);
        expect(placeholdersIn(text)).not.toEqual([]);
      }),
    );
  });

  it.each([
    ['{{a}}', '{ {a}}'],
    ['{{{a}}}', '{ { {a}}}'],
    ['{% a %}', '{ % a %}'],
    ['{\u200b{a}}', '{ \u200b{a}}'],
    ['{a}', '{a}'],
    ['{\n{a}}', '{ \n{a}}'],
    ['｛｛a}}', '｛ ｛a}}'],
    ['%7B%7Ba}}', '%7B %7Ba}}'],
    ['&#123;{a}}', '&#123; {a}}'],
    ['&#12\u200b3;{a}}', '&#123; {a}}'],
  ])('%s', (text, safe) => {
    expect(defuse(text)).toBe(safe);
  });

  it('there is nothing to fill in, also once an editor has dropped what nobody sees', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = defuse(text);
        expect(countPlaceholders(safe)).toBe(0);
        expect(read(safe)).not.toMatch(/\{[{%]/);
        // As the sandbox fills in.
        expect(fillIn(read(safe), { a: 'filled in', 'ticket.id': 'filled in' }, String)).toBe(
          read(safe),
        );
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
