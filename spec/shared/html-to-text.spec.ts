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
  ])('%s', (_what, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});
