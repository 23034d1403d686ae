/** @jest-environment jsdom */
import fc from 'fast-check';
import { sanitise } from '../../src/shared/sanitise';
import { hostileHtml } from '../replies/hostile';
import { runs } from '../support/runs';

const allowedTags = new Set(
  'A B BDI BLOCKQUOTE BR CODE DIV EM H1 H2 H3 H4 H5 H6 HR I LI OL P PRE S SPAN STRONG U UL'.split(
    ' ',
  ),
);

function elementsOf(html: string): readonly Element[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')];
}

/** What may not be there: other elements, other attributes, other links. */
function stray({ tagName, attributes }: Element): readonly string[] {
  const wrong = [...attributes].filter(({ name, value }) =>
    name === 'href'
      ? tagName !== 'A' || !/^(https:\/\/|mailto:)/.test(value)
      : name !== 'dir' || !['ltr', 'rtl', 'auto'].includes(value),
  );
  return [
    ...(allowedTags.has(tagName) ? [] : [tagName]),
    ...wrong.map(({ name, value }) => `${tagName} ${name}=${value}`),
  ];
}

describe('sanitising a macro', () => {
  it.each([
    ['keeps what a reply needs', '<p>Hello <strong>Jane</strong>,<br>bye</p>'],
    ['keeps lists', '<ol><li>one</li><li>two</li></ol><ul><li>three</li></ul>'],
    ['keeps https links', '<p><a href="https://docs.gitlab.com/x?a=1&amp;b=2">docs</a></p>'],
    ['keeps mail links', '<a href="mailto:support@example.com">mail</a>'],
    ['keeps the direction of writing', '<div dir="auto">שלום</div>'],
    ['keeps line breaks in code', '<pre>\n\n one\n  two</pre>'],
    ['keeps escaped text escaped', '<p>&lt;b&gt; &amp;amp; "quoted" it’s</p>'],
    ['keeps code without a line break in front', '<pre>one\n  two</pre>'],
    ['keeps a rule between paragraphs', '<p>\none</p><hr><p>two</p>'],
    ['keeps nothing of nothing', ''],
  ])('%s', (_what, html) => {
    expect(sanitise(html)).toBe(html);
  });

  it.each([
    ['script', 'a<script>alert(1)</script>b', 'ab'],
    ['event handlers', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['an image that never loads', 'a<img src=x onerror=alert(1)>b', 'ab'],
    ['svg and all in it', '<svg><a href="https://example.com">x</a></svg>y', 'y'],
    ['math and all in it', '<math><mtext>x</mtext></math>y', 'y'],
    ['styles, classes, ids', '<p style="color:red" class="a" id="b">a</p>', '<p>a</p>'],
    ['a javascript link', '<a href="javascript:alert(1)">a</a>', 'a'],
    ['one with a line break in it', '<a href="java\nscript:alert(1)">a</a>', 'a'],
    ['one behind an entity', '<a href="&#106;avascript:alert(1)">a</a>', 'a'],
    ['a data link', '<a href="data:text/html,x">a</a>', 'a'],
    ['a link without https', '<a href="http://example.com/">a</a>', 'a'],
    ['a relative link', '<a href="/agent/tickets/1">a</a>', 'a'],
    ['a link that carries a login', '<a href="https://a:b@example.com/">a</a>', 'a'],
    ['a link that carries half a login', '<a href="https://a@example.com/">a</a>', 'a'],
    ['a link that carries only a password', '<a href="https://:b@example.com/">a</a>', 'a'],
    ['an address on what is no link', '<p href="https://example.com/">a</p>', '<p>a</p>'],
    ['what old browsers show as source', 'a<xmp><b>b</b></xmp><listing>c</listing>', 'a'],
    ['comments', 'a<!-- b -->c', 'ac'],
    ['a hidden template', 'a<template>b</template>c', 'ac'],
    ['form fields', '<form>a<input value=b><textarea>c</textarea></form>', 'a'],
    ['unknown elements, not their words', '<x-y>a</x-y><font color=red>b</font>', 'ab'],
    ['tables, not their words', '<table><tr><td>a</td></tr></table>', 'a'],
    ['a direction that is none', '<p dir="javascript:">a</p>', '<p>a</p>'],
    ['script put together from its own removal', '<scr<script></script>ipt>a', 'ipt&gt;a'],
  ])('drops %s', (_what, html, expected) => {
    expect(sanitise(html)).toBe(expected);
  });

  it('leaves only what is allowed in any mixture of known attacks, and is done at once (1000 runs)', () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const clean = sanitise(html);
        expect(elementsOf(clean).flatMap(stray)).toEqual([]);
        expect(clean).not.toMatch(/<script|<[^>]*\son\w+\s*=|<[^>]*javascript:/i);
        expect(sanitise(clean)).toBe(clean);
      }),
      { numRuns: runs(200, 10_000) },
    );
  });

  it('shows text as it is, whatever is typed (300 runs)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        const parsed = new DOMParser().parseFromString(sanitise(`<p>${escaped}</p>`), 'text/html');
        expect(parsed.body.textContent).toBe(text);
      }),
      { numRuns: runs(100, 3_000) },
    );
  });
});
