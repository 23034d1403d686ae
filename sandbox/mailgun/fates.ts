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

const session = {
  'attempt-no': 1,
  description: '',
  'session-seconds': 0.5,
  'mx-host': 'mx.example.com',
};

const accepted: Happening = { after: 0, event: 'accepted' };
const delivered: Happening = {
  after: 2 * second,
  event: 'delivered',
  status: { ...session, code: 250, message: 'OK' },
};

/** The server said no at once. */
function bounce(
  type: 'hard' | 'soft',
  code: number,
  enhanced: string,
  text: string,
  mxHost = session['mx-host'],
): Happening {
  const status = {
    ...session,
    code,
    'enhanced-code': enhanced,
    'bounce-type': type,
    'mx-host': mxHost,
    message: `${code} ${enhanced} ${text}`,
  };
  return { after: 2 * second, event: 'failed', severity: 'permanent', reason: 'bounce', status };
}

const noSuchMailbox = bounce(
  'hard',
  550,
  '5.1.1',
  'The email account that you tried to reach does not exist',
);

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

/** All of them begin when Mailgun accepted the mail, but for one that it rejected. */
export const happenings: Readonly<Record<Fate, readonly Happening[]>> = {
  accepted: [accepted],
  delivered: [accepted, delivered],
  opened: [
    accepted,
    delivered,
    { after: 5 * minute, event: 'opened' },
    { after: 6 * minute, event: 'clicked' },
  ],
  bounced: [accepted, noSuchMailbox],
  'mailbox-full': [
    accepted,
    bounce('soft', 552, '5.2.2', 'The recipient’s inbox is out of storage space'),
  ],
  'refused-by-policy': [
    accepted,
    bounce('soft', 550, '5.7.1', '<b>Blocked</b> by the policy of example.com'),
  ],
  'refused-because-of-us': [
    accepted,
    {
      ...bounce(
        'soft',
        550,
        '5.7.606',
        'Access denied, banned sending IP [192.0.2.10]',
        'example-com.mail.protection.outlook.com',
      ),
      reason: 'espblock',
    },
  ],
  'delayed-bounce': [
    accepted,
    delivered,
    { ...noSuchMailbox, after: 20 * minute, delayedBounce: true },
  ],
  'suppressed-bounce': [
    accepted,
    suppressed('bounce', 605, 'Not delivering to previously bounced address'),
  ],
  'suppressed-complaint': [
    accepted,
    suppressed('complaint', 607, 'Not delivering to a user who marked your messages as spam'),
  ],
  'suppressed-unsubscribe': [
    accepted,
    suppressed('unsubscribe', 606, 'Not delivering to unsubscribed address'),
  ],
  retrying: [accepted, ...attempts.map(temporary)],
  'gave-up': [accepted, ...attempts.map(temporary), tooOld],
  rejected: [{ after: 0, event: 'rejected' }],
};
