import fc from 'fast-check';
import { minutes, noon, resetMail } from '../../fixtures/evidence';
import type { DeliveryReport, MailOutcome } from '../../src/diagnosis/answers';
import { bounceReason } from '../../src/diagnosis/bounce-reason';
import { deliveryAdvice, deliveryAdviceIds } from '../../src/diagnosis/delivery-advice';
import shared from '../cases/bounces.json';
import secondExam from './bounce-texts-exam-2.json';
import thirdExam from './bounce-texts-exam-3.json';
import firstExam from './bounce-texts-exam.json';
import collected from './bounce-texts.json';

interface Case {
  readonly id: string;
  readonly outcome: string;
  readonly report: DeliveryReport;
  readonly advice: string;
}

/** Real answers of mail servers, each cut to the fixed phrase that decides; where each is written stands beside it. */
const collections: readonly (readonly [name: string, cases: readonly Case[]])[] = [
  ['the shared cases', shared],
  ['the texts that the table was written with', collected],
  ['the first exam', firstExam],
  ['the second exam', secondExam],
  ['the third exam', thirdExam],
];
const cases = collections.flatMap(([, each]) => each);
const texts = cases.map(({ report }) => report);

const adviceOn = (outcome: string, report: DeliveryReport): string =>
  deliveryAdvice(resetMail(outcome as MailOutcome, { report, sentAt: noon - minutes(5) }), noon).id;

test.each(cases.map((one) => [one.id, one.report.text ?? '', one.advice, one] as const))(
  '%s: "%s" is %s',
  (_id, _text, advice, { outcome, report }) => {
    expect(adviceOn(outcome, report)).toBe(advice);
  },
);

/** docs/testing.md says what they were at first. Counted in the test: what runs as this file loads, mutation pays dearly. */
const whole = collections.map(([name, each]) => [name, each.length, each] as const);
test.each(whole)('score on %s: all %i', (_name, _count, each) => {
  const right = each.filter(({ outcome, report, advice }) => adviceOn(outcome, report) === advice);
  expect(right).toHaveLength(each.length);
});

test('a case for every reason there is, from at least three servers', () => {
  for (const reason of ['sender_refused', 'receiver_busy', 'receiver_misrouted'] as const) {
    expect(cases.filter(({ advice }) => advice === reason).length).toBeGreaterThan(2);
  }
  expect(deliveryAdviceIds).toEqual(expect.arrayContaining(cases.map(({ advice }) => advice)));
});

