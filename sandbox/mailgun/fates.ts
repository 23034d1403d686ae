import type { DeliveryStatus, LogItem } from './log-item';
import type { Fate } from './seed';

/** What happens to a mail after Mailgun accepted it: `after` in ms. */
export interface Happening {
  readonly after: number;
  readonly event: LogItem['event'];
  readonly severity?: 'temporary' | 'permanent';
  readonly reason?: string;
  readonly delayedBounce?: boolean;
  readonly status?: DeliveryStatus;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Mailgun's own timetable: 10, 15, 30 minutes, 1, 2, 4 hours. */
const attempts = [
  2 * second,
  10 * minute,
  25 * minute,
  55 * minute,
  115 * minute,
  235 * minute,
  475 * minute,
];

export function happenings(fate: Fate): readonly Happening[] {
  const accepted: Happening = { after: 0, event: 'accepted' };
  switch (fate) {
    case 'accepted':
      return [accepted];
    case 'delivered':
      return [accepted, delivered];
    case 'opened':
      return [
        accepted,
        delivered,
        { after: 5 * minute, event: 'opened' },
        { after: 6 * minute, event: 'clicked' },
      ];
    case 'bounced':
      return [accepted, bounce(2 * second, noSuchMailbox)];
    case 'mailbox-full':
      return [accepted, bounce(2 * second, mailboxFull)];
    case 'refused-by-policy':
      return [accepted, bounce(2 * second, policy)];
    case 'refused-because-of-us':
      return [accepted, { ...bounce(2 * second, bannedIp), reason: 'espblock' }];
    case 'delayed-bounce':
      return [accepted, delivered, { ...bounce(20 * minute, noSuchMailbox), delayedBounce: true }];
    case 'suppressed-bounce':
      return [accepted, suppressed('bounce', 605, 'Not delivering to previously bounced address')];
    case 'suppressed-complaint':
      return [
        accepted,
        suppressed('complaint', 607, 'Not delivering to a user who marked your messages as spam'),
      ];
    case 'suppressed-unsubscribe':
      return [accepted, suppressed('unsubscribe', 606, 'Not delivering to unsubscribed address')];
    case 'retrying':
      return [accepted, ...attempts.map(temporary)];
    case 'gave-up':
      return [accepted, ...attempts.map(temporary), tooOld];
    case 'rejected':
      return [{ after: 0, event: 'rejected' }];
  }
}

const session = {
  'attempt-no': 1,
  description: '',
  'session-seconds': 0.5,
  'mx-host': 'mx.example.com',
};

const delivered: Happening = {
  after: 2 * second,
  event: 'delivered',
  status: { ...session, code: 250, message: 'OK' },
};

const noSuchMailbox: DeliveryStatus = {
  ...session,
  code: 550,
  'enhanced-code': '5.1.1',
  'bounce-type': 'hard',
  message: '550 5.1.1 The email account that you tried to reach does not exist',
};

const mailboxFull: DeliveryStatus = {
  ...session,
  code: 552,
  'enhanced-code': '5.2.2',
  'bounce-type': 'soft',
  message: '552 5.2.2 The recipient’s inbox is out of storage space',
};

const policy: DeliveryStatus = {
  ...session,
  code: 550,
  'enhanced-code': '5.7.1',
  'bounce-type': 'soft',
  message: '550 5.7.1 <b>Blocked</b> by the policy of example.com',
};

const bannedIp: DeliveryStatus = {
  ...session,
  code: 550,
  'enhanced-code': '5.7.606',
  'bounce-type': 'soft',
  'mx-host': 'example-com.mail.protection.outlook.com',
  message: '550 5.7.606 Access denied, banned sending IP [192.0.2.10]',
};

function bounce(after: number, status: DeliveryStatus): Happening {
  return { after, event: 'failed', severity: 'permanent', reason: 'bounce', status };
}

function suppressed(list: string, code: number, description: string): Happening {
  const status = { 'attempt-no': 1, code, message: '', description, 'session-seconds': 0 };
  return {
    after: second,
    event: 'failed',
    severity: 'permanent',
    reason: `suppress-${list}`,
    status,
  };
}

function temporary(after: number, index: number): Happening {
  const status = {
    ...session,
    'attempt-no': index + 1,
    code: 451,
    'enhanced-code': '4.7.652',
    'retry-seconds': ((attempts[index + 1] ?? 8 * hour) - after) / second,
    message: '4.7.652 The mail server has exceeded the connection limit',
  };
  return { after, event: 'failed', severity: 'temporary', reason: 'generic', status };
}

const tooOld: Happening = {
  after: 8 * hour,
  event: 'failed',
  severity: 'permanent',
  reason: 'old',
  status: {
    ...session,
    'attempt-no': 8,
    code: 602,
    message: 'Too old',
    'last-code': 451,
    'last-message': '4.7.652 The mail server has exceeded the connection limit',
  },
};
