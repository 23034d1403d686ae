import {
  accountAnswer,
  gitlabLog,
  noon,
  portalAccount,
  portalLog,
  resetMail,
  unaskedEvidence,
} from '../../fixtures/evidence';
import type { DeliveryReport, MailOutcome } from '../../src/diagnosis/answers';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { internalNote } from '../../src/replies/internal-note';
import { createMessages } from '../../src/wording/translate';
import en from '../../translations/panel/en.json';
import { open, own } from './a-diagnosis';

const messages = createMessages('en', en, { now: () => noon, timeZone: 'UTC' });
const links = {
  customersdotSearch: 'https://customers.gitlab.com/admin/customer',
  customersdotAccount: undefined,
  customersdotHistory: undefined,
  mailgunLogs: 'https://app.mailgun.com/mg/reporting/logs',
  handbook: 'https://handbook.gitlab.com/',
};
const answered = <T>(value: T) =>
  ({ state: 'answered', value, askedAt: noon - 2000, at: noon - 1000 }) as const;

/** The note on a portal reset with this report; GitLab.com's own was lost as well. */
function lost(report: DeliveryReport, outcome: MailOutcome = 'bounced') {
  const known = unaskedEvidence({
    customersdot: answered(accountAnswer(portalAccount())),
    portal_log: answered(portalLog(resetMail(outcome, { report }))),
    gitlab_log: answered(gitlabLog(resetMail('bounced', { report: { text: 'GitLab.com’s' } }))),
  });
  const diagnosis = diagnose(known, {
    edition: passwordEdition,
    now: noon,
    customerWroteAt: undefined,
  });
  return internalNote(diagnosis, {
    messages,
    candidate: own,
    links,
    settings: { logWindowDays: 30 },
    disclosure: open,
    used: [],
  });
}

describe('the note on a reset mail', () => {
  it('carries what the server said of a lost reset, where it went, and what to do', () => {
    const text = '550 5.7.1 [192.0.2.10] part of their network is on our block list (S3150)';
    const note = lost({ code: 550, text, mxHost: 'mx.example.com', provider: 'microsoft' }).text;
    expect(note).toContain(
      [
        'Cause: Reset email not delivered',
        'Evidence: Portal reset email: Not delivered (2026-11-21 12:00 UTC: bounced (550))',
        'The receiving server refused it because of us: our IP address, our domain or the way we send.',
        `The server said: “${text}”`,
        'Checked: ',
      ].join('\n'),
    );
    expect(note).toContain(
      '\nNext step: Tell the team that runs our email, with the server’s answer. The customer can do nothing about it.\n',
    );
    expect(note).toContain(
      '\n- Portal reset email: Not delivered · 2026-11-21 12:00 UTC: bounced (550) · Receiving server: mx.example.com (Microsoft) · result: ',
    );
    expect(note.split('The server said')).toHaveLength(2);
    expect(lost({ text }).text).not.toContain('GitLab.com’s');
  });

  it('says of a reset that arrived where, and what can have happened to it there', () => {
    const { text } = lost({ code: 250, text: 'OK', provider: 'mimecast' }, 'delivered');
    expect(text).toContain('Mimecast can hold email back in a quarantine');
    expect(text).toContain(' · Receiving server: Mimecast\n');
    expect(text).not.toContain('The server said');
  });

  it('says nothing yet of a reset that is still on its way', () => {
    expect(lost({ text: 'later' }, 'retrying').text).not.toContain('later');
  });

  it('cuts what the server said, escapes it, and makes none of its links live', () => {
    const { html, text } = lost({ text: `see https://example.net/<b>${'x'.repeat(400)}` });
    expect(text).toContain(`The server said: “see https[:]//example[.]net/<b>${'x'.repeat(268)}`);
    expect(text).not.toContain('x'.repeat(300));
    expect(text).toContain('x…”');
    expect(html).toContain('https[:]//example[.]net/&lt;b&gt;xxx');
  });

  it.each([
    ['550 www.example.net now', '550 www[.]example.net now'],
    ['550 example.net/login', '550 example[.]net/login'],
    ['550 mail.example.net?to=1', '550 mail.example[.]net?to=1'],
    ['550 mailto:mal@example.net', '550 mailto[:]mal@example.net'],
    ['550 5.7.1 mx.example.net says no.', '550 5.7.1 mx.example.net says no.'],
  ])('leaves no link that an editor makes of %p', (said, quoted) => {
    expect(lost({ text: said }).text).toContain(`“${quoted}”`);
  });
});
