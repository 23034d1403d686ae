import { exhaustive } from '../lib/exhaustive';
import { arrivalOf } from './arrival-of';
import type { Mail, MailLog } from './evidence';
import type { Unknown } from './facts';
import { mailsOf, newestReset } from './newest-reset';
import type { Reading } from './reading';
import { isWhole } from './whole-log';

export function readPortalReset(log: MailLog): Reading<'none' | 'sent' | 'undelivered'> {
  const newest = newestReset(log);
  if (!newest) return noneFound(log);
  // What was not read may be a newer reset, and only the newest counts.
  if (log.unreadable > 0) return someReset({ kind: 'unreadable' });
  return isSurelyNewest(log, newest) ? readArrival(newest) : someReset(cutOff(log));
}

/** A reset can have begun beyond what was read: it was found by its name, or by an event that came late. */
function isSurelyNewest(log: MailLog, { sentAt, sentBefore, outcome }: Mail): boolean {
  const { truncated, readBackTo = Infinity } = log;
  if (truncated) return sentBefore === undefined && readBackTo <= sentAt;
  // The window cuts as well; which of them is the newest matters only where they ended differently.
  const isLikeIt = (other: Mail) => arrivalOf(other.outcome) === arrivalOf(outcome);
  return sentBefore === undefined || mailsOf(log, 'reset').every(isLikeIt);
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
  return { kind: 'truncated', ...(failure ? { failure } : {}) };
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
