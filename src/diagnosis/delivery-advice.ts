import { exhaustive } from '../shared/result';
import type { DeliveryReport, Mail } from './evidence';

/** Each has a sentence and a next step: `delivery.<id>` and `delivery.<id>.next` in translations/panel/. */
export const deliveryAdviceIds = [
  'delivered',
  'accepted',
  'retrying',
  'retrying_full',
  'retrying_over',
  'unclear',
  'gave_up',
  'suppressed',
  'suppressed_bounce',
  'suppressed_complaint',
  'suppressed_unsubscribe',
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
      return plain('gave_up');
    case 'bounced':
    case 'failed':
      return plain(reasonOf(report) ?? outcome);
    case 'delayed-bounce':
      return plain(reasonOf(report) ?? 'bounced_late');
    case 'delivered':
    case 'rejected':
    case 'unclear':
      return plain(outcome);
    default:
      return exhaustive(outcome);
  }
}

function underway({ sentAt, outcome, report }: Mail, now: number): DeliveryAdvice {
  const until = sentAt + retryingMs;
  if (until <= now) return { id: 'retrying_over', values: { until } };
  if (outcome === 'accepted') return plain('accepted');
  return {
    id: reasonOf(report) === 'mailbox_full' ? 'retrying_full' : 'retrying',
    values: { until },
  };
}

function plain(id: DeliveryAdviceId): DeliveryAdvice {
  return { id, values: {} };
}

interface Reason {
  readonly id: DeliveryAdviceId;
  /** Enhanced status codes (RFC 3463) without their class: what is wrong is the same for 4 and 5. */
  readonly enhanced: RegExp;
  readonly code?: number;
  readonly words: RegExp;
}

const reasons: readonly Reason[] = [
  {
    id: 'no_such_mailbox',
    // 4.1: how Microsoft 365 says that its directory does not have the recipient.
    enhanced: /^(1\.[01346]|1\.10|4\.1)$/,
    words:
      /(does|do) not exist|doesn't exist|(user|recipient|mailbox|address) (is )?(unknown|not found)|(unknown|no such|invalid) (user|recipient|mailbox|address)/i,
  },
  {
    id: 'no_such_domain',
    enhanced: /^(1\.2|4\.4)$/,
    code: 498,
    words: /\bno mx\b|(domain|host)( name)? (was )?not found|unrouteable/i,
  },
  {
    id: 'mailbox_full',
    enhanced: /^2\.2$/,
    words:
      /(mailbox|inbox|storage)( is)? full|(over|exceed\w*|out of) (the |its )?(storage|quota)|quota exceeded/i,
  },
  {
    id: 'mailbox_disabled',
    enhanced: /^2\.1$/,
    words:
      /(mailbox|account|user|recipient)( is| has been)? (disabled|inactive|suspended|deactivated)/i,
  },
  {
    id: 'too_large',
    enhanced: /^(3\.4|2\.3)$/,
    words: /message (is )?too (large|big)|size limit/i,
  },
  {
    id: 'refused_by_policy',
    enhanced: /^7\.\d+$/,
    words: /\bspam\b|blocked|block ?list|black ?list|reputation|dmarc|\bpolicy\b|access denied/i,
  },
];

/** The enhanced code says it best, then the code, then the words. */
function reasonOf({ code, enhancedCode, text = '' }: DeliveryReport): DeliveryAdviceId | undefined {
  const enhanced = /\b[45]\.(\d+\.\d+)\b/.exec(enhancedCode ?? text)?.[1] ?? '';
  const found =
    reasons.find((reason) => reason.enhanced.test(enhanced)) ??
    reasons.find((reason) => reason.code !== undefined && reason.code === code) ??
    reasons.find((reason) => reason.words.test(text));
  return found?.id;
}
