import { cautionsFor } from './cautions';
import type { Diagnosis } from './diagnosis';
import type { Evidence } from './evidence';
import { factsFromEvidence } from './facts-from-evidence';
import { traceOf } from './trace';
import { verdictOf } from './verdict';

export interface Moment {
  readonly now: number;
  /** `undefined`: the ticket is not saved yet, so it is being written now. */
  readonly ticketCreatedAt: number | undefined;
}

export function diagnose(evidence: Evidence, { now, ticketCreatedAt }: Moment): Diagnosis {
  const facts = factsFromEvidence(evidence);
  const verdict = verdictOf(facts);
  return {
    verdict,
    facts,
    trace: traceOf(evidence, facts, verdict),
    cautions: cautionsFor({ evidence, facts, verdict, ticketCreatedAt: ticketCreatedAt ?? now }),
    evidence,
  };
}
