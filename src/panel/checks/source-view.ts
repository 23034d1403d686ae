import type { Evidence, Lookup } from '../../diagnosis/evidence';
import type { TraceStep } from '../../diagnosis/diagnosis';
import type { OpenState } from '../desk-types';

export type CheckSource = TraceStep['source'];

/** How the question to this source stands. */
export function lookupOf(source: CheckSource, evidence: Evidence): Lookup<unknown> {
  switch (source) {
    case 'customersdot':
      return evidence.account;
    case 'portal_log':
      return evidence.portalLog;
    case 'gitlab_log':
      return evidence.gitlabLog;
  }
}

/** Where the engineer can look for herself: the very account where there is one. */
export function linkOf(source: CheckSource, { links }: Pick<OpenState, 'links'>): string {
  return source === 'customersdot'
    ? (links.customersdotAccount ?? links.customersdotSearch)
    : links.mailgunLogs;
}