// What the cases do not say: the same thing in other words, in other order, and what only looks like it.
test.each([
  ['no_such_mailbox', 'The email account that you tried to reach does not exist'],
  ['no_such_mailbox', 'user kim unknown'],
  ['no_such_mailbox', 'unknown user kim'],
  ['no_such_mailbox', "This recipient isn't known here"],
  [
    'no_such_mailbox',
    '550-5.1.1 The email account that you tried to reach does not\n550-5.1.1 exist.',
  ],
  ['no_such_mailbox', 'MAILBOX_NOT_FOUND'],
  ['no_such_mailbox', 'RESOLVER.ADR.RecipNotFound'],
  ['no_such_mailbox', 'Empfänger unbekannt'],
  ['no_such_mailbox', 'La boîte aux lettres n’existe pas'],
  ['no_such_mailbox', 'El usuario no existe'],
  ['no_such_mailbox', 'ユーザーが見つかりません'],
  ['no_such_mailbox', '메일 주소가 존재하지 않습니다'],
  ['no_such_mailbox', 'ユーザ不明: 宛先不明です'],
  ['no_such_domain', 'Host or domain name not found'],
  ['no_such_domain', 'unable to find a mail server for example.com'],
  ['mailbox_full', 'Das Postfach ist voll'],
  ['mailbox_full', 'recipient over-quota'],
  ['mailbox_full', 'メールボックスの容量が一杯です'],
  ['mailbox_disabled', 'The account has been closed'],
  ['receiver_busy', 'Greylisted, see http://postgrey.example.net/help'],
  ['receiver_busy', 'Daily message limit: throttled'],
  ['receiver_misrouted', "sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
  ['receiver_misrouted', 'we do not relay'],
  ['receiver_misrouted', 'domain example.com is not hosted here'],
  ['receiver_misrouted', 'SMTP authentication is required'],
  ['sender_refused', 'Die IP-Adresse 192.0.2.10 steht auf einer Sperrliste'],
  ['sender_refused', '发件人IP被列入黑名单'],
  ['sender_refused', 'Sender verify failed'],
  ['sender_refused', '521 5.2.1 :  (RTR:BL)'],
  ['sender_refused', '421 4.7.1 : (DYN:T1)'],
  [
    'sender_refused',
    '421 4.3.2 Your IP(192.0.2.10) is filtered and this connection will be closed.',
  ],
  ['refused_by_policy', 'Absender abgelehnt'],
  ['sender_refused', 'Votre adresse IP a été bloquée'],
  ['sender_refused', 'Remitente desconocido'],
  ['sender_refused', '送信者のドメインが見つかりません'],
  ['sender_refused', '발신 IP가 차단되었습니다'],
  ['sender_refused', 'Mail from 192.0.2.10 was refused'],
  ['receiver_busy', '发送过于频繁'],
  ['receiver_busy', 'Trop de connexions'],
  ['no_such_mailbox', 'Kein solcher Benutzer'],
  ['no_such_mailbox', 'Aucun utilisateur à ce nom'],
  ['no_such_mailbox', '收件人地址不存在'],
  ['mailbox_full', '메일함이 가득 찼습니다'],
  ['mailbox_disabled', '账号已被冻结'],
  ['refused_by_policy', 'Die Nachricht wurde als Spam erkannt'],
  ['sender_refused', 'see https://www.spamhaus.org/query/ip/192.0.2.10'],
  ['sender_refused', 'IP:192.0.2.10 - A problem occurred.'],
  ['sender_refused', 'Invalid DNS MX or A/AAAA resource record'],
  // A relay that is denied is the domain's MX record, unless our IP address is plainly what is minded.
  ['receiver_misrouted', 'Relaying denied. IP name lookup failed [192.0.2.10]'],
  ['sender_refused', 'Client host rejected: Relaying denied - Your IP identified as spammer'],
  // A loose word about the moment says more than a code that can mean anything.
  ['receiver_busy', '4.7.1 Service unavailable - try again later'],
  ['refused_by_policy', '4.7.1 Blocked as spam - try again later'],
  ['refused_by_policy', 'permanent failure for one or more recipients (kim@example.com:blocked)'],
  // Whose list it is decides: a recipient's own is not one that our team can ask to be taken off.
  ['refused_by_policy', 'the sender is on the recipient’s blocklist'],
  ['refused_by_policy', 'rejected by recipient'],
  // A sender that is not found and a recipient that is not found.
  ['sender_refused', '<a@example.org>: Sender address rejected: User unknown'],
  ['no_such_mailbox', '<a@example.org>: Recipient address rejected: User unknown'],
  ['sender_refused', 'Domain of sender address does not exist'],
  ['no_such_domain', 'Domain of recipient address does not exist'],
  // The next sentence is about something else.
  ['no_such_mailbox', 'Mailbox unavailable.Please check the address'],
  [undefined, 'Rejected by the recipient server. Unknown error'],
  [undefined, 'rejected from 5.1.1.20, see https://example.net'],
  [undefined, 'Exchange 15.1.1'],
  // Names of hosts and paths of links are no words.
  [undefined, 'mx.spam-filter.example.net said no'],
  [undefined, 'see https://example.net/mailbox-full/user-unknown'],
] as const)('%s: %s', (reason, text) => {
  expect(bounceReason({ text })).toBe(reason);
});

test('Mailgun’s own word for it, whatever the server said', () => {
  expect(bounceReason({ reason: 'ESPBlock', text: 'No such user' })).toBe('sender_refused');
  expect(bounceReason({ reason: 'bounce', text: 'No such user' })).toBe('no_such_mailbox');
});

/** Each of them would be a code with a meaning of its own. */
const ips = ['5.1.1.20', '[5.2.2.1]', '<4.4.1.9>', '192.5.7.26', '5.7.606.1', '5.1.8.5'];
const someCase = fc.constantFrom(...texts);

test('an IP address is no code: it says no more than an address without a number in it', () => {
  fc.assert(
    fc.property(someCase, fc.constantFrom(...ips), ({ text = '', ...rest }, ip) => {
      const withoutCode = { ...rest, enhancedCode: '' };
      const code = /\b[45]\.\d+\.\d+\b(?!\.\d)/;
      const inPlace = bounceReason({ ...withoutCode, text: text.replace(code, ip) });
      expect(inPlace).toBe(
        bounceReason({ ...withoutCode, text: text.replace(code, '192.0.2.10') }),
      );
      expect(bounceReason({ ...rest, text: `${text}. ${ip}` })).toBe(
        bounceReason({ ...rest, text }),
      );
    }),
  );
});

test('neither capitals nor white space change what is told', () => {
  const space = fc.constantFrom('  ', '\n', '\t', '\r\n ', '\u00a0', '_');
  fc.assert(
    fc.property(someCase, space, fc.boolean(), ({ text = '', ...rest }, gap, up) => {
      const spaced = text.replaceAll(' ', gap);
      const shown = up ? spaced.toUpperCase() : spaced.toLowerCase();
      expect(bounceReason({ ...rest, text: shown })).toBe(bounceReason({ ...rest, text }));
    }),
  );
});

test('hostile words are read to the end, whatever they are and however long', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .tuple(
        fc.constantFrom(
          'user ',
          '@',
          'a@',
          '5.1.1',
          '.',
          '550-',
          'not ',
          'ip ',
          '﷽',
          '\u0301',
          'http://',
        ),
        fc.integer({ min: 1, max: 200_000 }),
      )
      .map(([piece, times]) => piece.repeat(times)),
  );
  fc.assert(
    fc.property(hostile, hostile, (text, enhancedCode) => {
      const advice = adviceOn('bounced', { text, enhancedCode, reason: text });
      expect(deliveryAdviceIds).toContain(advice);
    }),
    { numRuns: 300 },
  );
});
