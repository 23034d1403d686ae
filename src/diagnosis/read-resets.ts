import { exhaustive } from '../lib/exhaustive';
import { arrivalOf } from './arrival-of';
import type { Mail, MailLog } from './evidence';
import { newestReset } from './newest-reset';
import type { Reading } from './reading';
import { isWhole } from './whole-log';

export function readPortalReset(log: MailLog): Reading<'none' | 'sent' | 'undelivered'> {
  const newest = newestReset(log);
  if (!newest) return noneFound(log);
  // What was not read may be a newer reset, and only the newest counts.
  if (log.unreadable > 0) return someReset('unreadable');
  return isReadBackTo(log, newest.sentAt) ? readArrival(newest) : someReset('truncated');
}

/** A reset that was asked for by name can lie beyond where the log was cut off. */
function isReadBackTo({ truncated, readBackTo = Infinity }: MailLog, instant: number): boolean {
  return !truncated || readBackTo <= instant;
}

/** Whether it arrived does not matter here: that it was asked for on the wrong site does. */
export function readGitlabReset(log: MailLog): Reading<'none' | 'sent'> {
  return newestReset(log) ? { value: 'sent' } : noneFound(log);
}

function noneFound(log: MailLog): Reading<'none'> {
  if (isWhole(log)) return { value: 'none' };
  return { why: { kind: log.truncated ? 'truncated' : 'unreadable' } };
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
function someReset(why: 'unreadable' | 'underway' | 'truncated'): Reading<'sent' | 'undelivered'> {
  return { why: { kind: why }, among: ['sent', 'undelivered'] };
}
