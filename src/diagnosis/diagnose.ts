import { cautionsFor } from './cautions';
import type { Diagnosis } from './diagnosis';
import type { Edition } from './edition';
import type { Evidence } from './evidence';
import { isByHand } from './facts';
import { factsFromEvidence } from './read-facts';
import { traceOf } from './trace';
import { verdictOf } from './verdict';

/** What a diagnosis rests on beside the evidence. */
export interface Moment {
  readonly edition: Edition;
  readonly now: number;
  /** When the customer last wrote, epoch ms; `undefined`: not known, as of a ticket that is being written now. */
  readonly customerWroteAt: number | undefined;
}

export function diagnose(evidence: Evidence, { edition, now, customerWroteAt }: Moment): Diagnosis {
  const facts = factsFromEvidence(evidence);
  const verdict = verdictOf(edition, facts);
  const trace = traceOf(edition, evidence, facts, verdict);
  return {
    edition,
    verdict,
    facts,
    trace,
    byHand: trace
      .filter(({ fact, conclusion }) => isByHand(fact) && conclusion.kind !== 'not-needed')
      .map(({ check }) => check),
    cautions: cautionsFor(edition.cautions, {
      evidence,
      facts,
      verdict,
      customerWroteAt: customerWroteAt ?? now,
    }),
    evidence,
  };
}
