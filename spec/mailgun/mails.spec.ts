import { minutes, noon } from '../../fixtures/evidence';
import type { Mail, MailOutcome } from '../../src/diagnosis/answers';
import { readItem } from '../../src/mailgun/log-event';
import { mailsFromEvents } from '../../src/mailgun/mails';
import type { Json } from '../../src/shared/json';
import { domain, item, permanent, query, temporary } from './log-item';

function mailsOf(...items: readonly Json[]): readonly Mail[] {
  const events = items.flatMap((one) => {
    const read = readItem(one, 'jane.doe@example.com', domain);
    return read.kind === 'event' ? [read.event] : [];
  });
  return mailsFromEvents(events, query);
}

const hard = {
  code: 550,
  'enhanced-code': '5.1.1',
  'bounce-type': 'hard',
  message: 'no such user',
};
const late = { at: noon + minutes(5) };
const rows = {
  accepted: item('accepted'),
  rejected: item('rejected', { reject: { reason: 'sandbox only' } }),
  temporary: temporary(),
  permanent: permanent('bounce', hard),
  delivered: item('delivered', { 'delivery-status': { code: 250, message: 'OK' } }),
  delayed: permanent('bounce', hard, { flags: { 'is-delayed-bounce': true } }),
};

describe('the outcome of one event', () => {
  const table: readonly [string, Json, MailOutcome, Mail['report']][] = [
    ['accepted', rows.accepted, 'accepted', {}],
    ['delivered', rows.delivered, 'delivered', { code: 250, text: 'OK' }],
    ['rejected', rows.rejected, 'rejected', { text: 'sandbox only' }],
    [
      'a hard bounce',
      rows.permanent,
      'bounced',
      { code: 550, enhancedCode: '5.1.1', text: 'no such user' },
    ],
    [
      'a bounce by its type alone',
      permanent('generic', { code: 550, 'bounce-type': 'soft' }),
      'bounced',
      { code: 550 },
    ],
    ['a bounce by its reason alone', permanent('bounce', { code: 550 }), 'bounced', { code: 550 }],
    [
      'a late bounce',
      rows.delayed,
      'delayed-bounce',
      { code: 550, enhancedCode: '5.1.1', text: 'no such user' },
    ],
    [
      'suppressed by reason',
      permanent('suppress-complaint', { code: 550 }),
      'suppressed',
      { code: 550, suppressedBy: 'complaint' },
    ],
    [
      'suppressed by 605',
      permanent('generic', { code: 605 }),
      'suppressed',
      { code: 605, suppressedBy: 'bounce' },
    ],
    [
      'suppressed by 606',
      permanent('generic', { code: 606 }),
      'suppressed',
      { code: 606, suppressedBy: 'unsubscribe' },
    ],
    [
      'suppressed by 607',
      permanent('generic', { code: 607 }),
      'suppressed',
      { code: 607, suppressedBy: 'complaint' },
    ],
    [
      'suppressed by a list that is new to us',
      permanent('suppress-moon', { code: 699 }),
      'suppressed',
      { code: 699 },
    ],
    [
      'given up, with the last word of the server',
      permanent('old', { code: 602, message: 'Too old', 'last-message': '4.2.2 full' }),
      'gave-up',
      { code: 602, text: '4.2.2 full' },
    ],
    [
      'refused by a server that is named',
      permanent('bounce', { code: 550, 'mx-host': 'MX1.Example.com' }),
      'bounced',
      { code: 550, mxHost: 'mx1.example.com' },
    ],
    [
      'given up, with where it went',
      permanent('old', { code: 602, message: 'Too old', 'mx-host': 'mx.example.com' }),
      'gave-up',
      { code: 602, text: 'Too old', mxHost: 'mx.example.com' },
    ],
    ['given up by reason alone', permanent('old', { code: 451 }), 'gave-up', { code: 451 }],
    ['given up by 602 alone', permanent('generic', { code: 602 }), 'gave-up', { code: 602 }],
    [
      'failed for a reason that says more',
      permanent('ESPBlock', { code: 550 }),
      'failed',
      { code: 550, reason: 'espblock' },
    ],
    ['failed for another reason', permanent('generic', { code: 550 }), 'failed', { code: 550 }],
    ['retrying', rows.temporary, 'retrying', { code: 451, text: '4.7.0 later' }],
    [
      'retrying, where only the wait says so',
      item('failed', { 'delivery-status': { code: 680, 'retry-seconds': 145 } }),
      'retrying',
      { code: 680 },
    ],
    [
      'retrying, where only a 4xx says so',
      item('failed', { 'delivery-status': { code: 421 } }),
      'retrying',
      { code: 421 },
    ],
    ['unclear, where nothing more is said', item('failed'), 'unclear', {}],
    [
      'unclear, where the severity is unknown',
      item('failed', { severity: 'unknown', 'delivery-status': { code: 680 } }),
      'unclear',
      { code: 680 },
    ],
    ['unclear, where it is internal', item('failed', { severity: 'internal' }), 'unclear', {}],
    [
      'for good by a 5xx, where the severity says nothing',
      item('failed', { 'delivery-status': { code: 550 } }),
      'failed',
      { code: 550 },
    ],
    [
      'for good by the bounce, where the severity says nothing',
      item('failed', { reason: 'bounce' }),
      'bounced',
      {},
    ],
    [
      'for good by its type, where the severity says nothing',
      item('failed', { 'delivery-status': { 'bounce-type': 'hard' } }),
      'bounced',
      {},
    ],
    [
      'given up by reason, where the severity says nothing',
      item('failed', { reason: 'old', 'delivery-status': { code: 451 } }),
      'gave-up',
      { code: 451 },
    ],
    [
      'suppressed by code, where the severity says nothing',
      item('failed', { 'delivery-status': { code: 605 } }),
      'suppressed',
      { code: 605, suppressedBy: 'bounce' },
    ],
    [
      'suppressed by reason, where the severity says nothing',
      item('failed', { reason: 'suppress-complaint' }),
      'suppressed',
      { suppressedBy: 'complaint' },
    ],
    [
      'a code written as text',
      permanent('bounce', { code: '550', description: 'gone' }),
      'bounced',
      { code: 550, text: 'gone' },
    ],
  ];

  test.each(table)('%s', (_, row, outcome, report) => {
    expect(mailsOf(row)).toMatchObject([{ outcome }]);
    expect(mailsOf(row)[0]?.report).toEqual(report);
  });
});

