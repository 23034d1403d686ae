import { sameAddress } from '../address/address';
import type { Audience, Copy, Identity, Readers } from '../shared/reply';

/** Whether a public reply may say what was found about an address. */
export type Disclosure =
  | { readonly kind: 'open' }
  /** Only after a second press: these read it too, and are not known to be the customer. */
  | { readonly kind: 'strangers'; readonly people: readonly Stranger[] }
  /** Only the neutral reply. */
  | { readonly kind: 'closed'; readonly why: ClosedReason };

export type Stranger =
  | {
      readonly kind: 'person';
      /** Zendesk's number of the user: of two without a name one must not pass for the other. */
      readonly id: number | undefined;
      readonly name: string | undefined;
      readonly address: string | undefined;
    }
  | Audience;

export type ClosedReason =
  /** The readers have not been read yet. */
  | { readonly kind: 'pending' }
  | {
      readonly kind: 'unknown';
      readonly what:
        | 'requester'
        | 'saved_requester'
        | 'identities'
        | 'copies'
        | 'audiences'
        | 'channel';
    }
  /** The ticket is saved with another requester than the one that Zendesk's page shows. */
  | { readonly kind: 'another-requester' }
  /** A problem ticket: its reply goes into each of its incidents, whoever asked there. */
  | { readonly kind: 'problem' }
  /** Not mail: nobody can tell by an address who reads there. */
  | { readonly kind: 'channel' }
  /** The address checked is none of the requester's. */
  | { readonly kind: 'not-theirs' }
  /** The requester has other addresses too, and the one checked was not verified by its owner. */
  | { readonly kind: 'unverified' }
  /** These others of the requester's addresses were not verified by their owner. */
  | { readonly kind: 'others-unverified'; readonly addresses: readonly string[] };

/** Where Zendesk sends a public reply by mail. Every other name is not known to be mail. */
const mailChannels: readonly string[] = ['email', 'web'];

/** What only the owner of an address can have done. `low` is an agent's or a script's word. */
const byTheOwner: readonly string[] = ['sso', 'embed', 'full'];

/**
 * The privacy gate (brief, rule 6): each address that can get the reply is the one it speaks about, or both of
 * them were verified by their owner, which makes them the same person's. Whatever is not known closes it.
 * `undefined` stands for readers that are still being read.
 */
export function mayDisclose(address: string, readers: Readers | undefined): Disclosure {
  if (!readers) return { kind: 'closed', why: { kind: 'pending' } };
  const { channel, requester, savedRequester, identities, copies, audiences, isProblem } = readers;
  if (requester && savedRequester !== undefined && savedRequester !== requester.id) {
    return { kind: 'closed', why: { kind: 'another-requester' } };
  }
  if (channel === undefined) return unknown('channel');
  if (!mailChannels.includes(channel)) {
    return { kind: 'closed', why: { kind: 'channel' } };
  }
  const primary = requester?.address;
  if (primary === undefined) return unknown('requester');
  const theirs = identities && mailAddresses(identities);
  // Identities without the address that Zendesk shows are not all there are.
  if (!theirs?.some(({ value }) => sameAddress(value, primary))) return unknown('identities');
  if (copies === undefined) {
    return isProblem ? { kind: 'closed', why: { kind: 'problem' } } : unknown('copies');
  }
  if (audiences?.every(({ reads }) => reads) !== true) return unknown('audiences');
  if (savedRequester === undefined) return unknown('saved_requester');

  const why = notTheSamePerson(address, theirs);
  if (why) return { kind: 'closed', why };
  const people = [
    ...copies.flatMap((copy) => stranger(copy, address, theirs, requester?.id)),
    ...audiences,
  ];
  return people.length === 0 ? { kind: 'open' } : { kind: 'strangers', people };
}

/**
 * Whether what the customer answers reaches nobody but us and those in copy: by mail, and not on a problem, whose
 * copies are not known.
 */
export const areAnswersPrivate = (readers: Readers | undefined): boolean =>
  readers?.channel !== undefined &&
  mailChannels.includes(readers.channel) &&
  readers.copies !== undefined;

const unknown = (what: Extract<ClosedReason, { kind: 'unknown' }>['what']): Disclosure => ({
  kind: 'closed',
  why: { kind: 'unknown', what },
});

