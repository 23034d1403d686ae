import type { ReplyName } from '../shared/reply';
import type {
  AccountAnswer,
  ListedKind,
  LossReason,
  Mail,
  MailLog,
  PortalAccount,
} from './answers';
import type { Caution, CautionRule } from './cautions';
import type { Check, CheckId, FactValue } from './checks';
import type { Fact, Facts, Evidence } from './evidence';
import type { OutcomeId, RuleTable } from './rules';
import type { Verdict } from './verdict';

/** One edition of the handbook page, as data: nothing asks which one it is, only what it holds. */
export interface Edition extends RuleTable {
  /** The kinds of mail that its page speaks of. */
  readonly mails: readonly ListedKind[];
  /** The one of them that lets a customer in. */
  readonly signInMail: ListedKind;
  readonly cautions: readonly CautionRule[];
  /** The reply to each of its outcomes. */
  readonly replies: { readonly [O in OutcomeId]?: ReplyName };
  /** Instead of that reply, where this mail was lost to something that the customer cannot mend. */
  readonly ifLost: {
    readonly [O in OutcomeId]?: Readonly<
      Record<Exclude<NonNullable<Mail['lostTo']>, LossReason>, ReplyName>
    > & {
      readonly mail: ListedKind;
    };
  };
}

/** What a check's answer rests on: always a part of the evidence received. */
export type Ground =
  | {
      readonly kind: 'account';
      readonly answer: AccountAnswer;
      /** Which of several the customer uses, by the engineer's word. */
      readonly used?: PortalAccount;
    }
  | { readonly kind: 'mails'; readonly log: MailLog; readonly mails: readonly Mail[] }
  | { readonly kind: 'none-found'; readonly log: MailLog }
  /** `answer`: the accounts that differ, where it is one's. */
  | { readonly kind: 'by-hand'; readonly at: number; readonly answer?: AccountAnswer };

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
  readonly source: Check['source'];
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
  /** The edition of the page that was asked. */
  readonly edition: Edition;
  readonly verdict: Verdict;
  readonly facts: Facts;
  /** One step per check, in the page's order. */
  readonly trace: readonly TraceStep[];
  /** The checks whose answer by hand something rests on. */
  readonly byHand: readonly CheckId[];
  readonly cautions: readonly Caution[];
  readonly evidence: Evidence;
}
