import { decodeHeader } from '../../src/mailgun/log-event';

test.each([
  ['plain', 'Reset password instructions', 'Reset password instructions'],
  ['base64', '=?UTF-8?B?UmVzZXQgcGFzc3dvcmQ=?=', 'Reset password'],
  ['quoted', '=?utf-8?Q?R=C3=A9initialiser_le_mot_de_passe?=', 'Réinitialiser le mot de passe'],
  ['latin 1', '=?iso-8859-1?q?Zur=FCcksetzen?=', 'Zurücksetzen'],
  ['a language beside the charset', '=?utf-8*de?q?Zur=C3=BCck?=', 'Zurück'],
  ['words among text', 'Re: =?utf-8?q?=C3=A9t=C3=A9?= | GitLab', 'Re: été | GitLab'],
  ['folded neighbours', '=?utf-8?b?6YeN572u?=\r\n =?utf-8?b?5a+G56CB?=', '重置密码'],
  ['a character split between two words', '=?utf-8?q?=E9=87?= =?utf-8?q?=8D?=', '重'],
  ['neighbours of two charsets', '=?utf-8?q?=C3=A9?= =?iso-8859-1?q?=E9?=', 'éé'],
  [
    'a folded line without words',
    'Reset password\r\n\tinstructions',
    'Reset password instructions',
  ],
  ['something that only looks like a word', 'what =? is ?= this', 'what =? is ?= this'],
])('reads %s', (_, raw, text) => {
  expect(decodeHeader(raw)).toBe(text);
});

test.each([
  ['an unknown charset', '=?x-klingon?B?UmVzZXQ=?='],
  ['broken base64', '=?utf-8?B?UmVz*ZXQ?='],
  ['bytes that are not of the charset', '=?utf-8?q?=FF=FE?='],
])('says that it cannot read %s', (_, raw) => {
  expect(decodeHeader(raw)).toBeUndefined();
});

describe('work is linear in the length, and ends with a thousand characters', () => {
  /** Bytes that are decoded, counted where they are: the clock of a busy machine counts something else. */
  function bytesDecoded(raw: string): number {
    const decode = jest.spyOn(TextDecoder.prototype, 'decode');
    decodeHeader(raw);
    const bytes = decode.mock.calls.reduce((sum, [given]) => sum + (given?.byteLength ?? 0), 0);
    decode.mockRestore();
    return bytes;
  }
  const words = (count: number) => '=?utf-8?q?abcdefgh?= '.repeat(count);

  test('each byte is decoded once', () => {
    expect(bytesDecoded(words(20))).toBe(160);
    expect(bytesDecoded(words(40))).toBe(320);
  });

  test('of a longer header no more is decoded, whatever its length', () => {
    const most = bytesDecoded(words(1000));
    expect(most).toBeLessThanOrEqual(1000);
    expect(bytesDecoded(words(100_000))).toBe(most);
  });

  test.each([
    ['blanks', 'Reset password instructions' + ' '.repeat(5000) + '| Project'],
    ['openings of words', '=?a?q?'.repeat(1000)],
    ['charsets', `=?${'a'.repeat(5000)}`],
    ['closings', '?= '.repeat(1000)],
  ])('a header of %s is cut, and shows it', (_, raw) => {
    const read = decodeHeader(raw) ?? '';
    expect(read.endsWith('…')).toBe(true);
    expect(read.length).toBeLessThanOrEqual(1001);
    expect(decodeHeader(raw + raw)).toBe(read);
  });
});
