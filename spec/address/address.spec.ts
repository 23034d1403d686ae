import fc from 'fast-check';
import { parseAddress, sameAddress, type AddressProblem } from '../../src/address/address';
import { runs } from '../support/runs';

it.each([
  'jane.doe@example.com',
  'Jane.Doe@Example.COM.au',
  'pat.smith+gitlab@example.com',
  "o'brien@example.com",
  'jane_doe@sub-domain.example.com',
  'x@example.xn--p1ai',
  `${'a'.repeat(64)}@example.com`,
])('takes %s as it is typed', (text) => {
  expect(parseAddress(`  ${text}\n`)).toEqual({ ok: true, value: text });
});

it.each<[string, AddressProblem]>([
  ['', 'empty'],
  [' \t\n', 'empty'],
  [`${'a'.repeat(60)}@${'b.'.repeat(120)}example.com`, 'too-long'],
  ['a'.repeat(300), 'too-long'],
  ['{{ticket.id}}@example.com', 'unsafe'],
  ['jane{email}@example.com', 'unsafe'],
  ['"jane doe"@example.com', 'unsafe'],
  ['Jane <jane@example.com>', 'unsafe'],
  ['jane\\@example.com', 'unsafe'],
  ['jane@example.com\nBcc: eve@example.com', 'unsafe'],
  ['jane\u0000@example.com', 'unsafe'],
  ['jane%0a@example.com', 'unsafe'],
  ['jane%0D@example.com', 'unsafe'],
  ['jane%7B%7bx@example.com', 'unsafe'],
  ['jane%20doe@example.com', 'unsafe'],
  ['jane\u202e@example.com', 'unsafe'],
  ['ja\u200bne@example.com', 'unsafe'],
  ['jane\ud800@example.com', 'unsafe'],
  ['jöhn@example.com', 'not-ascii'],
  ['jane@exämple.com', 'not-ascii'],
  ['j\u0430ne@example.com', 'not-ascii'],
  ['ישראל@example.com', 'not-ascii'],
  ['jane\u00a0doe@example.com', 'not-ascii'],
  ['jane', 'not-an-address'],
  ['@example.com', 'not-an-address'],
  ['jane@', 'not-an-address'],
  ['jane@example', 'not-an-address'],
  ['jane@@example.com', 'not-an-address'],
  ['jane@doe@example.com', 'not-an-address'],
  ['jane doe@example.com', 'not-an-address'],
  ['jane@example.com, bob@example.com', 'not-an-address'],
  ['jane@-example.com', 'not-an-address'],
  ['jane@example-.com', 'not-an-address'],
  ['jane@exam_ple.com', 'not-an-address'],
  ['jane@example..com', 'not-an-address'],
  ['jane@example.com.', 'not-an-address'],
  ['jane@[192.0.2.1]', 'not-an-address'],
  ['jane@192.0.2.1', 'not-an-address'],
  [`${'a'.repeat(65)}@example.com`, 'not-an-address'],
  ['%@example.com', 'not-an-address'],
  ['a%b@example.com', 'not-an-address'],
  ['_@example.com', 'not-an-address'],
  ['%_%@example.com', 'not-an-address'],
  ['_null', 'not-an-address'],
])('does not take %p: %s', (text, problem) => {
  expect(parseAddress(text)).toEqual({ ok: false, failure: problem });
});

const hostilePieces = fc.constantFrom(
  ...[
    '{{',
    '}}',
    '{%',
    '"',
    "'",
    ' ',
    '%0a',
    '%0D%0A',
    '\n',
    '\u202e',
    '\u200f',
    '\u0000',
    '@',
    '.',
  ],
  ...[
    'jane',
    'example.com',
    'x'.repeat(300),
    '%',
    '_',
    '+',
    '<',
    '>',
    '\\',
    '#',
    '&',
    '?',
    'é',
    'K',
  ],
);
const hostileTexts = fc.oneof(
  fc.array(hostilePieces, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.array(hostilePieces, { maxLength: 3 }).map((pieces) => `${pieces.join('')}@example.com`),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.emailAddress(),
);

it('lets nothing through that could break a request, a search or a line', () => {
  const count = runs(2_000, 100_000);
  let taken = 0;
  fc.assert(
    fc.property(hostileTexts, (text) => {
      const parsed = parseAddress(text);
      if (!parsed.ok) return true;
      taken += 1;
      const address: string = parsed.value;
      const [local = '', host = ''] = address.split('@');
      return (
        address === text.trim() &&
        address.length <= 254 &&
        /^[\x21-\x7e]+$/.test(address) &&
        !/[{}"<>\\]/.test(address) &&
        /[a-z0-9]/i.test(local) &&
        /^[a-z0-9.-]+$/i.test(host) &&
        decodeURIComponent(encodeURIComponent(address)) === address
      );
    }),
    { numRuns: count },
  );
  expect(taken).toBeGreaterThan(count / 20);
});

it('reads its own result again', () => {
  fc.assert(
    fc.property(hostileTexts, (text) => {
      const parsed = parseAddress(text);
      const again = parsed.ok ? parseAddress(parsed.value) : parsed;
      expect(again).toEqual(parsed);
    }),
    { numRuns: runs(1_000, 50_000) },
  );
});

it.each([
  ['jane@example.com', 'JANE@Example.COM', true],
  ['jane@example.com', 'jane@example.com.au', false],
  ['jane.doe@example.com', 'jane_doe@example.com', false],
  ['jane@example.com', 'jane@example.com ', false],
  // The Kelvin sign and the dotless i have capitals and small letters in common with k and i.
  ['kim@example.com', '\u212aim@example.com', false],
  ['ida@example.com', '\u0130da@example.com', false],
])('%p and %p: %p', (a, b, same) => {
  expect(sameAddress(a, b)).toBe(same);
});
