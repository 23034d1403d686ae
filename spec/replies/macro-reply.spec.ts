/** @jest-environment jsdom */
import { escape } from 'es-toolkit/string';
import fc from 'fast-check';
import { replyFromMacro } from '../../src/replies/compose-reply';
import { runs } from '../support/runs';
import { hostileHtml, hostileName } from './hostile';

const from = (html: string, requesterName = 'Jane Doe', ownMacro = false) =>
  replyFromMacro('reseller', { macroId: 7, title: 'Ours', html, ownMacro }, requesterName);

describe('a reply from a macro', () => {
  it('keeps the admin’s words and says where they come from', () => {
    expect(from('<p>Hello Jane Doe,</p>', 'Jane Doe', true)).toEqual({
      name: 'reseller',
      html: '<p>Hello Jane Doe,</p>',
      text: 'Hello Jane Doe,',
      origin: { kind: 'macro', macroId: 7, title: 'Ours', ownMacro: true },
      unresolved: [],
    });
  });

  it('drops script and handlers from a preview', () => {
    const { html } = from('<p onclick="alert(1)">a<script>alert(1)</script></p>');
    expect(html).toBe('<p>a</p>');
  });

  it.each([
    [
      'as written',
      '<p>{{dc.greeting}} {{ticket.id}} {{dc.greeting}}</p>',
      ['{{dc.greeting}}', '{{ticket.id}}'],
    ],
    ['Liquid', '{% if ticket.id %}x{% endif %}', ['{% if ticket.id %}', '{% endif %}']],
    ['in a link', '<a href="https://example.com/{{ticket.id}}">x</a>', ['{{ticket.id}}']],
    ['behind entities', '&#123;&#123;ticket.id}}', ['{{ticket.id}}']],
    ['broken up by markup', '{<b>{ticket.id}}</b>', ['{{ticket.id}}']],
    ['in full width', '<p>｛｛ticket.id｝｝</p>', ['{{ticket.id}}']],
    ['as a link writes it', '<a href="https://example.com/%7B%7Ba%7D%7D">x</a>', ['{{a}}']],
    ['as markup that is shown', '<p>&amp;#123;{ticket.id}}</p>', ['{{ticket.id}}']],
    ['over two lines', '<pre>{\n{ticket.id}}</pre>', ['{{ticket.id}}']],
    [
      'parted by a soft hyphen',
      '<p>{&shy;{ticket.id}}</p>',
      ['{&shy;{ticket.id}}', '{{ticket.id}}'],
    ],
    ['never closed', 'a {{ b', ['{{']],
    ['Liquid never closed', 'a {% b', ['{%']],
  ])('states what nothing has filled in: %s', (_what, html, unresolved) => {
    expect(from(html).unresolved).toEqual(unresolved);
  });

  it('fills in the name should Zendesk have left it, as text', () => {
    expect(from('<p>Hello {{ticket.requester.name}},</p>').text).toBe('Hello Jane Doe,');
    const hostile = from('<p>Hello {{ ticket.requester.name }},</p>', 'b{{ticket.id}} $&');
    expect(hostile.html).toBe('<p>Hello b{ {ticket. id}} $&amp;,</p>');
    expect(hostile.unresolved).toEqual([]);
    expect(from('<p>Hello {{ticket.requester.name}},</p>', '').unresolved).toHaveLength(1);
  });

  it.each([
    ['{{ticket.id}}', '<p>Hello {{ticket.id}},</p>'],
    ['{{a<b}}', '<p>Hello {{a&lt;b}},</p>'],
    ['Jane {{ticket.id}} {{', '<p>Hello Jane {{ticket.id}} {{,</p>'],
    ['Jane {{ticket.id}}', '<p>Hello {{ticket.id}},</p>'],
  ])('takes the name %s for a name', (name, html) => {
    const reply = from(html, name);
    expect(reply.unresolved).toEqual([]);
    expect(`${reply.html}${reply.text}`).not.toContain('{{');
  });

  const image = '<img src=x onerror=alert(1)><b>Eve</b>';
  const quoted = '<img src=x onerror="document.title=\'owned\'"><b>Eve $& 🙂</b>';
  const asNumbers = (text: string) =>
    text.replace(/[<>"'&]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);
  it.each([
    ['markup', image, image.replace(/</g, '&lt;').replace(/>/g, '&gt;')],
    ['markup that Zendesk left markup', image, image],
    ['markup, its quotes as entities', quoted, escape(quoted)],
    ['markup, its signs as other entities', quoted, asNumbers(quoted)],
    ['a number', '15', '15'],
    ['an address', 'jane.doe@example.com', 'jane.doe@example.com'],
    ['nothing yet', '15', '{{ticket.requester.name}}'],
  ])('greets nobody by what is no name: %s', (_what, name, filled) => {
    const { html } = from(`<p>Hello ${filled},</p><p>Wait 15 minutes.</p>`, name);
    expect(html).toBe('<p>Hello,</p><p>Wait 15 minutes.</p>');
  });

  it('lets no name turn round the words beside it', () => {
    for (const control of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c') {
      const name = `دانا ${control}متحف`;
      expect(from(`<p>Hello ${name},</p>`, name).text).toBe('Hello دانا متحف,');
    }
    // An author's own are left where the name has none.
    expect(from('<p>Hello Jane Doe,\u200f</p>').text).toBe('Hello Jane Doe,\u200f');
  });

  const phish = 'Locked! https://portal.example/reset www.portal.example';
  it.each([
    ['filled in', `<p>Hello ${phish},</p>`, phish],
    ['filled in by its last part', '<p>Hello www.portal.example,</p>', phish],
    ['left to be filled in', '<p>Hello {{ticket.requester.name}},</p>', phish],
    [
      'filled in as markup',
      '<p>Hi <a href="https://portal.example/">x</a>,</p>',
      '<a href="https://portal.example/">x</a>',
    ],
    [
      'left in an attribute',
      '<a title="{{ticket.requester.name}}" href="https://good.example/">x</a>',
      '" href="https://portal.example/',
    ],
    [
      'filled in, with braces before it',
      '<p>Hi {{x}}https://portal.example,</p>',
      '{{x}}https://portal.example',
    ],
  ])('makes no link of a name: %s', (_, html, name) => {
    const reply = from(html, name);
    expect(`${reply.html} ${reply.text}`).not.toMatch(/:\/\/portal|www\.portal/);
  });

  it('leaves the macro’s own links', () => {
    const html = '<p>Hello Jane, <a href="https://good.example/">good.example</a></p>';
    expect(from(html, 'Jane x.co').html).toBe(html);
  });

  it('does not let a name of two braces pass a placeholder off as filled', () => {
    expect(from('<p>{{dc.x}}</p>', '{{').unresolved).toEqual(['{{dc.x}}']);
  });

  it('never lets a brace pair through unstated (500 runs)', () => {
    fc.assert(
      fc.property(hostileHtml, hostileName, (html, name) => {
        const reply = from(html, name);
        const pairs = [reply.html, reply.text].some((words) => /\{\{|\{%/.test(words));
        expect(pairs && reply.unresolved.length === 0).toBe(false);
      }),
      { numRuns: runs(100, 5_000) },
    );
  });
});
