import type { Caution } from './cautions';
import type { AccountAnswer, Evidence, Mail, MailLog } from './evidence';
import type { CheckId, Fact, FactValue, Facts } from './facts';
import type { OutcomeId } from './outcome';

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

export type Conclusion =
  /** The verdict rests on it. */
  | { readonly kind: 'decided'; readonly outcome: OutcomeId }
  /** It makes another outcome apply as well. */
  | { readonly kind: 'also'; readonly outcome: OutcomeId }
  /** It rules these out. */
  | { readonly kind: 'ruled-out'; readonly outcomes: readonly OutcomeId[] }
  /** Known, or still unknown, and no longer needed: the verdict stands without it. */
  | { readonly kind: 'not-needed' }
  /** Unknown, and needed. */
  | { readonly kind: 'missing'; readonly couldBe: readonly OutcomeId[] };

/** One check: asked of whom, when, what came back, what it rests on, what was concluded. */
export interface TraceStep<C extends CheckId = CheckId> {
  readonly check: C;
  readonly source: 'customersdot' | 'portal_log' | 'gitlab_log';
  readonly askedAt: number | undefined;
  readonly answeredAt: number | undefined;
  readonly fact: Fact<FactValue<C>>;
  readonly ground: Ground | undefined;
  readonly conclusion: Conclusion;
}

/** The one value that panel, reply, internal note and picture are projections of. */
export interface Diagnosis {
  readonly verdict: Verdict;
  readonly facts: Facts;
  /** One step per check, in the page's order. */
  readonly trace: readonly TraceStep[];
  readonly cautions: readonly Caution[];
  readonly evidence: Evidence;
}
