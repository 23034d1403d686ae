import { passwordEdition } from '../../src/diagnosis/editions/password';
import { outcomeIds } from '../support/editions';
import fc from 'fast-check';
import type { Address } from '../../src/address/address';
import type { AddressCandidate, AddressOrigin } from '../../src/address/address';
import type { Verdict } from '../../src/diagnosis/verdict';
import type { Diagnosis } from '../../src/diagnosis/diagnosis';
import { checkIds, type Fact, type Facts } from '../../src/diagnosis/evidence';
import { jane, unaskedEvidence } from '../../fixtures/evidence';
import type { Disclosure } from '../../src/replies/may-disclose';

const unknown: Fact<never> = { known: false, why: { kind: 'not-asked' } };

export const nothingKnown: Facts = {
  account: unknown,
  login: unknown,
  confirmed: unknown,
  portal_reset: unknown,
  gitlab_reset: unknown,
  sign_in_link: unknown,
  linked: unknown,
  gitlab_password: unknown,
  login_changed: unknown,
};

export function diagnosis(change: Partial<Diagnosis> = {}): Diagnosis {
  return {
    edition: passwordEdition,
    verdict: { kind: 'open', possible: [], certain: [] },
    facts: nothingKnown,
    trace: [],
    byHand: [],
    cautions: [],
    evidence: unaskedEvidence(),
    ...change,
  };
}

export const settled = (
  outcome: (typeof outcomeIds)[number],
  ...alsoApplies: (typeof outcomeIds)[number][]
): Verdict => ({ kind: 'settled', outcome, alsoApplies, mayAlsoApply: [] });

export const open: Disclosure = { kind: 'open' };
export const closed: Disclosure = { kind: 'closed', why: { kind: 'not-theirs' } };

export const own: AddressCandidate = { address: jane, origin: 'requester', own: true };

const outcome = fc.constantFrom(...outcomeIds);
const someOutcomes = fc.uniqueArray(outcome);

export const anyVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({
    kind: fc.constant('settled' as const),
    outcome,
    alsoApplies: someOutcomes,
    mayAlsoApply: someOutcomes,
  }),
  fc.record({
    kind: fc.constant('open' as const),
    possible: fc.array(
      fc.record({ outcome, settledBy: fc.uniqueArray(fc.constantFrom(...checkIds)) }),
    ),
    certain: someOutcomes,
  }),
);

const origins: AddressOrigin[] = [
  'requester',
  'identity',
  'subscription_field',
  'cc',
  'ticket_text',
  'typed',
];
export const anyAddress = fc.constantFrom(
  jane,
  'other@example.com' as Address,
  'JANE.DOE@example.com' as Address,
);

export const candidate = (isOwn: boolean): fc.Arbitrary<AddressCandidate> =>
  fc.record({
    address: anyAddress,
    origin: fc.constantFrom(...origins),
    own: fc.constant(isOwn),
  });
