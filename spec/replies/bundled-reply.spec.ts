/** @jest-environment jsdom */
import fc from 'fast-check';
import { bundledReply, requesterNameAsText } from '../../src/replies/compose-reply';
import { htmlToText } from '../../src/shared/html';
import { replyNames } from '../../src/shared/reply';
import { sanitise } from '../../src/shared/sanitise';
import { runs } from '../support/runs';
import { catalogues, english } from './all-replies';
import { hostileName } from './hostile';

const reply = (requesterName: string) =>
  bundledReply(english, { name: 'unconfirmed', language: 'en', why: 'missing', requesterName });

const greetingOf = (requesterName: string) => reply(requesterName).text.split('\n')[0];

describe('a bundled reply', () => {
  it.each([
    ['a plain name', 'Jane Doe', 'Hello Jane Doe,'],
    ['markup', '<img src=x onerror=alert(1)><b>Jane</b>', 'Hello,'],
    ['a bracket', 'Jane > Doe', 'Hello,'],
    ['a number', '+49 (30) 1234-567', 'Hello,'],
    ['an @', 'Jane @ Example', 'Hello,'],
    ['quotes', `Jane "JD" O'Doe`, `Hello Jane "JD" O'Doe,`],
    ['no name', '', 'Hello,'],
    ['a name of blanks', ' \t\n\u00a0', 'Hello,'],
    ['a name of invisible characters', '\u200b\u202e\u2066\ufeff', 'Hello,'],
    ['a placeholder', '{{ticket}}', 'Hello { {ticket}},'],
    ['Liquid', '{% if a %}', 'Hello { % if a %},'],
    ['a placeholder under a broken pair', '{{{x}}}', 'Hello { { {x}}},'],
    ['a pair hidden by an invisible character', '{\u2060{x}}', 'Hello { {x}},'],
    ['our own link', '{sign_in_url}', 'Hello {sign_in_url},'],
    ['a replacement pattern', 'J$& $1 $$', 'Hello J$& $1 $$,'],
    ['right-to-left text', 'ג׳יין דו', 'Hello \u2068ג׳יין דו\u2069,'],
    ['Arabic with an override', '\u202eجين', 'Hello \u2068جين\u2069,'],
    ['a link', 'Account locked! Sign in: https://portal.example/reset', 'Hello,'],
    ['a host', 'Account locked www.portal.example', 'Hello,'],
    ['a host without more', 'Sign in at portal.example now', 'Hello,'],
    ['a host of one letter', 'Sign in at t.co/abc', 'Hello,'],
    ['a host in another width', 'Sign in at portal．example', 'Hello,'],
    ['an address', 'jane.doe@example.com', 'Hello,'],
    ['Markdown', '[Reset](javascript)', 'Hello,'],
    ['initials and titles', 'Dr. J. R. Doe Jr. (she/her)', 'Hello Dr. J. R. Doe Jr. (she/her),'],
    ['several lines', 'Jane\r\nBcc: x', 'Hello Jane Bcc: x,'],
  ])('greets %s as text', (_what, name, greeting) => {
    expect(greetingOf(name)).toBe(greeting);
  });

  it('greets nobody by a novel', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(requesterNameAsText(family.repeat(80))).toBe(family.repeat(80));
    expect(requesterNameAsText(family.repeat(81))).toBe('');
    expect(requesterNameAsText(`${'a'.repeat(78)} bcd`)).toBe('');
  });

  it('states the catalogue’s language as its own, and why it is here', () => {
    const { origin } = bundledReply(english, {
      name: 'reseller',
      language: 'de',
      why: 'forbidden',
      requesterName: '',
    });
    expect(origin).toEqual({ kind: 'bundled', language: 'en', why: 'forbidden' });
  });

  it('is markup that needs no sanitising, and text that says the same', () => {
    for (const words of catalogues) {
      for (const name of replyNames) {
        const { html, text } = bundledReply(words, {
          name,
          language: words.language,
          why: 'missing',
          requesterName: 'Jane & <Joe>',
        });
        expect(sanitise(html)).toBe(html);
        expect(htmlToText(html)).toBe(text);
      }
    }
  });

  it('takes nothing from a name but its letters (3000 runs)', () => {
    const plain = reply('X');
    fc.assert(
      fc.property(hostileName, (name) => {
        const { html, text, unresolved } = reply(name);
        const shown = requesterNameAsText(name);
        const greeting = shown === '' ? 'Hello,' : `Hello ${shown},`;
        const escaped = greeting.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        expect(html).toBe(plain.html.replace('Hello X,', () => escaped));
        expect(text).toBe(plain.text.replace('Hello X,', () => greeting));
        expect(shown).not.toMatch(/\{\{|\{%|[\n\r\u202e]/);
        expect(unresolved).toEqual([]);
      }),
      { numRuns: runs(500, 20_000) },
    );
  });

  it('survives sanitising whatever the name is (300 runs)', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        const { html } = reply(name);
        expect(sanitise(html)).toBe(html);
      }),
      { numRuns: runs(100, 3_000) },
    );
  });
});
