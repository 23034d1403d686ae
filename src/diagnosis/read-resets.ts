import { exhaustive } from '../lib/exhaustive';
import { arrivalOf } from './arrival-of';
import type { Mail, MailLog } from './evidence';
import { newestReset } from './newest-reset';
import type { Reading } from './reading';

export function readPortalReset(log: MailLog): Reading<'none' | 'sent' | 'undelivered'> {
  const newest = newestReset(log);
  if (!newest) return noneFound(log);
  // What could not be read may be a newer reset, and only the newest counts.
  return log.unreadable > 0 ? someReset('unreadable') : readArrival(newest);
}

/** Whether it arrived does not matter here: that it was asked for on the wrong site does. */
export function readGitlabReset(log: MailLog): Reading<'none' | 'sent'> {
  return newestReset(log) ? { value: 'sent' } : noneFound(log);
}

/** "None" is a claim about the whole window, so it takes the whole log, read to its end. */
function noneFound({ truncated, unreadable }: MailLog): Reading<'none'> {
  if (truncated) return { why: { kind: 'truncated' } };
  return unreadable > 0 ? { why: { kind: 'unreadable' } } : { value: 'none' };
}

function readArrival({ outcome }: Mail): Reading<'sent' | 'undelivered'> {
  const arrival = arrivalOf(outcome);
  switch (arrival) {
    case 'arrived':
      return { value: 'sent' };
    case 'lost':
      return { value: 'undelivered' };
    case 'underway':
      return someReset('underway');
    default:
      return exhaustive(arrival);
  }
}

/** That there is one is known, though not how it ended. */
function someReset(why: 'unreadable' | 'underway'): Reading<'sent' | 'undelivered'> {
  return { why: { kind: why }, among: ['sent', 'undelivered'] };
}
