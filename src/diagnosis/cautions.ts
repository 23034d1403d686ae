import type { Verdict } from './diagnosis';
import type { Mail, MailLog } from './answers';
import type { Evidence, Lookup } from './evidence';
import type { Fact, Facts } from './facts';
import { logLagMs, newestReset } from './mail-log';
import type { OutcomeId } from './rules';

/** Where the handbook page can mislead today. The sentence is `caution.<id>` in translations/. */
export type CautionId =
  | 'login_may_be_admin_block'
  | 'reseller_rule_has_changed'
  | 'logs_lag'
  | 'newer_reset_may_be_missing'
  | 'window_is_limited'
  | 'gitlab_reset_bypasses_suppression'
  | 'gitlab_reset_after_portal_reset'
  | 'confirmation_not_needed_for_gitlab'
  | 'password_sign_in_deprecated';

export interface Caution {
  readonly id: CautionId;
  readonly link: string;
}

interface Circumstances {
  readonly evidence: Evidence;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly customerWroteAt: number;
}

interface CautionRule extends Caution {
  readonly when: (circumstances: Circumstances) => boolean;
}

const handbook = 'https://handbook.gitlab.com/handbook/support';
const customersdot = `${handbook}/license-and-renewals/workflows/customersdot`;
const mailDelivery = `${customersdot}/troubleshoot_errors_while_making_purchases/#troubleshooting-email-delivery-from-customerdot`;
const mailgunLogs = `${handbook}/workflows/confirmation_emails/#checking-mailgun-logs`;

const signIn =
  'https://docs.gitlab.com/subscriptions/customers_portal/#sign-in-to-customers-portal';

const cautionRules: readonly CautionRule[] = [
  {
    id: 'login_may_be_admin_block',
    link: `${customersdot}/associating_purchases/#confirm-the-customersdot-account-login-status`,
    when: ({ verdict }) => isOutcome(verdict, 'reseller'),
  },
  {
    id: 'reseller_rule_has_changed',
    link: `${handbook}/license-and-renewals/workflows/working_with_reseller_related_requests/`,
    when: ({ verdict }) => isOutcome(verdict, 'reseller'),
  },
  {
    id: 'logs_lag',
    link: mailgunLogs,
    when: ({ verdict, facts, evidence, customerWroteAt }) =>
      mayBe(verdict, 'wrong_site_reset', 'no_reset_mail') &&
      noneIn(facts, evidence).some((log) => mayLag(log, customerWroteAt)),
  },
  {
    id: 'newer_reset_may_be_missing',
    link: mailgunLogs,
    when: ({ verdict, facts, evidence, customerWroteAt }) =>
      mayBe(verdict, 'reset_not_delivered', 'unconfirmed', 'no_known_cause') &&
      judgedIn(facts.portal_reset, evidence.portal_log).some(
        ({ log, newest }) =>
          mayLag(log, customerWroteAt) && newest.sentAt < customerWroteAt - logLagMs,
      ),
  },
  {
    id: 'window_is_limited',
    link: mailDelivery,
    when: ({ verdict, facts, evidence }) =>
      isOutcome(verdict, 'wrong_site_reset', 'no_reset_mail') && noneIn(facts, evidence).length > 0,
  },
  {
    id: 'gitlab_reset_bypasses_suppression',
    link: `${handbook}/workflows/confirmation_emails/#manually-remove-a-suppression-in-mailgun`,
    when: ({ verdict, facts, evidence }) =>
      mayBe(verdict, 'reset_not_delivered') &&
      isSent(facts.gitlab_reset) &&
      judgedIn(facts.portal_reset, evidence.portal_log).some(
        ({ newest }) => newest.outcome === 'suppressed',
      ),
  },
  {
    id: 'gitlab_reset_after_portal_reset',
    link: signIn,
    when: ({ verdict, facts, evidence }) =>
      mayBe(verdict, 'unconfirmed', 'no_known_cause') &&
      isSent(facts.portal_reset) &&
      judgedIn(facts.portal_reset, evidence.portal_log).some(({ newest: ofPortal }) =>
        judgedIn(facts.gitlab_reset, evidence.gitlab_log).some(
          ({ newest: ofGitlab }) => ofGitlab.sentAt > ofPortal.sentAt,
        ),
      ),
  },
  {
    id: 'confirmation_not_needed_for_gitlab',
    link: signIn,
    when: ({ verdict }) => certainIn(verdict).includes('unconfirmed'),
  },
  {
    id: 'password_sign_in_deprecated',
    link: signIn,
    when: ({ verdict }) =>
      isOutcome(
        verdict,
        'wrong_site_reset',
        'no_reset_mail',
        'reset_not_delivered',
        'no_known_cause',
      ),
  },
];

export function cautionsFor(circumstances: Circumstances): readonly Caution[] {
  return cautionRules
    .filter(({ when }) => when(circumstances))
    .map(({ id, link }) => ({ id, link }));
}

function isOutcome(verdict: Verdict, ...outcomes: readonly OutcomeId[]): boolean {
  return verdict.kind === 'settled' && outcomes.includes(verdict.outcome);
}

/** The verdict, or applying as well, whatever the unknown turns out to be. */
function certainIn(verdict: Verdict): readonly OutcomeId[] {
  return verdict.kind === 'settled' ? [verdict.outcome, ...verdict.alsoApplies] : verdict.certain;
}

/** The verdict, applying as well, or still possible. */
function mayBe(verdict: Verdict, ...outcomes: readonly OutcomeId[]): boolean {
  const inPlay =
    verdict.kind === 'settled'
      ? [verdict.outcome, ...verdict.alsoApplies, ...verdict.mayAlsoApply]
      : verdict.possible.map(({ outcome }) => outcome);
  return outcomes.some((outcome) => inPlay.includes(outcome));
}

function mayLag({ window }: MailLog, customerWroteAt: number): boolean {
  return window.to - customerWroteAt < logLagMs;
}

/** The logs that said "none": what was entered by hand rests on no log of ours. */
function noneIn(facts: Facts, { portal_log, gitlab_log }: Evidence): readonly MailLog[] {
  return [
    ...(saysNone(facts.portal_reset) ? logsBehind(facts.portal_reset, portal_log) : []),
    ...(saysNone(facts.gitlab_reset) ? logsBehind(facts.gitlab_reset, gitlab_log) : []),
  ];
}

/** The log that a fact was read from, with the reset that it was judged by. */
function judgedIn(
  fact: Fact,
  lookup: Lookup<MailLog>,
): readonly { readonly log: MailLog; readonly newest: Mail }[] {
  return logsBehind(fact, lookup).flatMap((log) => {
    const newest = newestReset(log);
    return newest ? [{ log, newest }] : [];
  });
}

function logsBehind(fact: Fact, lookup: Lookup<MailLog>): readonly MailLog[] {
  return fact.known && fact.by === 'lookup' && lookup.state === 'answered' ? [lookup.value] : [];
}

function isSent(fact: Fact): boolean {
  return fact.known && fact.value === 'sent';
}

function saysNone(fact: Fact): boolean {
  return fact.known && fact.value === 'none';
}
