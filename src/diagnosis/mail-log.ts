import { exhaustive } from '../shared/result';
import type { ListedKind, Mail, MailKind, MailLog, MailOutcome } from './answers';

/** Newest first, in whatever order the log came. The first counts: each reset mail voids the link of the one before. */
export function mailsOf({ mails }: MailLog, kind: MailKind): readonly Mail[] {
  return mails
    .filter((mail) => mail.kind === kind)
    .toSorted((one, other) => other.sentAt - one.sentAt);
}

/** "None" is a claim about the whole window, so it takes the whole log, read to its end and in every entry. */
export function isWhole({ truncated, unreadable, unseen }: MailLog): boolean {
  return !truncated && unreadable === 0 && unseen === undefined;
}

/** Mails that may be of this kind and whose subject nobody has listed, newest first. */
export function doubtfulMails(log: MailLog, kind: ListedKind): readonly Mail[] {
  return mailsOf(log, 'other').filter(({ doubt }) => doubt?.mayBe.includes(kind) === true);
}

/** What became of a mail, as far as the customer is concerned. Accepted by the receiving server is not yet the inbox. */
export type Arrival = 'arrived' | 'lost' | 'underway';

export function arrivalOf(outcome: MailOutcome): Arrival {
  switch (outcome) {
    case 'delivered':
      return 'arrived';
    case 'delayed-bounce':
    case 'bounced':
    case 'suppressed':
    case 'gave-up':
    case 'failed':
    case 'rejected':
      return 'lost';
    case 'accepted':
    case 'retrying':
    case 'unclear':
      return 'underway';
    default:
      return exhaustive(outcome);
  }
}

/** Lost on account of the address: that Mailgun itself rejected a mail says nothing about the mailbox. */
export function isLostToTheAddress(outcome: MailOutcome): boolean {
  return arrivalOf(outcome) === 'lost' && outcome !== 'rejected';
}

/** Mails appear in the logs minutes late: for this long after an instant they may not show what came before it. */
export const logLagMs = 30 * 60 * 1000;
