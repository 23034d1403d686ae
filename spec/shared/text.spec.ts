import fc from 'fast-check';
import { visibleText, withoutEnd } from '../../src/shared/text';

const zalgo = (letter: string, count: number): string => letter + '\u0301'.repeat(count);

describe('somebody else’s text on one line', () => {
  it.each([
    ['line breaks and tabs', 'a\r\n\tb\u2028c', 'a b c'],
    ['control characters', 'a\u0000b\u001bc\u0085d', 'a b c d'],
    ['zero-width characters', 'ad\u200bm\u2060in\ufeff', 'admin'],
    ['a soft hyphen', 'ad\u00admin', 'admin'],
    ['what turns the direction', '\u202eevil\u202c \u2066x\u2069', 'evil x'],
    ['Hangul fillers', 'a\u3164\uffa0b', 'ab'],
    ['characters of the tag block', 'a\u{e0041}b', 'ab'],
    ['a joiner between Latin letters', 'jane\u200ddoe\u200c', 'janedoe'],
    ['variation selectors after a letter', 'a\ufe0f\ufe01b', 'ab'],
    ['halves of characters', 'a\ud800b\udc00c', 'a b c'],
    ['a letter of Braille without a dot', '\u2800a\u2800b', 'a b'],
    ['interlinear annotation', 'a\ufff9b\ufffac\ufffb', 'abc'],
  ])('without %s', (_what, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it.each([
    ['Persian', 'می\u200cخواهم'],
    ['Devanagari', 'क\u094d\u200dष'],
    ['an emoji of several', '👩\u200d💻 and ❤\ufe0f\u200d🔥 and 👩🏽\u200d🚀'],
    ['Vietnamese', 'Nguye\u0302\u0303n'],
    ['Thai', 'กิ่ง'],
    ['Hebrew with points', 'בְּרֵאשִׁית'],
  ])('with the marks and joiners that %s needs', (_what, text) => {
    expect(visibleText(text)).toBe(text);
  });

  it('no letter carries more than four marks', () => {
    expect(visibleText(`${zalgo('a', 300)}${zalgo('b', 5)}c`)).toBe(
      `${zalgo('a', 4)}${zalgo('b', 4)}c`,
    );
  });

  it('is cut where it is too long, and never within a character', () => {
    expect(visibleText('a'.repeat(500))).toBe(`${'a'.repeat(399)}…`);
    expect(visibleText('ab😀d', { most: 4 })).toBe('ab…');
    expect(visibleText('abcd', { most: 4 })).toBe('abcd');
  });

  it('that was too long to be looked at whole shows that it was cut', () => {
    expect(visibleText(`ab${' '.repeat(20)}`, { most: 4 })).toBe('ab…');
  });

  it('whatever it is, comes out short, on one line and the same the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const shown = visibleText(text, { most: 100 });
        expect(shown.length).toBeLessThanOrEqual(100);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}]|\p{M}{5}/u);
      }),
    );
  });
});

it.each([
  ['a. .', ' .', 'a'],
  ['a.b', '.', 'a.b'],
  ['...', '.', ''],
  ['', '.', ''],
])('%p without %p at its end is %p', (text, characters, left) => {
  expect(withoutEnd(text, characters)).toBe(left);
});
