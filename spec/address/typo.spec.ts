import fc from 'fast-check';
import { type Address, isOneSlip, nearMiss } from '../../src/address/address';
import { runs } from '../support/runs';

const meant = (text: string, ...known: readonly string[]) => nearMiss(text as Address, known);

it.each([
  ['jane@gmial.com', 'jane@gmail.com'],
  ['jane@gamil.com', 'jane@gmail.com'],
  ['jane@gmail.con', 'jane@gmail.com'],
  ['jane@gmail.co', 'jane@gmail.com'],
  ['Jane@GMAI.com', 'Jane@gmail.com'],
  ['jane@hotmial.com', 'jane@hotmail.com'],
  ['jane@outlok.com', 'jane@outlook.com'],
  ['jane@yaho.com', 'jane@yahoo.com'],
])('%s was meant as %s', (typed, expected) => {
  expect(meant(typed)).toBe(expected);
});

it.each([
  'jane@gmail.com',
  'jane@mail.com',
  'jane@ymail.com',
  'jane@email.com',
  'jane@example.com',
  'jane@gitlab.com',
  'jane@sub.gmial.com',
  'gmial.com@example.com',
])('%s was meant as it is', (typed) => {
  expect(meant(typed)).toBeUndefined();
});

it.each([
  ['jane.doe@example.con', 'Jane.Doe@example.com'],
  ['jane_doe@example.com', 'jane.doe@example.com'],
  ['jane.doee@example.com', 'jane.doe@example.com'],
  ['jnae.doe@example.com', 'jane.doe@example.com'],
])('%s is one slip from the known %s', (typed, known) => {
  expect(meant(typed, 'bob@example.com', known)).toBe(known);
});

it.each(['jane.doe@example.com', 'JANE.DOE@example.com', 'jane.d@example.com', 'x@example.org'])(
  'the known %s is no hint for jane.doe@example.com',
  (known) => {
    expect(meant('jane.doe@example.com', known)).toBeUndefined();
  },
);

it('prefers an address that is known over a provider', () => {
  expect(meant('jane@gmial.com', 'jane@gmil.com')).toBe('jane@gmil.com');
});

/** Every text one slip away, made rather than recognised. */
function slips(text: string): readonly string[] {
  const all = new Set<string>();
  for (let at = 0; at <= text.length; at += 1) {
    const [left, right] = [text.slice(0, at), text.slice(at)];
    all.add(left + right.slice(1));
    all.add(left + right.charAt(1) + right.charAt(0) + right.slice(2));
    for (const letter of 'abc') {
      all.add(left + letter + right);
      if (right !== '') all.add(left + letter + right.slice(1));
    }
  }
  all.delete(text);
  return [...all];
}

it('knows exactly the texts that one slip makes', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneSlip(a, b)).toBe(slips(a).includes(b));
      expect(isOneSlip(b, a)).toBe(isOneSlip(a, b));
    }),
    { numRuns: runs(1_000, 50_000) },
  );
});
