import { type Result, failed, ok } from '../shared/failure';

declare const brand: unique symbol;

/** A mail address that is safe to ask about: parsed, trimmed, as typed (capitals kept). */
export type Address = string & { readonly [brand]: 'Address' };

export type AddressProblem = 'empty' | 'too-long' | 'unsafe' | 'not-ascii' | 'not-an-address';

/** RFC 5321: what fits into `<…>` of a mail's envelope. */
const longest = 254;
const longestLocalPart = 64;

/** Without `%`, which a search of the portal's would take for any text. */
const localPart = /^[a-z0-9.!#$&'*+/=?^_`|~-]+$/i;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/** Braces are how Zendesk's proxy marks secrets; escapes of the same, and of control characters, are no one's name. */
const unsafe = /[\p{C}{}\\"<>]|%(?:[01][0-9a-f]|2[02]|3[ce]|5c|7[bdf])/iu;

/**
 * Narrower than RFC 5322 on purpose. Beyond ASCII one address has several spellings (composed letters,
 * punycode), so a search that finds nothing would not mean that there is nothing.
 */
export function parseAddress(text: string): Result<Address, AddressProblem> {
  const address = text.trim();
  if (address === '') return failed('empty');
  if (address.length > longest) return failed('too-long');
  if (unsafe.test(address)) return failed('unsafe');
  if (/[^\u0020-\u007e]/.test(address)) return failed('not-ascii');
  return isAddress(address) ? ok(address) : failed('not-an-address');
}

function isAddress(text: string): text is Address {
  const [local = '', host = '', ...rest] = text.split('@');
  return (
    rest.length === 0 &&
    local.length <= longestLocalPart &&
    localPart.test(local) &&
    // `_@…` would search for everybody: it stands for any letter.
    /[a-z0-9]/i.test(local) &&
    domain.test(host)
  );
}

/** The same but for capitals. Of ASCII only: `toLowerCase` would make a K of the Kelvin sign. */
export function sameAddress(a: string, b: string): boolean {
  return lowerCase(a) === lowerCase(b);
}

export function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

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

export type AddressOrigin =
  | 'requester'
  | 'identity'
  | 'wrote_last'
  | 'subscription_field'
  | 'cc'
  | 'ticket_text'
  | 'typed';

/** An address the engineer can check, and whether a public reply may speak about it. */
export interface AddressCandidate {
  readonly address: Address;
  readonly origin: AddressOrigin;
  /** One of the requester's own *verified* addresses. Unknown counts as not own (brief, rule 6). */
  readonly own: boolean;
}

interface Identity {
  readonly type: string;
  readonly value: string;
  readonly verified: boolean | undefined;
}

export interface AddressSources {
  readonly requesterEmail: string | undefined;
  readonly identities: readonly Identity[];
  /** A colleague in copy, where the newest message is theirs: it is often their account that is meant. */
  readonly colleagueWhoWroteLast?: string | undefined;
  readonly subscriptionEmail: string | undefined;
  readonly ccs: readonly string[];
  /** Those that the ticket's text names, in the order of `findAddresses`. */
  readonly inText: readonly string[];
}

/** Nobody chooses from more, and each is compared with all before it. */
const mostCandidates = 50;

/** Every address worth offering, each once, under the first of its origins. */
export function addressCandidates(sources: AddressSources): readonly AddressCandidate[] {
  const { requesterEmail, subscriptionEmail, ccs, inText } = sources;
  const identities = sources.identities.filter(({ type }) => type === 'email');
  const verified = identities.filter((identity) => identity.verified === true);

  const candidates: AddressCandidate[] = [];
  const offer = (origin: AddressOrigin, texts: readonly string[]): void => {
    for (const found of texts) {
      const parsed = parseAddress(found);
      if (!parsed.ok || candidates.length === mostCandidates) continue;
      const address = parsed.value;
      if (candidates.some((candidate) => sameAddress(candidate.address, address))) continue;
      const own = verified.some(({ value }) => sameAddress(value.trim(), address));
      candidates.push({ address, origin, own });
    }
  };

  offer('requester', [requesterEmail ?? '']);
  offer(
    'identity',
    identities.map(({ value }) => value),
  );
  offer('wrote_last', [sources.colleagueWhoWroteLast ?? '']);
  offer('subscription_field', [subscriptionEmail ?? '']);
  offer('cc', ccs);
  offer('ticket_text', inText);
  return candidates;
}
