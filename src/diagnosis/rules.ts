import type { CheckId } from './checks';
import type { CompleteFacts } from './evidence';

/** Every outcome of every edition. Its words are `outcome.<id>` in translations/. */
export type OutcomeId =
  | 'reseller'
  | 'wrong_site_reset'
  | 'no_reset_mail'
  | 'unconfirmed'
  | 'reset_not_delivered'
  | 'no_account'
  | 'no_known_cause'
  | 'login_blocked'
  | 'login_off'
  | 'gitlab_reset_instead_of_link'
  | 'no_mail'
  | 'link_not_delivered'
  | 'link_expired'
  | 'not_linked'
  | 'linked_elsewhere'
  | 'enterprise_without_password';

export interface Rule {
  readonly outcome: OutcomeId;
  /** Where the edition's page says it. The gaps it leaves are decided in docs/decisions/. */
  readonly cause: string;
  /** All of these hold. */
  readonly when: CompleteFacts;
  /** Nothing below it helps the customer, so nothing below it is said. */
  readonly standsAlone: boolean;
}

/** A page as a table: the first rule that applies is the verdict, the others also apply. */
export interface RuleTable {
  /** What it asks, in the page's order. */
  readonly checks: readonly CheckId[];
  readonly rules: readonly Rule[];
  /** What it is where no rule applies. */
  readonly otherwise: Pick<Rule, 'outcome' | 'cause'>;
}

/** Every outcome in the order of the rules. */
export function outcomesOf({ rules, otherwise }: RuleTable): readonly OutcomeId[] {
  return [...rules, otherwise].map(({ outcome }) => outcome);
}

export interface Decision {
  readonly outcome: OutcomeId;
  readonly alsoApplies: readonly OutcomeId[];
}

/** Total on complete facts. Asked some thousand times for one diagnosis. */
export function decide({ checks, rules, otherwise }: RuleTable, facts: CompleteFacts): Decision {
  const holds = ({ when }: Rule): boolean => {
    for (const check of checks) {
      if (when[check] !== undefined && when[check] !== facts[check]) return false;
    }
    return true;
  };
  const first = rules.find(holds);
  if (!first) return { outcome: otherwise.outcome, alsoApplies: [] };
  const others = first.standsAlone ? [] : rules.filter((rule) => rule !== first && holds(rule));
  return { outcome: first.outcome, alsoApplies: others.map(({ outcome }) => outcome) };
}

export function applies({ outcome, alsoApplies }: Decision, id: OutcomeId): boolean {
  return outcome === id || alsoApplies.includes(id);
}
