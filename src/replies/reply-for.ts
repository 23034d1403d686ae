import type { Edition } from '../diagnosis/edition';
import type { Evidence } from '../diagnosis/evidence';
import { mailsOf } from '../diagnosis/mail-log';
import type { OutcomeId } from '../diagnosis/rules';
import type { ReplyName } from '../shared/reply-name';

/**
 * The edition's reply to an outcome. What a customer whose mail was lost is asked to do depends on what it was lost to:
 * nobody is sent to their administrator for a fault of ours, nor asked to change a mailbox that is fine.
 */
export function replyFor(
  { replies, ifLost }: Pick<Edition, 'replies' | 'ifLost'>,
  outcome: OutcomeId,
  { portal_log: log }: Pick<Evidence, 'portal_log'>,
): ReplyName | undefined {
  const instead = ifLost[outcome];
  const newest =
    instead && log.state === 'answered' ? mailsOf(log.value, instead.mail)[0] : undefined;
  return newest?.lostTo === undefined ? replies[outcome] : instead?.[newest.lostTo];
}
