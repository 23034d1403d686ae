import { type Address, lowerCase } from './address';

/** Where most slips happen. */
const oftenMistyped = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'protonmail.com',
];
/** One slip from a name above, and real. */
const real = ['mail.com', 'email.com', 'ymail.com', 'hotmail.co', 'outlook.co'];

/** The address that was probably meant: one already known, or the same at a provider everyone knows. */
export function nearMiss(address: Address, known: readonly string[]): string | undefined {
  const typed = lowerCase(address);
  const meant = known.find((other) => isOneSlip(typed, lowerCase(other)));
  if (meant !== undefined) return meant;

  const at = typed.lastIndexOf('@') + 1;
  const host = typed.slice(at);
  if (oftenMistyped.includes(host) || real.includes(host)) return undefined;
  const provider = oftenMistyped.find((name) => isOneSlip(host, name));
  return provider && address.slice(0, at) + provider;
}

/** One letter too many, too few, wrong, or two neighbours swapped. Equal texts are not a slip. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];

  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) ||
    (isSwapped && short.slice(at + 2) === long.slice(at + 2))
  );
}