describe('several events of one mail', () => {
  const strongestFirst = [
    ['delayed', 'delayed-bounce'],
    ['delivered', 'delivered'],
    ['permanent', 'bounced'],
    ['temporary', 'retrying'],
    ['rejected', 'rejected'],
    ['accepted', 'accepted'],
  ] as const;
  const pairs = strongestFirst.flatMap(([strong, outcome], index) =>
    strongestFirst.slice(index + 1).map(([weak]) => [strong, weak, outcome] as const),
  );

  test.each(pairs)('%s beats %s, whichever came first', (strong, weak, outcome) => {
    const later = { '@timestamp': new Date(late.at).toISOString() };
    expect(mailsOf(rows[strong], { ...rows[weak], ...later })).toMatchObject([{ outcome }]);
    expect(mailsOf({ ...rows[weak] }, { ...rows[strong], ...later })).toMatchObject([{ outcome }]);
  });

  test('are told by the newest of the strongest', () => {
    const [mail] = mailsOf(
      temporary({ at: noon + minutes(10) }),
      temporary({ at: noon + minutes(30), 'delivery-status': { code: 452, 'retry-seconds': 9 } }),
      item('accepted', { at: noon }),
    );
    expect(mail).toMatchObject({
      sentAt: noon,
      report: { code: 452 },
    });
  });

  test('give the subject to those that lack it', () => {
    const bare = { message: { headers: { 'message-id': '<m1@gitlab-sidekiq.mail>' } } };
    expect(mailsOf(item('delivered', { ...bare, ...late }), item('accepted'))).toMatchObject([
      { kind: 'reset', outcome: 'delivered', subject: 'Reset password instructions' },
    ]);
  });

  test('count once when they come twice, on two pages or for two spellings', () => {
    const bounced = { ...rows.permanent };
    expect(mailsOf(bounced, bounced)).toEqual(mailsOf(bounced));
  });

  test('are mails of their own without a message-id', () => {
    const bare = () => item('failed', { message: undefined });
    expect(mailsOf(bare(), bare())).toHaveLength(2);
  });

  test.each([
    ['an id of their own', {}, {}],
    ['any id', { message: undefined }, { message: { headers: { subject: 'Merge request' } } }],
    [
      'a message-id with anything in it',
      { message: { headers: { 'message-id': '<>' } } },
      { message: { headers: { 'message-id': '<>', subject: 'Merge request' } } },
    ],
  ])('at one instant, without %s, do not swallow each other', (_what, one, other) => {
    const mails = mailsOf(
      item('failed', { id: undefined, messageId: 'm1', ...one }),
      item('failed', { id: undefined, messageId: 'm2', subject: 'Merge request', ...other }),
    );
    expect(mails).toHaveLength(2);
  });
});

