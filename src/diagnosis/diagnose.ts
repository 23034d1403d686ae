import { cautionsFor } from './cautions';
import type { Diagnosis } from './diagnosis';
import type { Evidence } from './evidence';
import { isByHand } from './facts';
import { factsFromEvidence } from './read-facts';
import { traceOf } from './trace';
import { verdictOf } from './verdict';

export interface Moment {
  readonly now: number;
  /** When the customer last wrote, epoch ms; `undefined`: not known, as of a ticket that is being written now. */
  readonly customerWroteAt: number | undefined;
}

export function diagnose(evidence: Evidence, { now, customerWroteAt }: Moment): Diagnosis {
  const facts = factsFromEvidence(evidence);
  const verdict = verdictOf(facts);
  const trace = traceOf(evidence, facts, verdict);
  return {
    verdict,
    facts,
    trace,
    byHand: trace
      .filter(({ fact, conclusion }) => isByHand(fact) && conclusion.kind !== 'not-needed')
      .map(({ check }) => check),
    cautions: cautionsFor({ evidence, facts, verdict, customerWroteAt: customerWroteAt ?? now }),
    evidence,
  };
}
