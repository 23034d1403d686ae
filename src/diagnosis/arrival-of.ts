import { exhaustive } from '../lib/exhaustive';
import type { MailOutcome } from './evidence';

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
