import { answersLeft } from './completions';
import { concludes } from './conclusions';
import type { TraceStep, Verdict } from './diagnosis';
import type { Evidence, Lookup } from './evidence';
import { checkIds, type CheckId, type Facts } from './facts';
import { groundOf } from './grounds';

/** How it was decided, one step per check in the page's order. */
export function traceOf(evidence: Evidence, facts: Facts, verdict: Verdict): readonly TraceStep[] {
  return checkIds.map((check) => {
    const { source, lookup } = askedOf(check, evidence);
    const fact = facts[check];
    return {
      check,
      source,
      askedAt: 'askedAt' in lookup ? lookup.askedAt : undefined,
      answeredAt: fact.known ? fact.at : cameAt(lookup),
      fact,
      answersLeft: answersLeft(check, facts),
      ground: groundOf(check, facts, evidence),
      conclusion: concludes(check, facts, verdict),
    };
  });
}

function askedOf(
  check: CheckId,
  { account, portalLog, gitlabLog }: Evidence,
): { readonly source: TraceStep['source']; readonly lookup: Lookup<unknown> } {
  switch (check) {
    case 'account':
    case 'login':
    case 'confirmed':
      return { source: 'customersdot', lookup: account };
    case 'portal_reset':
      return { source: 'portal_log', lookup: portalLog };
    case 'gitlab_reset':
      return { source: 'gitlab_log', lookup: gitlabLog };
  }
}

/** A failure is an answer too: it came, and when is worth knowing. */
function cameAt(lookup: Lookup<unknown>): number | undefined {
  return 'at' in lookup ? lookup.at : undefined;
}
