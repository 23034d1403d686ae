import { type CompleteFacts, checkIds } from './facts';

export const outcomeIds = [
  'reseller',
  'wrong_site_reset',
  'no_reset_mail',
  'unconfirmed',
  'reset_not_delivered',
  'no_account',
  'no_known_cause',
] as const;

export type OutcomeId = (typeof outcomeIds)[number];

/** Where the handbook page says it. The gaps it leaves are decided in docs/decisions/. */
export type HandbookCause =
  | '1. The subscription was purchased through reseller'
  | '2. Password reset email was requested from https://gitlab.com'
  | '2. step 4: no password reset was sent'
  | '3. The CustomersDot account has not been confirmed'
  | 'not on the page';

export interface Rule {
  readonly outcome: OutcomeId;
  readonly cause: HandbookCause;
  /** All of these hold. */
  readonly when: Partial<CompleteFacts>;
  /** Nothing below it helps the customer, so nothing below it is said. */
  readonly standsAlone: boolean;
}

/** The handbook page, in its order: the first rule that applies is the verdict, the others also apply. */
export const rules: readonly Rule[] = [
  {
    outcome: 'no_account',
    cause: 'not on the page',
    when: { account: 'absent' },
    standsAlone: true,
  },
  {
    outcome: 'reseller',
    cause: '1. The subscription was purchased through reseller',
    when: { login: 'off' },
    standsAlone: true,
  },
  {
    outcome: 'wrong_site_reset',
    cause: '2. Password reset email was requested from https://gitlab.com',
    when: { portal_reset: 'none', gitlab_reset: 'sent' },
    standsAlone: false,
  },
  {
    outcome: 'no_reset_mail',
    cause: '2. step 4: no password reset was sent',
    when: { portal_reset: 'none', gitlab_reset: 'none' },
    standsAlone: false,
  },
  {
    outcome: 'reset_not_delivered',
    cause: 'not on the page',
    when: { portal_reset: 'undelivered' },
    standsAlone: false,
  },
  {
    outcome: 'unconfirmed',
    cause: '3. The CustomersDot account has not been confirmed',
    when: { confirmed: 'no' },
    standsAlone: false,
  },
];

/** What it is where no rule applies. */
export const otherwise = {
  outcome: 'no_known_cause',
  cause: 'not on the page',
} as const satisfies Pick<Rule, 'outcome' | 'cause'>;

/** Every outcome in the order of the rules. */
export const outcomesInOrder: readonly OutcomeId[] = [...rules, otherwise].map(
  ({ outcome }) => outcome,
);

export interface Decision {
  readonly outcome: OutcomeId;
  readonly alsoApplies: readonly OutcomeId[];
}

/** Total on complete facts. */
export function decide(facts: CompleteFacts): Decision {
  const [first, ...others] = rules.filter(({ when }) => holds(when, facts));
  if (!first) return { outcome: otherwise.outcome, alsoApplies: [] };
  return {
    outcome: first.outcome,
    alsoApplies: first.standsAlone ? [] : others.map(({ outcome }) => outcome),
  };
}

export function applies({ outcome, alsoApplies }: Decision, id: OutcomeId): boolean {
  return outcome === id || alsoApplies.includes(id);
}

function holds(when: Partial<CompleteFacts>, facts: CompleteFacts): boolean {
  return checkIds.every((check) => when[check] === undefined || when[check] === facts[check]);
}
