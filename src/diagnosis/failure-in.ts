import type { Failure } from '../lib/failure';
import type { Evidence } from './evidence';

/** What kept a source from answering, or from answering all of it. */
export function failureIn(
  evidence: Evidence,
  source: 'account' | 'portalLog' | 'gitlabLog',
): Failure | undefined {
  const lookup = evidence[source];
  if (lookup.state === 'failed') return lookup.failure;
  if (lookup.state !== 'answered') return undefined;
  return 'accounts' in lookup.value ? lookup.value.confirmedFailure : lookup.value.failure;
}
