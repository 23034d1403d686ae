import { exhaustive } from '../lib/exhaustive';
import { arrivalOf } from './arrival-of';
import type { Mail, MailLog } from './evidence';
import type { Unknown } from './facts';
import { newestReset } from './newest-reset';
import type { Reading } from './reading';
import { isWhole } from './whole-log';

export function readPortalReset(log: MailLog): Reading<'none' | 'sent' | 'undelivered'> {
  const newest = newestReset(log);
  if (!newest) return noneFound(log);
  // What was not read may be a newer reset, and only the newest counts.
  if (log.unreadable > 0) return someReset({ kind: 'unreadable' });
  return isReadBackTo(log, newest) ? readArrival(newest) : someReset(cutOff(log));
}

/** A reset can lie beyond where the log was cut off: found by its name, or by an event that came late. */
function isReadBackTo(
  { truncated, readBackTo = Infinity }: MailLog,
  { sentAt, sentBefore }: Mail,
): boolean {
  return !truncated || (sentBefore === undefined && readBackTo <= sentAt);
}

/** Whether it arrived does not matter here: that it was asked for on the wrong site does. */
export function readGitlabReset(log: MailLog): Reading<'none' | 'sent'> {
  return newestReset(log) ? { value: 'sent' } : noneFound(log);
}

function noneFound(log: MailLog): Reading<'none'> {
  if (isWhole(log)) return { value: 'none' };
  return { why: log.truncated ? cutOff(log) : { kind: 'unreadable' } };
}

function cutOff({ failure }: MailLog): Unknown {
  return failure ? { kind: 'failed', failure } : { kind: 'truncated' };
}

function readArrival({ outcome }: Mail): Reading<'sent' | 'undelivered'> {
  const arrival = arrivalOf(outcome);
  switch (arrival) {
    case 'arrived':
      return { value: 'sent' };
    case 'lost':
      return { value: 'undelivered' };
    case 'underway':
      return someReset({ kind: 'underway' });
    default:
      return exhaustive(arrival);
  }
}

/** That there is one is known, though not how it ended. */
function someReset(why: Unknown): Reading<'sent' | 'undelivered'> {
  return { why, among: ['sent', 'undelivered'] };
}