/** What Zendesk calls the identities that are no mailbox. A Google or Microsoft account is one, and signs in. */
const notMail: readonly string[] = [
  'phone_number',
  'agent_forwarding',
  'twitter',
  'facebook',
  'any_channel',
  'sdk',
  'messaging',
];

/** Whatever is not known to be something else, and what looks like an address whatever it is called. `@jane` is a name at X. */
const mailAddresses = (identities: readonly Identity[]): readonly Identity[] =>
  identities.filter(
    ({ type, value }) =>
      !notMail.includes(type) || value.normalize('NFKC').trim().slice(1).includes('@'),
  );

/** Of an address that is listed twice, both must be: adding one never proves more. */
function isProven(address: string, theirs: readonly Identity[]): boolean {
  const same = theirs.filter(({ value }) => sameAddress(value, address));
  return same.length > 0 && same.every(isVerifiedByOwner);
}

const isVerifiedByOwner = ({ verified, verificationMethod }: Identity): boolean =>
  verified === true && verificationMethod !== undefined && byTheOwner.includes(verificationMethod);

function notTheSamePerson(address: string, theirs: readonly Identity[]): ClosedReason | undefined {
  if (!theirs.some(({ value }) => sameAddress(value, address))) return { kind: 'not-theirs' };
  const others = theirs.filter(({ value }) => !sameAddress(value, address));
  if (others.length === 0) return undefined;
  if (!isProven(address, theirs)) return { kind: 'unverified' };
  const unproven = others.map(({ value }) => value).filter((value) => !isProven(value, theirs));
  return unproven.length === 0
    ? undefined
    : { kind: 'others-unverified', addresses: [...new Set(unproven)] };
}

/** Staff can open the ticket with or without a reply: a copy tells them nothing new. */
function stranger(
  { id, name, address: mailbox, isStaff }: Copy,
  address: string,
  theirs: readonly Identity[],
  requesterId: number | undefined,
): readonly Stranger[] {
  if (isStaff) return [];
  // Of a user with another number Zendesk may know other addresses, whatever this one is.
  const isCustomer =
    mailbox !== undefined &&
    (id === undefined || id === requesterId) &&
    (sameAddress(mailbox, address) || (isProven(mailbox, theirs) && isProven(address, theirs)));
  return isCustomer ? [] : [{ kind: 'person', id, name, address: mailbox }];
}

/** Who would be named if nothing closed the gate. */
export function strangersOf(
  address: string,
  { requester, identities, copies, audiences }: Readers,
): readonly Stranger[] {
  const theirs = mailAddresses(identities ?? []);
  return [
    ...(copies ?? []).flatMap((copy) => stranger(copy, address, theirs, requester?.id)),
    ...(audiences ?? []).filter(({ reads }) => reads),
  ];
}

/** In the order in which it is told. */
export const readerParts = [
  'ticket',
  'requester',
  'saved_requester',
  'channel',
  'identities',
  'copies',
  'audiences',
] as const;
export type ReaderPart = (typeof readerParts)[number];

/** What differs between two readings of who reads; empty when a reply is read by the same as before. */
export function readersChanged(before: Readers, after: Readers): readonly ReaderPart[] {
  const was = fingerprints(before);
  const is = fingerprints(after);
  return readerParts.filter((part) => was[part] !== is[part]);
}

/** Lists are compared without their order; a name alone decides nothing. */
function fingerprints(readers: Readers): Readonly<Record<ReaderPart, string>> {
  const { ticketId, requester, savedRequester, identities, copies, audiences, channel } = readers;
  return {
    ticket: JSON.stringify([ticketId]),
    requester: JSON.stringify([requester?.id, requester?.address]),
    saved_requester: JSON.stringify([savedRequester]),
    channel: JSON.stringify([channel]),
    identities: unordered(
      identities?.map(
        ({ type, value, verified, verificationMethod, primary, deliverableState }) => [
          type,
          value,
          verified,
          verificationMethod,
          primary,
          deliverableState,
        ],
      ),
    ),
    copies: unordered(copies?.map(({ id, address, isStaff }) => [id, address, isStaff])),
    audiences: unordered(audiences?.map(({ kind, id, reads }) => [kind, id, reads])),
  };
}

const unordered = (rows: readonly (readonly unknown[])[] | undefined): string =>
  rows === undefined
    ? 'unknown'
    : rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n');
