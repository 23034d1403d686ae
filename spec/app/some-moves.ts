import fc from 'fast-check';
import { parseAddress } from '../../src/address/address';
import type { Happening } from '../../src/app/events';
import { checks } from '../../src/diagnosis/checks';
import { checkIds } from '../../src/diagnosis/evidence';

/** Whom Zendesk may say that the ticket is about. */
export const people = [
  { id: 31, email: 'jane.doe@example.com' },
  { id: 32, email: 'john.roe@example.com' },
  { id: 33, email: 'kim.lee@example.com' },
] as const;
export type Person = (typeof people)[number];

const addressOf = (text: string) => {
  const address = parseAddress(text);
  if (!address.ok) throw new Error(text);
  return address.value;
};

const truths = ['the customer', 'a stranger too', 'a chat'] as const;
export type Truth = (typeof truths)[number];
export const someReaders = fc.constantFrom(...truths);

/** What the world does next: of its own accord, or in answer to an effect that is still under way. */
export type Move =
  | { readonly kind: 'happen'; readonly happening: Happening }
  | { readonly kind: 'requester'; readonly who: number }
  | {
      readonly kind: 'press';
      readonly way: 'reply' | 'all';
      readonly which: number;
      readonly again: boolean;
    }
  | { readonly kind: 'note'; readonly again: boolean; readonly composeFirst: boolean }
  /** Who reads a reply changes, and no event tells of it. */
  | { readonly kind: 'readers'; readonly who: Truth }
  | { readonly kind: 'save' }
  /** The engineer deletes a reply from the draft, or undoes that. */
  | { readonly kind: 'edit'; readonly which: number; readonly back: boolean }
  | { readonly kind: 'answer'; readonly which: number; readonly how: number }
  /** An answer that comes twice, or after nobody waits for it any more. */
  | { readonly kind: 'repeat'; readonly which: number };

const happenings = fc.oneof(
  fc.constantFrom<Happening>(
    { kind: 'ticket-changed' },
    { kind: 'submitted' },
    { kind: 'submit-failed' },
    { kind: 'refresh' },
    { kind: 'run-anyway' },
    { kind: 'requester-change-dismissed' },
    { kind: 'language-chosen', language: 'de' },
    { kind: 'language-chosen', language: undefined },
    { kind: 'visibility', change: { inFront: false } },
    { kind: 'visibility', change: { inFront: true } },
    { kind: 'visibility', change: { unfolded: false } },
    { kind: 'visibility', change: { unfolded: true } },
    { kind: 'network', online: false },
    { kind: 'network', online: true },
  ),
  fc
    .constantFrom(...people)
    .map(({ email }): Happening => ({ kind: 'address-selected', address: addressOf(email) })),
  fc
    .constantFrom(...checkIds)
    .chain((check) =>
      fc
        .constantFrom(undefined, ...checks[check].domain)
        .map((value): Happening => ({ kind: 'answered-by-hand', check, value })),
    ),
);

const ofTicket: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: happenings.map((happening): Move => ({ kind: 'happen', happening })) },
    { weight: 1, arbitrary: fc.nat(2).map((who): Move => ({ kind: 'requester', who })) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('press' as const),
        way: fc.constantFrom('reply', 'all'),
        which: fc.nat(2),
        again: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('note' as const),
        again: fc.boolean(),
        composeFirst: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: someReaders.map((who): Move => ({ kind: 'readers', who })),
    },
    { weight: 1, arbitrary: fc.constant<Move>({ kind: 'save' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        which: fc.nat(3),
        back: fc.boolean(),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        which: fc.nat(20),
        how: fc.nat(3),
      }),
    },
    { weight: 1, arbitrary: fc.nat(20).map((which): Move => ({ kind: 'repeat', which })) },
  ),
  { minLength: 10, maxLength: 80 },
);

const ofSetup = fc.array(
  fc.record({
    after: fc.nat(80),
    happening: fc.constantFrom<Happening>(
      { kind: 'setup', what: 'pressed' },
      { kind: 'setup', what: 'cancelled' },
      { kind: 'setup', what: 'closed' },
      { kind: 'setup', what: 'asked', known: undefined },
      { kind: 'setup', what: 'asked', known: 'jane.doe@example.com' },
    ),
  }),
  { maxLength: 8 },
);

/** What becomes of the ticket, and in between somebody checks the set-up. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(ofTicket, ofSetup)
  .map(([sequence, checks]) =>
    checks.reduce<readonly Move[]>(
      (all, { after, happening }) => all.toSpliced(after, 0, { kind: 'happen', happening }),
      sequence,
    ),
  );
