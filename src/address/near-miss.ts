import { lowerCase, type Address } from './address';
import { isOneSlip } from './one-slip';

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
