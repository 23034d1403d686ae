import { days, minutes, noon, resetMail } from '../../fixtures/evidence';
import type { DeliveryReport, MailOutcome } from '../../src/diagnosis/answers';
import { deliveryAdvice, deliveryAdviceIds, lostTo } from '../../src/diagnosis/delivery-advice';
import en from '../../translations/panel/en.json';

type Row = readonly [MailOutcome, DeliveryReport, string];

const table: readonly Row[] = [
  ['delivered', { code: 250, text: 'OK' }, 'delivered'],
  ['accepted', {}, 'accepted'],
  ['unclear', { code: 680 }, 'unclear'],
  ['rejected', { text: 'sandbox' }, 'rejected'],
  ['gave-up', { code: 602, text: 'Too old' }, 'gave_up'],
  // The last word of the server says why.
  ['gave-up', { code: 602, text: '4.2.2 full' }, 'mailbox_full'],
  ['suppressed', { code: 605, suppressedBy: 'bounce' }, 'suppressed_bounce'],
  ['suppressed', { code: 607, suppressedBy: 'complaint' }, 'suppressed_complaint'],
  ['suppressed', { code: 606, suppressedBy: 'unsubscribe' }, 'suppressed_unsubscribe'],
  ['suppressed', {}, 'suppressed'],
  ['bounced', { code: 550, enhancedCode: '5.1.1' }, 'no_such_mailbox'],
  ['bounced', { code: 550, text: '550 5.1.1 whatever' }, 'no_such_mailbox'],
  ['bounced', { code: 550, enhancedCode: '5.1.10' }, 'no_such_mailbox'],
  [
    'bounced',
    { code: 550, text: '550 5.4.1 Recipient address rejected: Access denied' },
    'no_such_mailbox',
  ],
  [
    'bounced',
    { code: 550, text: 'The email account that you tried to reach does not exist' },
    'no_such_mailbox',
  ],
  ['bounced', { code: 550, text: 'User unknown' }, 'no_such_mailbox'],
  ['bounced', { code: 550, text: 'No such user here' }, 'no_such_mailbox'],
  ['bounced', { code: 550, enhancedCode: '5.1.2' }, 'no_such_domain'],
  ['failed', { code: 498, text: 'No MX for example.com' }, 'no_such_domain'],
  ['failed', { code: 498 }, 'no_such_domain'],
  ['bounced', { code: 552, enhancedCode: '5.2.2' }, 'mailbox_full'],
  ['bounced', { code: 552, text: 'mailbox full' }, 'mailbox_full'],
  ['bounced', { code: 552, text: 'The user is over quota' }, 'mailbox_full'],
  ['bounced', { code: 550, enhancedCode: '5.2.1' }, 'mailbox_disabled'],
  ['bounced', { code: 554, text: 'This account has been disabled' }, 'mailbox_disabled'],
  ['bounced', { code: 552, enhancedCode: '5.3.4' }, 'too_large'],
  ['bounced', { code: 550, enhancedCode: '5.7.1' }, 'refused_by_policy'],
  ['bounced', { code: 550, enhancedCode: '5.7.26' }, 'sender_refused'],
  ['failed', { code: 554, text: 'Blocked, see the blocklist' }, 'sender_refused'],
  ['failed', { code: 554, reason: 'espblock' }, 'sender_refused'],
  ...'1.7 1.8 7.20 7.29 7.500 7.599 7.600 7.649 7.708'
    .split(' ')
    .map((code): Row => ['bounced', { enhancedCode: `5.${code}` }, 'sender_refused']),
  ['gave-up', { text: '4.7.650 [192.0.2.10]' }, 'sender_refused'],
  ['bounced', { enhancedCode: '5.7.504' }, 'no_such_mailbox'],
  ['bounced', { enhancedCode: '5.7.124' }, 'refused_by_policy'],
  ['bounced', { enhancedCode: '5.2.122' }, 'receiver_busy'],
  ['bounced', { enhancedCode: '5.7.64' }, 'receiver_misrouted'],
  ['bounced', { enhancedCode: '5.4.14' }, 'receiver_misrouted'],
  ['bounced', { code: 550, enhancedCode: '5.0.0' }, 'bounced'],
  ['bounced', { code: 550 }, 'bounced'],
  ['bounced', {}, 'bounced'],
  ['failed', { code: 554 }, 'failed'],
  ['failed', {}, 'failed'],
  ['delayed-bounce', { code: 550, enhancedCode: '5.1.1' }, 'no_such_mailbox'],
  ['delayed-bounce', {}, 'bounced_late'],
  // Clear words, the code, loose words: in this order.
  ['bounced', { enhancedCode: '5.2.2', text: 'user unknown' }, 'no_such_mailbox'],
  ['bounced', { enhancedCode: '5.2.2', text: 'seen as spam' }, 'mailbox_full'],
  ['bounced', { enhancedCode: '5.3.0', text: 'seen as spam' }, 'refused_by_policy'],
  // Near to a code with a meaning is without one.
  ...'1.12 11.1 14.1 1.22 11.2 14.4 4.40 2.22 12.2 2.15 12.1 3.41 13.4 2.30 12.3 17.1'
    .split(' ')
    .map((near): Row => ['bounced', { enhancedCode: `5.${near}` }, 'bounced']),
  ['bounced', { text: 'Domain not found' }, 'no_such_domain'],
  ['bounced', { text: 'Host name not found' }, 'no_such_domain'],
  ['bounced', { text: 'The domain name was not found' }, 'no_such_domain'],
  ['bounced', { text: 'The message exceeds the quota' }, 'mailbox_full'],
  ['bounced', { text: 'exceeded storage' }, 'mailbox_full'],
  ['bounced', { text: 'Your inbox is full' }, 'mailbox_full'],
  ['bounced', { text: 'Mailbox disabled' }, 'mailbox_disabled'],
  ['bounced', { text: 'The user is suspended' }, 'mailbox_disabled'],
  ['bounced', { text: 'Message too large' }, 'too_large'],
  ['bounced', { text: 'message is too big' }, 'too_large'],
  ...['blocklist', 'block list', 'blacklist', 'black list', 'Dmarc', 'bad reputation'].map(
    (word): Row => ['bounced', { text: `Refused: ${word}` }, 'sender_refused'],
  ),
  ...['our policy', 'a spam'].map((word): Row => [
    'bounced',
    { text: `Refused: ${word}` },
    'refused_by_policy',
  ]),
  // 15.1.1 is a version, not a status.
  ['bounced', { code: 550, text: 'Exchange 15.1.1' }, 'bounced'],
];

