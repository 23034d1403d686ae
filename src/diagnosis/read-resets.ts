import { exhaustive } from '../lib/exhaustive';
import type { MailLog, MailOutcome } from './evidence';
import { newestReset } from './newest-reset';
import type { Reading } from './reading';

export function readPortalReset(log: MailLog): Reading<'none' | 'sent' | 'undelivered'> {
  const newest = newestReset(log);
  if (!newest) return noneFound(log);
  // What could not be read may be a newer reset, and only the newest counts.
  return log.unreadable > 0
    ? { why: { kind: 'truncated' } }
    : { value: portalValue(newest.outcome) };
}

/** Whether it arrived does not matter here: that it was asked for on the wrong site does. */
export function readGitlabReset(log: MailLog): Reading<'none' | 'sent'> {
  return newestReset(log) ? { value: 'sent' } : noneFound(log);
}

/** "None" is a claim about the whole window, so it takes the whole log, read to its end. */
function noneFound({ truncated, unreadable }: MailLog): Reading<'none'> {
  return truncated || unreadable > 0 ? { why: { kind: 'truncated' } } : { value: 'none' };
}

function portalValue(outcome: MailOutcome): 'sent' | 'undelivered' {
  switch (outcome) {
    case 'delivered':
    case 'accepted':
    case 'retrying':
      return 'sent';
    case 'delayed-bounce':
    case 'bounced':
    case 'suppressed':
    case 'gave-up':
    case 'failed':
    case 'rejected':
      return 'undelivered';
    default:
      return exhaustive(outcome);
  }
}