test.each([
  ['accepted', rows.accepted, undefined],
  ['rejected', rows.rejected, undefined],
  ['on a list', permanent('suppress-bounce', { code: 605 }), undefined],
  ['delivered', rows.delivered, true],
  ['bounced', rows.permanent, true],
  ['still tried', rows.temporary, true],
])('a mail of which nothing before %s was read: its beginning', (_what, row, unread) => {
  const [only] = mailsOf(row);
  expect(only?.sentBefore).toBe(unread);
  const [whole] = mailsOf(row, item('accepted'));
  expect(whole?.sentBefore).toBeUndefined();
});

test('lists mails newest first', () => {
  const ids = mailsOf(
    item('accepted', { messageId: 'old', at: noon }),
    item('accepted', { messageId: 'new', at: noon + minutes(2) }),
    item('accepted', { messageId: 'middle', at: noon + minutes(1) }),
  ).map(({ id }) => id);
  expect(ids).toEqual(['new', 'middle', 'old']);
});

test('keeps no URL, no address of a machine and no body of what it read', () => {
  const kept = JSON.stringify(
    mailsOf(
      item('delivered', {
        ip: '203.0.113.9',
        url: 'https://secret.example.com/',
        tags: ['secret'],
      }),
    ),
  );
  expect(kept).not.toMatch(/secret|203\.0\.113|storage/);
});

test('takes control characters and turned reading directions out of what it keeps', () => {
  const [mail] = mailsOf(item('accepted', { subject: 'Your\u202E \u0007invoice\n\t now' }));
  expect(mail?.subject).toBe('Your invoice now');
});

test('keeps no more of a text than a panel can show', () => {
  const [mail] = mailsOf(permanent('bounce', { message: 'x'.repeat(100_000) }));
  expect(mail?.report.text?.length).toBeLessThanOrEqual(500);
});

describe('a mail that Mailgun gave up, where it does not say why', () => {
  const tooOld = permanent('old', { code: 602, message: 'Too old' }, { at: noon });
  const tried = (ago: number, status: Json) =>
    temporary({ at: noon - minutes(ago), 'delivery-status': { code: 421, ...status } });

  it('says what the server answered last', () => {
    const later = tried(10, {
      message: 'rate limited',
      'enhanced-code': '4.7.650',
      'mx-host': 'mx.example.com',
    });
    expect(mailsOf(tried(30, { message: 'busy' }), tooOld, later, tried(5, {}))[0]?.report).toEqual(
      {
        code: 602,
        enhancedCode: '4.7.650',
        text: 'rate limited',
        mxHost: 'mx.example.com',
      },
    );
  });

  it('keeps the last word that Mailgun itself kept', () => {
    const kept = permanent('old', { code: 602, 'last-message': '4.2.2 full' }, { at: noon });
    expect(mailsOf(tried(10, { message: 'busy' }), kept)[0]?.report.text).toBe('4.2.2 full');
  });
});

test('an item to an address that only a change of case makes the same is somebody else’s', () => {
  const kelvin = item('delivered', { recipient: '\u212aim@example.com' });
  expect(readItem(kelvin, 'kim@example.com', domain)).toEqual({ kind: 'not-ours' });
  const capitals = item('delivered', { recipient: ' KIM@Example.com ' });
  expect(readItem(capitals, 'kim@example.com', domain).kind).not.toBe('not-ours');
});