test.each(table)('%s with %j is told as %s', (outcome, report, id) => {
  const mail = resetMail(outcome, { report, sentAt: noon - minutes(5) });
  expect(deliveryAdvice(mail, noon)).toEqual({ id, values: {} });
});

test.each([
  ['retrying', { code: 451, enhancedCode: '4.7.652' }],
  ['retrying', {}],
  ['retrying_full', { code: 452, text: '4.2.2 The mailbox is full' }],
  ['retrying_refused', { code: 451, text: 'The IP address 192.0.2.10 is on our block list' }],
  ['retrying_refused', { code: 421, enhancedCode: '4.7.28' }],
] as const)('%s says until when, and that the time is up', (id, report) => {
  const mail = resetMail('retrying', { report, sentAt: noon });
  const values = { until: noon + minutes(480) };
  expect(deliveryAdvice(mail, noon)).toEqual({ id, values });
  expect(deliveryAdvice(mail, noon + minutes(480) - 1)).toEqual({ id, values });
  expect(deliveryAdvice(mail, noon + minutes(480))).toEqual({ id: 'retrying_over', values });
});

test('accepted and no more: first a matter of minutes, then their MX record, and at last nobody knows', () => {
  const mail = resetMail('accepted', { sentAt: noon });
  expect(deliveryAdvice(mail, noon + minutes(30))).toEqual({ id: 'accepted', values: {} });
  expect(deliveryAdvice(mail, noon + minutes(30) + 1).id).toBe('accepted_long');
  expect(deliveryAdvice(mail, noon + minutes(480) - 1).id).toBe('accepted_long');
  expect(deliveryAdvice(mail, noon + minutes(480)).id).toBe('retrying_over');
  expect(deliveryAdvice(resetMail('gave-up', { sentAt: noon }), noon + days(9)).id).toBe('gave_up');
});

test.each([
  ['our-sending', resetMail('bounced', { report: { enhancedCode: '5.7.606' } })],
  ['our-sending', resetMail('rejected')],
  ['the-moment', resetMail('gave-up', { report: { text: 'Greylisted' } })],
  ['the-mx-record', resetMail('bounced', { report: { text: 'Relaying denied' } })],
  ['no_such_mailbox', resetMail('bounced', { report: { enhancedCode: '5.1.1' } })],
  ['suppressed', resetMail('suppressed')],
  ['suppressed_complaint', resetMail('suppressed', { report: { suppressedBy: 'complaint' } })],
  ['gave_up', resetMail('gave-up')],
  [undefined, resetMail('bounced')],
  [undefined, resetMail('failed')],
] as const)('a reset is lost to %s', (to, mail) => {
  expect(lostTo(mail)).toBe(to);
});

test('every id has its sentence and its next step, and only retries an hour', () => {
  const words: Readonly<Record<string, string>> = en;
  const keys = deliveryAdviceIds.flatMap((id) => [`delivery.${id}`, `delivery.${id}.next`]);
  expect(
    Object.keys(words)
      .filter((key) => key.startsWith('delivery.'))
      .sort(),
  ).toEqual(keys.sort());
  expect(keys.filter((key) => words[key]?.includes('{'))).toEqual([
    'delivery.retrying',
    'delivery.retrying_full',
    'delivery.retrying_over',
    'delivery.retrying_refused',
  ]);
});

test('no id is out of reach', () => {
  const told = [
    ...table.map(([, , id]) => id),
    ...['accepted_long', 'retrying', 'retrying_full', 'retrying_refused', 'retrying_over'],
  ];
  expect(deliveryAdviceIds.filter((id) => !told.includes(id))).toEqual([]);
});
