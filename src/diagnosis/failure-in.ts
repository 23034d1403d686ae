import type { Failure } from '../lib/failure';
import type { Evidence } from './evidence';

/** What kept a source from answering, or from answering all of it. */
export function failureIn(
  evidence: Evidence,
  source: 'account' | 'portalLog' | 'gitlabLog',
): Failure | undefined {
  const { account } = evidence;
  const lookup = evidence[source];
  if (lookup.state === 'failed') return lookup.failure;
  return source === 'account' && account.state === 'answered'
    ? account.value.confirmedFailure
    : undefined;
}
