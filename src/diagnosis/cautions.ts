import { type Mail, type MailLog, logLagMs, mailsOf } from './answers';
import { type Check, type CheckId, type FactValue, checks } from './checks';
import type { Facts, Evidence } from './evidence';
import type { OutcomeId } from './rules';
import type { Verdict } from './verdict';

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
  | 'password_sign_in_deprecated'
  | 'portal_sends_links'
  | 'login_off_needs_history'
  | 'newer_link_may_be_missing'
  | 'link_was_young_then'
  | 'link_may_be_scanned'
  | 'portal_sends_resets';

export interface Caution {
  readonly id: CautionId;
  readonly link: string;
}

/** What a caution puts in doubt: the cause itself, or only how far the evidence reaches. */
const about = {
  login_may_be_admin_block: 'cause',
  reseller_rule_has_changed: 'cause',
  gitlab_reset_after_portal_reset: 'cause',
  confirmation_not_needed_for_gitlab: 'cause',
  password_sign_in_deprecated: 'cause',
  logs_lag: 'evidence',
  newer_reset_may_be_missing: 'evidence',
  window_is_limited: 'evidence',
  gitlab_reset_bypasses_suppression: 'evidence',
  login_off_needs_history: 'cause',
  link_was_young_then: 'cause',
  link_may_be_scanned: 'cause',
  newer_link_may_be_missing: 'evidence',
  portal_sends_links: 'cause',
  portal_sends_resets: 'cause',
} as const satisfies Readonly<Record<CautionId, 'cause' | 'evidence'>>;

type Cause = {
  [Id in CautionId]: (typeof about)[Id] extends 'cause' ? Id : never;
}[CautionId];

const isOfCause = (caution: Caution): caution is Caution & { readonly id: Cause } =>
  about[caution.id] === 'cause';

/** To be made sure of before the reply is sent. */
export const cautionsOfCause = ({ cautions }: { readonly cautions: readonly Caution[] }) =>
  cautions.filter(isOfCause);

/** The logs may not show yet what would change the verdict: an email comes into them some minutes late. */
export const isProvisional = ({ cautions }: { readonly cautions: readonly Caution[] }): boolean =>
  cautions.some(({ id }) => isOfLag(id));

const isOfLag = (id: CautionId): boolean =>
  id === 'logs_lag' || id === 'newer_reset_may_be_missing' || id === 'newer_link_may_be_missing';

/** What the checks cannot see. */
export const cautionsOfEvidence = ({ cautions }: { readonly cautions: readonly Caution[] }) =>
  cautions.filter((caution) => !isOfCause(caution));

/** What a caution is judged by. */
export interface Scene {
  readonly evidence: Evidence;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly customerWroteAt: number;
}

export interface CautionRule extends Caution {
  readonly when: (scene: Scene) => boolean;
}

export function cautionsFor(rules: readonly CautionRule[], scene: Scene): readonly Caution[] {
  return rules.filter(({ when }) => when(scene)).map(({ id, link }) => ({ id, link }));
}

export function isOutcome(verdict: Verdict, ...outcomes: readonly OutcomeId[]): boolean {
  return verdict.kind === 'settled' && outcomes.includes(verdict.outcome);
}

/** The verdict, or applying as well, whatever the unknown turns out to be. */
export function certainIn(verdict: Verdict): readonly OutcomeId[] {
  return verdict.kind === 'settled' ? [verdict.outcome, ...verdict.alsoApplies] : verdict.certain;
}

/** The verdict, applying as well, or still possible. */
export function mayBe(verdict: Verdict, ...outcomes: readonly OutcomeId[]): boolean {
  const inPlay =
    verdict.kind === 'settled'
      ? [verdict.outcome, ...verdict.alsoApplies, ...verdict.mayAlsoApply]
      : verdict.possible.map(({ outcome }) => outcome);
  return outcomes.some((outcome) => inPlay.includes(outcome));
}

export function mayLag({ window }: MailLog, customerWroteAt: number): boolean {
  return window.to - customerWroteAt < logLagMs;
}

/** The logs in which these checks found none: what was entered by hand rests on no log of ours. */
export function logsWithNone(
  { facts, evidence }: Scene,
  asked: readonly CheckId[],
): readonly MailLog[] {
  return asked.flatMap((check) =>
    has(facts, check, 'none') ? logsBehind(check, facts, evidence) : [],
  );
}

/** The newest mail that a check rests on, with the log that it was read from. */
export function newestBehind(
  { facts, evidence }: Scene,
  check: CheckId,
): { readonly log: MailLog; readonly newest: Mail } | undefined {
  const one: Check = checks[check];
  const [log] = logsBehind(check, facts, evidence);
  const newest = log && 'mails' in one ? mailsOf(log, one.mails)[0] : undefined;
  return log && newest ? { log, newest } : undefined;
}

function logsBehind(check: CheckId, facts: Facts, evidence: Evidence): readonly MailLog[] {
  const fact = facts[check];
  const { source } = checks[check];
  if (source === 'customersdot' || !fact.known || fact.by !== 'lookup') return [];
  const lookup = evidence[source];
  return lookup.state === 'answered' ? [lookup.value] : [];
}

export function has<C extends CheckId>(facts: Facts, check: C, value: FactValue<C>): boolean {
  const fact = facts[check];
  return fact.known && fact.value === value;
}
