import type { Caution } from './cautions';
import type { AccountAnswer, Mail, MailLog } from './answers';
import type { Evidence } from './evidence';
import type { CheckId, Fact, FactValue, Facts } from './facts';
import type { OutcomeId } from './rules';

export type Verdict =
  | {
      readonly kind: 'settled';
      readonly outcome: OutcomeId;
      /** Hold as well, in the page's order, whatever the unknown turns out to be. */
      readonly alsoApplies: readonly OutcomeId[];
      /** Hold as well in some completions of the unknown. */
      readonly mayAlsoApply: readonly OutcomeId[];
    }
  | {
      readonly kind: 'open';
      /** In the page's order. For each: the unknown facts whose answer would settle it. */
      readonly possible: readonly {
        readonly outcome: OutcomeId;
        readonly settledBy: readonly CheckId[];
      }[];
      /** Outcomes that apply in every completion though not certainly first: never empty claims. */
      readonly certain: readonly OutcomeId[];
    };

/** What a check's answer rests on: always a part of the evidence received. */
export type Ground =
  | { readonly kind: 'account'; readonly answer: AccountAnswer }
  | { readonly kind: 'mails'; readonly log: MailLog; readonly mails: readonly Mail[] }
  | { readonly kind: 'none-found'; readonly log: MailLog }
  | { readonly kind: 'by-hand'; readonly at: number };

/** One check and what it says: one value, or several where that much is known and no more. */
export interface Answer {
  readonly check: CheckId;
  readonly values: readonly FactValue[];
  readonly byHand: boolean;
}

export type Conclusion =
  /** The verdict rests on it. */
  | { readonly kind: 'decided'; readonly outcome: OutcomeId }
  /** It makes another outcome apply as well. */
  | { readonly kind: 'also'; readonly outcome: OutcomeId }
  /** Its answer is one of these outcomes' conditions; the others are still open. */
  | { readonly kind: 'points-to'; readonly outcomes: readonly OutcomeId[] }
  /** It rules these out. */
  | { readonly kind: 'ruled-out'; readonly outcomes: readonly OutcomeId[] }
  /** Unknown: what comes first does not hang on it, but whether these apply as well does. */
  | { readonly kind: 'may-add'; readonly outcomes: readonly OutcomeId[] }
  /** Known or not, it makes no difference: with these answers nothing hangs on it. */
  | { readonly kind: 'not-needed'; readonly because: readonly Answer[] }
  /** Unknown, and needed. */
  | { readonly kind: 'missing'; readonly couldBe: readonly OutcomeId[] };

/** One check: asked of whom, when, what came back, what it rests on, what was concluded. */
export interface TraceStep<C extends CheckId = CheckId> {
  readonly check: C;
  readonly source: 'customersdot' | 'portal_log' | 'gitlab_log';
  readonly askedAt: number | undefined;
  readonly answeredAt: number | undefined;
  readonly fact: Fact<FactValue<C>>;
  /** What the engineer can answer without contradicting what is known; of a known fact, its value. */
  readonly answersLeft: readonly FactValue<C>[];
  readonly ground: Ground | undefined;
  readonly conclusion: Conclusion;
}

/** The one value that panel, reply, internal note and picture are projections of. */
export interface Diagnosis {
  readonly verdict: Verdict;
  readonly facts: Facts;
  /** One step per check, in the page's order. */
  readonly trace: readonly TraceStep[];
  /** The checks whose answer by hand something rests on. */
  readonly byHand: readonly CheckId[];
  readonly cautions: readonly Caution[];
  readonly evidence: Evidence;
}
