import * as fc from 'fast-check';
import {
  accountAnswer,
  answered,
  days,
  gitlabLog,
  jane,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import { mailKinds, type MailOutcome } from '../../src/diagnosis/answers';
import { checks, type CheckId, type FactValue } from '../../src/diagnosis/checks';
import {
  checkIds,
  type HandAnswers,
  type Evidence,
  factsFromEvidence,
} from '../../src/diagnosis/evidence';
import { nothingKnown } from '../../src/diagnosis/evidence';
import { withHandAnswer } from '../../src/investigation/investigation';
import { arbitraryAccountAnswer, arbitraryHandAnswers, arbitraryLog } from './arbitrary-evidence';

export const lookups = ['customersdot', 'portal_log', 'gitlab_log'] as const;
export const lookupOf = {
  account: 'customersdot',
  login: 'customersdot',
  confirmed: 'customersdot',
  portal_reset: 'portal_log',
  gitlab_reset: 'gitlab_log',
  sign_in_link: 'portal_log',
  linked: 'customersdot',
  login_changed: 'customersdot',
  gitlab_password: 'customersdot',
} as const;

const link = (outcome: MailOutcome, hoursAgo: number) =>
  resetMail(outcome, { kind: 'sign_in_link', sentAt: noon - days(hoursAgo / 24) });

/** One account, whole logs, mails that have come to an end: what most tickets look like. */
const arbitraryOrdinaryAnswers = fc.record({
  customersdot: fc
    .record({
      loginActivated: fc.constantFrom(true, true, true, false),
      confirmedAt: fc.constantFrom(noon - days(9), null),
      linked: fc.constantFrom(true, false),
    })
    .map((change) => answered(accountAnswer(portalAccount(change)))),
  portal_log: fc
    .constantFrom(
      [],
      [resetMail('delivered')],
      [resetMail('bounced')],
      [link('delivered', 2)],
      [link('delivered', 30)],
      [link('bounced', 2)],
    )
    .map((mails) => answered({ ...portalLog(...mails), kinds: mailKinds })),
  gitlab_log: fc
    .constantFrom([], [resetMail('delivered')])
    .map((mails) => answered(gitlabLog(...mails))),
});

export const arbitraryAnswers = fc.record({
  customersdot: arbitraryAccountAnswer.map((value) => answered(value)),
  portal_log: arbitraryLog('customers.gitlab.com').map((value) => answered(value)),
  gitlab_log: arbitraryLog('mg.gitlab.com').map((value) => answered(value)),
});

type LookupName = (typeof lookups)[number];

type Next =
  | { readonly by: 'lookup'; readonly which: LookupName }
  | { readonly by: 'hand'; readonly check: CheckId; readonly value: FactValue };

const arbitraryNext: fc.Arbitrary<Next> = fc.oneof(
  fc.constantFrom(...lookups).map((which) => ({ by: 'lookup', which }) as const),
  fc
    .constantFrom(...checkIds)
    .chain((check) =>
      fc
        .constantFrom(...checks[check].domain)
        .map((value) => ({ by: 'hand', check, value }) as const),
    ),
);

/** Some sources have answered, some checks are answered by hand; then one more answer comes, if it is one more. */
export const arbitraryProgress = fc
  .record({
    answers: fc.oneof(arbitraryAnswers, arbitraryOrdinaryAnswers),
    answeredSo: fc.subarray([...lookups]),
    byHand: fc.oneof(fc.constant<HandAnswers>({}), arbitraryHandAnswers),
    next: arbitraryNext,
  })
  .map(({ answers, answeredSo, byHand, next }) => {
    const looked = answeredSo.reduce<Evidence>(
      (evidence, which) => ({ ...evidence, [which]: answers[which] }),
      nothingKnown(jane),
    );
    const before = checkIds.reduce(
      (evidence, check) => withHandAnswer(evidence, check, byHand[check]?.value, noon),
      looked,
    );
    if (next.by === 'lookup') {
      const { which } = next;
      const after = { ...before, [which]: answers[which] };
      const isNew = before[which].state !== 'answered' && bearsOut(after, which);
      return isNew ? { before, after, added: which } : undefined;
    }
    const after = withHandAnswer(before, next.check, next.value, noon);
    const isNew = after !== before && before.byHand[next.check] === undefined;
    return isNew ? { before, after, added: 'by hand' } : undefined;
  })
  .filter((progress) => progress !== undefined);

/** An answer that overrules the engineer's word is no addition to it. */
function bearsOut(evidence: Evidence, which: LookupName): boolean {
  const facts = factsFromEvidence({ ...evidence, byHand: {} });
  return checkIds.every((check) => {
    const hand = lookupOf[check] === which ? evidence.byHand[check] : undefined;
    const fact = facts[check];
    if (!hand) return true;
    if (fact.known) return fact.value === hand.value;
    // What no lookup says, or only half says, does not overrule anybody.
    return fact.why.kind === 'by-hand' || fact.among?.some((one) => one === hand.value) === true;
  });
}
