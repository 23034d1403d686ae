import type { Ground } from './diagnosis';
import type { Evidence, Lookup, MailLog } from './evidence';
import type { CheckId, Facts } from './facts';
import { mailsOf } from './newest-reset';

/** What a check's answer rests on, or what it was left open by: never more than was received. */
export function groundOf(check: CheckId, facts: Facts, evidence: Evidence): Ground | undefined {
  const fact = facts[check];
  if (fact.known && fact.by === 'hand') return { kind: 'by-hand', at: fact.at };
  switch (check) {
    case 'account':
    case 'login':
    case 'confirmed':
      return evidence.account.state === 'answered'
        ? { kind: 'account', answer: evidence.account.value }
        : undefined;
    case 'portal_reset':
      return resetsIn(evidence.portalLog, fact.known);
    case 'gitlab_reset':
      return resetsIn(evidence.gitlabLog, fact.known);
  }
}

/** A log without resets grounds "none found" only where it was read to its end. */
function resetsIn(lookup: Lookup<MailLog>, known: boolean): Ground | undefined {
  if (lookup.state !== 'answered') return undefined;
  const log = lookup.value;
  const mails = mailsOf(log, 'reset');
  return known && mails.length === 0 ? { kind: 'none-found', log } : { kind: 'mails', log, mails };
}
