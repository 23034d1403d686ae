/** @jest-environment jsdom */
import { htmlToText } from '../../src/shared/html';

describe('markup as plain text', () => {
  it.each([
    ['paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['line breaks', 'one<br>two', 'one\ntwo'],
    ['numbered steps', '<ol><li>one</li><li>two</li></ol>', '1. one\n2. two'],
    ['bullets between paragraphs', '<p>a</p><ul><li>b</li></ul><p>c</p>', 'a\n\n- b\n\nc'],
    ['a list in a list', '<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n\n- b'],
    [
      'a link with other words',
      '<a href="https://example.com/">here</a>',
      'here (https://example.com/)',
    ],
    [
      'a link that shows its address',
      '<a href="https://example.com/">https://example.com/</a>',
      'https://example.com/',
    ],
    ['a link around nothing', '<a href="https://example.com/"> </a>', 'https://example.com/'],
    ['a mail link', '<a href="mailto:a@example.com">a@example.com</a>', 'a@example.com'],
    [
      'a mail link with words',
      '<a href="mailto:a@example.com">mail us</a>',
      'mail us (a@example.com)',
    ],
    ['lines of divs', '<div>one</div><div>two</div>', 'one\n\ntwo'],
    [
      'white space of the source',
      '<p>one\n   two\t three</p>\n\n<p>four</p>',
      'one two three\n\nfour',
    ],
    ['code, line by line', '<pre>a\n  b</pre>', 'a\nb'],
    ['entities', '&lt;b&gt; &amp; &quot;', '<b> & "'],
    ['bold words', 'a <strong>b</strong> c', 'a b c'],
    ['headings', '<h2>one</h2>two', 'one\n\ntwo'],
    ['nothing', '', ''],
    ['no markup', 'one\n  two', 'one two'],
    [
      'cells of a table',
      '<table><tr><td>a@example.com</td><td>Phone</td></tr></table>',
      'a@example.com Phone',
    ],
    [
      'what is not for reading',
      '<style>p{}</style><!-- x --><script>alert(1)</script>text',
      'text',
    ],
    ['a script that does not end', '<script>alert(1)', ''],
    ['a sum', '1 < 2 &amp; 3', '1 < 2 & 3'],
    [
      'a quoted sender',
      'From: Jane <jane.doe@example.com><br>x',
      'From: Jane <jane.doe@example.com>\nx',
    ],
    ['tags of one’s own', '<br/><custom-tag a="b">x</custom-tag>', 'x'],
    ['numbers that are none', '&#0; &#x110000; &unknown;', '\ufffd \ufffd &unknown;'],
  ])('%s', (_what, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('leaves links out where only words are looked for', () => {
    const html = '<a href="https://example.com/?a=b@example.com">here</a>';
    expect(htmlToText(html, { links: false })).toBe('here');
  });

  it('reads markup nested deeper than any browser nests it', () => {
    expect(htmlToText(`${'<div>'.repeat(800)}deep`)).toBe('deep');
  });
});

it.each(['<b>', '<div>', '<p>'])('4,000 open tags (%s) are words, and no tree', (tag) => {
  const made = jest.spyOn(DOMParser.prototype, 'parseFromString');
  const text = htmlToText(`jane@example.com ${tag.repeat(4_000)}`);
  expect(text).toContain('jane@example.com');
  expect(made.mock.calls.every(([html]) => !html.includes(tag))).toBe(true);
  made.mockRestore();
});
