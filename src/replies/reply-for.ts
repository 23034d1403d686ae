import type { Evidence } from '../diagnosis/evidence';
import { newestReset } from '../diagnosis/mail-log';
import type { OutcomeId } from '../diagnosis/rules';
import type { ReplyName } from '../shared/reply-name';

type Finding = Exclude<ReplyName, 'verify_ownership'>;

/**
 * The reply to an outcome. What a customer whose reset was lost is asked to do depends on what it was lost to: nobody
 * is sent to their administrator for a fault of ours, nor asked to change a mailbox that is fine.
 */
export function replyFor(
  outcome: OutcomeId,
  { portal_log: log }: Pick<Evidence, 'portal_log'>,
): Finding {
  if (outcome !== 'reset_not_delivered' || log.state !== 'answered') return outcome;
  switch (newestReset(log.value)?.lostTo) {
    case 'our-sending':
      return 'reset_refused';
    case 'the-moment':
      return 'reset_delayed';
    case undefined:
      return outcome;
  }
}

/** The outcome that a reply is about. */
export function outcomeOf(name: Finding): OutcomeId {
  return name === 'reset_refused' || name === 'reset_delayed' ? 'reset_not_delivered' : name;
}
