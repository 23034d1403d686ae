import type { ReplyName } from '../shared/reply-name';
import type { ListedKind, Mail } from './answers';
import type { CautionRule } from './cautions';
import type { OutcomeId, RuleTable } from './rules';

/** One edition of the handbook page, as data: nothing asks which one it is, only what it holds. */
export interface Edition extends RuleTable {
  /** The kinds of mail that its page speaks of. */
  readonly mails: readonly ListedKind[];
  readonly cautions: readonly CautionRule[];
  /** The reply to each of its outcomes. */
  readonly replies: { readonly [O in OutcomeId]?: ReplyName };
  /** Instead of that reply, where this mail was lost to something that the customer cannot mend. */
  readonly ifLost: {
    readonly [O in OutcomeId]?: Readonly<Record<NonNullable<Mail['lostTo']>, ReplyName>> & {
      readonly mail: ListedKind;
    };
  };
}
