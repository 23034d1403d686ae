import type { Edition } from '../diagnosis/edition';
import { editions } from '../diagnosis/editions';
import type { Evidence } from '../diagnosis/evidence';
import { newestReset } from '../diagnosis/mail-log';
import type { OutcomeId } from '../diagnosis/rules';
import type { ReplyName } from '../shared/reply-name';

/**
 * The edition's reply to an outcome. What a customer whose reset was lost is asked to do depends on what it was lost
 * to: nobody is sent to their administrator for a fault of ours, nor asked to change a mailbox that is fine.
 */
export function replyFor(
  { replies }: Pick<Edition, 'replies'>,
  outcome: OutcomeId,
  { portal_log: log }: Pick<Evidence, 'portal_log'>,
): ReplyName | undefined {
  const name = replies[outcome];
  if (name !== 'reset_not_delivered' || log.state !== 'answered') return name;
  switch (newestReset(log.value)?.lostTo) {
    case 'our-sending':
      return 'reset_refused';
    case 'the-moment':
      return 'reset_delayed';
    case undefined:
      return name;
  }
}

/** The outcome that a reply is about; the neutral one is about none. */
export function outcomeOf(name: ReplyName): OutcomeId | undefined {
  if (name === 'reset_refused' || name === 'reset_delayed') return 'reset_not_delivered';
  const about = Object.values(editions).flatMap(({ rules, otherwise, replies }: Edition) =>
    [...rules, otherwise].flatMap(({ outcome }) => (replies[outcome] === name ? [outcome] : [])),
  );
  return about[0];
}
