import fc from 'fast-check';
import { escapeHtml, textOfHtml } from '../../src/zendesk/text-of-html';

it.each([
  ['<p>One</p><p>Two</p>', 'One\nTwo'],
  ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
  ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
  ['a&nbsp;&lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27;', 'a\u00a0<b> & "c" \'d\''],
  ['&amp;lt;', '&lt;'],
  ['&unknown; &#0; &#x110000;', '&unknown; &#0; &#x110000;'],
  ['one\n  two', 'one two'],
  ['<style>p{}</style><!-- x --><script>alert(1)</script>text', 'text'],
  ['<script>alert(1)', ''],
  ['1 < 2', '1 < 2'],
  ['From: Jane <jane.doe@example.com>', 'From: Jane <jane.doe@example.com>'],
  ['<br/><custom-tag a="b">x</custom-tag>', 'x'],
])('reads %j as %j', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

it('reads back whatever was escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const shown = textOfHtml(escapeHtml(text));
      expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
