import { exhaustive } from '../shared/failure';
import type { LossReason, Mail } from './answers';
import { bounceReason } from './bounce-reason';

/** Each has a sentence and a next step: `delivery.<id>` and `delivery.<id>.next` in translations/panel/. */
export const deliveryAdviceIds = [
  'delivered',
  'accepted',
  'accepted_long',
  'retrying',
  'retrying_full',
  'retrying_refused',
  'retrying_over',
  'unclear',
  'gave_up',
  'suppressed',
  'suppressed_bounce',
  'suppressed_complaint',
  'suppressed_unsubscribe',
  'sender_refused',
  'receiver_misrouted',
  'receiver_busy',
  'no_such_mailbox',
  'no_such_domain',
  'mailbox_full',
  'mailbox_disabled',
  'too_large',
  'refused_by_policy',
  'bounced',
  'bounced_late',
  'failed',
  'rejected',
] as const;

type DeliveryAdviceId = (typeof deliveryAdviceIds)[number];

export interface DeliveryAdvice {
  readonly id: DeliveryAdviceId;
  /** `until`: when the retries end or should have, epoch ms; there whenever the sentence has `{until}`. */
  readonly values: { readonly until?: number };
}

/** Mailgun tries for eight hours, then gives up (help.mailgun.com, article 28956111811355). */
const retryingMs = 8 * 60 * 60 * 1000;

/**
 * Mailgun delivers within seconds. A mail that it has held for longer without a word of the receiving server has found
 * no server that answers, and an MX record that names a wrong or dead host is the usual reason.
 */
const queuedMs = 30 * 60 * 1000;

/** What became of a mail, as a sentence that a support engineer can act on at `now`, epoch ms. */
export function deliveryAdvice(mail: Mail, now: number): DeliveryAdvice {
  const { outcome, report } = mail;
  switch (outcome) {
    case 'retrying':
    case 'accepted':
      return underway(mail, now);
    case 'suppressed':
      return plain(report.suppressedBy ? `suppressed_${report.suppressedBy}` : 'suppressed');
    case 'gave-up':
      return plain(bounceReason(report) ?? 'gave_up');
    case 'bounced':
    case 'failed':
      return plain(bounceReason(report) ?? outcome);
    case 'delayed-bounce':
      return plain(bounceReason(report) ?? 'bounced_late');
    case 'delivered':
    case 'rejected':
    case 'unclear':
      return plain(outcome);
    default:
      return exhaustive(outcome);
  }
}

export const lossReasons: readonly LossReason[] = [
  'no_such_mailbox',
  'no_such_domain',
  'mailbox_full',
  'mailbox_disabled',
  'refused_by_policy',
  'too_large',
  'suppressed',
  'suppressed_bounce',
  'suppressed_complaint',
  'suppressed_unsubscribe',
  'gave_up',
];

/** What a lost mail was lost to: for the reply the same reason as for the sentence here. */
export function lostTo(mail: Mail): Mail['lostTo'] {
  // What is said of a mail that is no longer underway does not depend on the time.
  const { id } = deliveryAdvice(mail, mail.sentAt);
  if (id === 'sender_refused' || id === 'rejected') return 'our-sending';
  if (id === 'receiver_misrouted') return 'the-mx-record';
  if (id === 'receiver_busy') return 'the-moment';
  return lossReasons.find((reason) => reason === id);
}

function underway({ sentAt, outcome, report }: Mail, now: number): DeliveryAdvice {
  const until = sentAt + retryingMs;
  if (until <= now) return { id: 'retrying_over', values: { until } };
  if (outcome === 'accepted') {
    return plain(now - sentAt > queuedMs ? 'accepted_long' : 'accepted');
  }
  return { id: retryingId(bounceReason(report)), values: { until } };
}

/** Trying again helps against most of what a server says, but not against a full mailbox or a fault of ours. */
function retryingId(reason: ReturnType<typeof bounceReason>): DeliveryAdviceId {
  if (reason === 'mailbox_full') return 'retrying_full';
  return reason === 'sender_refused' ? 'retrying_refused' : 'retrying';
}

function plain(id: DeliveryAdviceId): DeliveryAdvice {
  return { id, values: {} };
}
