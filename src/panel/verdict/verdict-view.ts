import type { Diagnosis } from '../../diagnosis/diagnosis';
import type { CheckId } from '../../diagnosis/facts';
import { checkIds } from '../../diagnosis/facts';
import { outcomeIds, type OutcomeId } from '../../diagnosis/outcome';
import type { InvestigationState } from '../../investigation/investigation';

export type Certainty =
  | { readonly kind: 'all' | 'enough' | 'early' | 'provisional' }
  | { readonly kind: 'by_hand'; readonly checks: readonly CheckId[] };

/** What the verdict's corner of the screen says: settled, open, or still being asked. */
export type VerdictView =
  | {
      readonly kind: 'settled';
      readonly outcome: OutcomeId;
      readonly also: readonly OutcomeId[];
      readonly mayAlso: readonly OutcomeId[];
      readonly certainty: Certainty;
    }
  | {
      readonly kind: 'pending' | 'open';
      readonly possible: readonly {
        readonly outcome: OutcomeId;
        readonly settledBy: readonly CheckId[];
      }[];
      readonly certain: readonly OutcomeId[];
      /** No check has an answer. */
      readonly nothingKnown: boolean;
      /** Every outcome is still possible: naming them all says nothing. */
      readonly anything: boolean;
    };

export function verdictView({ diagnosis, running }: InvestigationState): VerdictView {
  const { verdict } = diagnosis;
  if (verdict.kind === 'settled') {
    return {
      kind: 'settled',
      outcome: verdict.outcome,
      also: verdict.alsoApplies,
      mayAlso: verdict.mayAlsoApply,
      certainty: certaintyOf(diagnosis, running),
    };
  }
  return {
    kind: running ? 'pending' : 'open',
    possible: verdict.possible,
    certain: verdict.certain,
    nothingKnown: checkIds.every((check) => !diagnosis.facts[check].known),
    anything: verdict.possible.length === outcomeIds.length,
  };
}

function certaintyOf({ trace, facts, cautions }: Diagnosis, running: boolean): Certainty {
  const byHand = trace
    .filter(({ fact, conclusion }) => isByHand(fact) && conclusion.kind !== 'not-needed')
    .map(({ check }) => check);
  if (byHand.length > 0) return { kind: 'by_hand', checks: byHand };
  if (cautions.some(({ id }) => id === 'logs_lag')) return { kind: 'provisional' };

  const gaps = checkIds.filter((check) => isGap(facts[check]));
  if (gaps.length === 0) return { kind: 'all' };
  return { kind: running ? 'early' : 'enough' };
}

type AnyFact = Diagnosis['facts'][CheckId];

const isByHand = (fact: AnyFact): boolean => fact.known && fact.by === 'hand';

/** Without an account there is nothing that could be unknown about it. */
const isGap = (fact: AnyFact): boolean => !fact.known && fact.why.kind !== 'no-account';
