/** @jest-environment jsdom */
import { htmlToText, parseHtml } from '../../src/shared/html';

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

/** Elements in all documents that were made meanwhile, which is what a parser takes its time for. */
function elementsMade(read: () => unknown): number {
  const made = jest.spyOn(DOMParser.prototype, 'parseFromString');
  read();
  const count = made.mock.results.reduce(
    (sum, { value }) => sum + (value as Document).getElementsByTagName('*').length,
    0,
  );
  made.mockRestore();
  return count;
}

describe('formatting that is never closed, made anew in every paragraph', () => {
  const row = (count: number, piece: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => piece(at)).join('');
  const attack = (open: (at: number) => string) => `<p>${row(100, open)}${'<p>x'.repeat(500)}`;

  it('is read as words of a ticket, with an element for each tag', () => {
    const html = attack((at) => `<b a=${at}>`);
    expect(elementsMade(() => htmlToText(`jane@example.com${html}`))).toBeLessThan(700);
    expect(htmlToText(`jane@example.com${html}`)).toMatch(/^jane@example\.com\n\nx\n\nx/);
  });

  it.each([
    ['as it is', (at: number) => `<b a=${at}>`],
    ['in capitals', (at: number) => `<FONT a=${at}>`],
    ['with an end like a tag’s without one', (at: number) => `<b a=${at} />`],
    ['with quotes', (at: number) => `<b a="${at}">`],
    ['with ends in a comment', (at: number) => `<b a=${at}><!--</b>-->`],
    ['with ends in a bogus comment', (at: number) => `<b a=${at}><?</b>`],
    ['with an end in its own attribute', (at: number) => `<b a=${at} c="</b>">`],
    ['with an end in its own attribute, after another’s', (at: number) => `<b a=${at} c="></b>">`],
    ['with an end in another’s attribute', (at: number) => `<b a=${at}><br a="</b>">`],
    ['with ends in a cell', (at: number) => `<b a=${at}><table><td></b></table>`],
    ['with ends in a choice', (at: number) => `<b a=${at}><select></b></select>`],
    ['with ends where there is text only', (at: number) => `<b a=${at}><textarea></b></textarea>`],
    ['with ends in a drawing', (at: number) => `<b a=${at}><svg><desc></b></desc></svg>`],
    ['with a stray quote', (at: number) => `<b a=${at}><i " ></i></b ">`],
    ['with ends of others', (at: number) => `<b a=${at}></i></strong></p>`],
  ])('is never parsed: %s', (_what, open) => {
    expect(elementsMade(() => parseHtml(attack(open)))).toBeLessThan(10);
  });

  it.each([
    ['closed', (at: number) => `<p><b a=${at}>one</b> <code>two</code><br>three</p>`],
    ['in one another', () => '<p><b><i><u>one</u></i></b></p>'],
    ['in cells that are not closed', () => '<table><tr><td><b>one</b></table>'],
    ['left open once', (at: number) => (at === 0 ? '<b>' : '<p>one</p>')],
  ])('is parsed where it is %s, however much there is', (_what, piece) => {
    const html = row(400, piece);
    expect(parseHtml(html).textContent).not.toContain('<');
  });
});
