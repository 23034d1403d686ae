import { type CautionId, cautionsOfCause } from '../diagnosis/cautions';
import type { CheckId } from '../diagnosis/checks';
import { isIdle } from '../diagnosis/diagnose';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import { isLeftOut } from '../diagnosis/facts';
import { type OutcomeId, outcomesOf } from '../diagnosis/rules';
import type { InvestigationState } from '../investigation/investigation';

export type Certainty =
  | { readonly kind: 'all' | 'enough' | 'early' | 'provisional' | 'rechecking' }
  | { readonly kind: 'by_hand'; readonly checks: readonly CheckId[] };

/** What the verdict's corner of the screen says: settled, open, or still being asked. */
export type VerdictView =
  | {
      readonly kind: 'settled';
      readonly outcome: OutcomeId;
      readonly also: readonly OutcomeId[];
      readonly mayAlso: readonly OutcomeId[];
      /** `undefined` beside a caution that puts the cause itself in doubt, or an open check that could: nothing is certain there. */
      readonly certainty: Certainty | undefined;
    }
  | {
      readonly kind: 'pending' | 'open';
      readonly possible: readonly {
        readonly outcome: OutcomeId;
        readonly settledBy: readonly CheckId[];
      }[];
      readonly certain: readonly OutcomeId[];
      readonly byHand: readonly CheckId[];
      /** No source has answered, nor has the engineer. */
      readonly nothingKnown: boolean;
      /** Every outcome is still possible: naming them all says nothing. */
      readonly anything: boolean;
    };

export function verdictView(state: InvestigationState): VerdictView {
  const { diagnosis, running } = state;
  const { verdict } = diagnosis;
  if (verdict.kind === 'settled') {
    return {
      kind: 'settled',
      outcome: verdict.outcome,
      also: verdict.alsoApplies,
      mayAlso: verdict.mayAlsoApply,
      certainty: certaintyOf(state),
    };
  }
  return {
    kind: running ? 'pending' : 'open',
    possible: verdict.possible,
    certain: verdict.certain,
    byHand: diagnosis.byHand,
    nothingKnown: isNothingKnown(diagnosis),
    anything: verdict.possible.length === outcomesOf(diagnosis.edition).length,
  };
}

function isNothingKnown({ trace, evidence }: Diagnosis): boolean {
  const { customersdot, portal_log, gitlab_log } = evidence;
  return (
    trace.every(({ fact }) => !fact.known) &&
    [customersdot, portal_log, gitlab_log].every(({ state }) => state !== 'answered')
  );
}

function certaintyOf({
  diagnosis,
  running,
  rechecking,
}: InvestigationState): Certainty | undefined {
  const { trace, cautions, byHand } = diagnosis;
  if (byHand.length > 0) return { kind: 'by_hand', checks: byHand };
  if (rechecking) return { kind: 'rechecking' };
  if (cautions.some(({ id }) => isOfLag(id))) return { kind: 'provisional' };

  if (cautionsOfCause(diagnosis).length > 0) return undefined;
  const unanswered = trace.filter(isUnanswered);
  if (unanswered.length === 0) return { kind: 'all' };
  if (unanswered.every(({ check, fact }) => isLeftOut(check, fact))) {
    return unanswered.some((step) => mayComeFirst(step, diagnosis))
      ? undefined
      : { kind: 'enough' };
  }
  return { kind: running ? 'early' : 'enough' };
}

const isOfLag = (id: CautionId): boolean =>
  id === 'logs_lag' || id === 'newer_reset_may_be_missing' || id === 'newer_link_may_be_missing';

/** Without an account there is nothing that could be unknown about it; what nobody asks and nothing hangs on is no gap. */
const isUnanswered = (step: TraceStep): boolean =>
  !step.fact.known && step.fact.why.kind !== 'no-account' && !isIdle(step);

/** An answer by hand to what nobody waits for could put a cause before the one that was found. */
function mayComeFirst({ conclusion }: TraceStep, { edition, verdict }: Diagnosis): boolean {
  if (conclusion.kind !== 'may-add' || verdict.kind !== 'settled') return false;
  const order = outcomesOf(edition);
  return conclusion.outcomes.some((id) => order.indexOf(id) < order.indexOf(verdict.outcome));
}
