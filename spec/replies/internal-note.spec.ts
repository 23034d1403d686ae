/** @jest-environment jsdom */
import fc from 'fast-check';
import {
  accountAnswer,
  days,
  gitlabLog,
  minutes,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import type { Mail } from '../../src/diagnosis/answers';
import type { Evidence } from '../../src/diagnosis/evidence';
import { type NoteContext, internalNote } from '../../src/replies/internal-note';
import type { Failure } from '../../src/shared/failure';
import { sanitise } from '../../src/shared/sanitise';
import { runs } from '../support/runs';
import { closed, diagnosis, open, own } from './a-diagnosis';
import { all, answered, links, messages, note } from './a-note';
import { hostileName } from './hostile';

describe('the internal note', () => {
  it('says the cause, what it rests on, the next step and the links before any detail', () => {
    expect(note(all).text).toBe(
      [
        'Sign-in check: jane.doe@example.com',
        '',
        'Cause: Reset on the wrong site',
        'Evidence: Portal reset email: None found · GitLab.com reset email: Sent (2026-11-21 12:00 UTC: delivered)',
        'Checked: 2026-11-23 11:59 UTC · Email logs read: 2026-10-24 12:00 UTC to 2026-11-23 12:00 UTC',
        'Also applies: Account not confirmed',
        'Next step: Ask how they sign in: through GitLab.com no confirmation is needed · Open the reset page: is it still there?',
        '',
        'CustomersDot account: https://customers.gitlab.com/admin/customer/4',
        'Mailgun logs: https://app.mailgun.com/mg/reporting/logs',
        'Handbook: https://handbook.gitlab.com/',
        '',
        'Details',
        'The logs were read within 30 minutes of the customer’s last message, and emails appear in them a few minutes late. Check again before you say that none was found.',
        'The logs cover only the days shown, and Mailgun may keep fewer. An older reset email would not be found.',
        '',
        '- Account: Found · Account 4',
        '- Login activated: Yes · “Login activated” is checked',
        '- Confirmed: No · “Confirmed at” is empty · also applies: Account not confirmed',
        '- Portal reset email: None found · result: Reset on the wrong site',
        '- GitLab.com reset email: Sent · 2026-11-21 12:00 UTC: delivered · result: Reset on the wrong site',
      ].join('\n'),
    );
  });

  it('is markup that says the same', () => {
    const { html, text } = note(all);
    expect(sanitise(html)).toBe(html);
    const read = new DOMParser().parseFromString(html, 'text/html').body;
    const facts = [...read.querySelectorAll('li')].map(({ textContent }) => `- ${textContent}`);
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual(facts);
    expect([...read.querySelectorAll('a')].map(({ href }) => href)).toEqual([
      links.customersdotAccount,
      links.mailgunLogs,
      links.handbook,
    ]);
  });

  it('warns colleagues when the customer may not be told', () => {
    const { text } = note(all, closed);
    expect(text).toContain(
      '\nNext step: A public reply may not say any of this: have the requester prove',
    );
    expect(text).not.toContain('may know this');
    expect(text).not.toContain('Send the reply');
  });

  it('says what is not known, why, and what was entered by hand', () => {
    const { text } = note({
      customersdot: {
        state: 'failed',
        failure: { kind: 'forbidden', status: 403, source: 'customersdot' },
        askedAt: noon,
        at: noon,
      },
      portal_log: {
        state: 'failed',
        failure: { kind: 'timeout', afterMs: 10_000, source: 'portal_log' },
        askedAt: noon,
        at: noon,
      },
      gitlab_log: { state: 'pending', askedAt: noon },
      byHand: { portal_reset: { value: 'none', at: noon - minutes(3) } },
    });
    expect(text).toContain('Not settled. Still possible: ');
    expect(text).toContain(
      '- Account: Unknown · CustomersDot · The app’s credentials may not see this (403). · no answer; could be: No account with this address, Likely reseller customer, Reset on the wrong site or No reset email was found\n',
    );
    expect(text).toContain(
      '- Portal reset email: None found · Entered by hand, 2026-11-23 11:57 UTC · None in the 30 days up to 2026-11-23 11:57 UTC · Email log, portal, asked: 2026-11-23 12:00 UTC · No answer within 10 s. · points to: Reset on the wrong site or No reset email was found\n',
    );
    expect(text).toContain(
      '- GitLab.com reset email: Unknown · Email log, GitLab.com, asked: 2026-11-23 12:00 UTC · No answer yet.',
    );
  });

  it('says in its first lines that a cause rests on what was entered by hand', () => {
    const { text } = note({
      portal_log: { state: 'pending', askedAt: noon },
      byHand: { login: { value: 'off', at: noon } },
    });
    expect(text).toContain(
      'Cause: Likely reseller customer\nEvidence: Login activated: No, by hand\nBased on manual answers: Login activated.\n',
    );
    expect(text).toContain('not needed because of “Login activated: No, by hand”');
    expect(note(all).text).not.toContain('by hand');
  });

  it('says of each of several accounts what it states', () => {
    const { text } = note({
      ...all,
      customersdot: answered(
        accountAnswer(
          portalAccount({ id: '12' }),
          portalAccount({ id: '34', loginActivated: false, confirmedAt: null }),
        ),
      ),
    });
    expect(text).toContain('- Account: Found · Several accounts: 12 and 34\n');
    expect(text).toContain(
      ' · Several accounts, and they differ. · Account 12: “Login activated” is checked · Account 34: “Login activated” is unchecked · ',
    );
    expect(text).toContain(
      'Account 12: On 2026-05-07 12:00 UTC · Account 34: “Confirmed at” is empty · ',
    );
  });

  it('names no account where the answer states no id', () => {
    const { text } = note({
      ...all,
      customersdot: answered(accountAnswer(portalAccount({ id: '' }))),
    });
    expect(text).toContain('- Account: Found\n');
  });

  it('says of a gap that makes no difference why it makes none', () => {
    const { text } = note({
      customersdot: answered(accountAnswer(portalAccount({ loginActivated: false }))),
      portal_log: {
        state: 'failed',
        failure: { kind: 'unreachable', source: 'portal_log' },
        askedAt: noon,
        at: noon,
      },
      gitlab_log: answered(gitlabLog()),
    });
    expect(text).toContain(
      '- Portal reset email: Unknown · Email log, portal · It cannot be reached. · not needed because of “Login activated: No”\n',
    );
  });

  it('says of an answer that makes no difference why it makes none', () => {
    const { text } = note({
      ...all,
      customersdot: answered(
        accountAnswer(portalAccount({ loginActivated: false, confirmedAt: null })),
      ),
    });
    const skipped = ' · not needed because of “Login activated: No”';
    expect(text.split('\n').filter((line) => line.endsWith(skipped))).toEqual([
      expect.stringMatching(/^- Confirmed: No · /),
      expect.stringMatching(/^- Portal reset email: None found · /),
      expect.stringMatching(/^- GitLab.com reset email: Sent · /),
    ]);
    expect(text).toContain('“Login activated” is unchecked · result: Likely reseller customer\n');
  });

  it('says whom a check was asked of, and when, where there is no answer yet', () => {
    const { text } = note({
      customersdot: { state: 'pending', askedAt: noon - minutes(1) },
      portal_log: { state: 'pending', askedAt: noon },
      byHand: { portal_reset: { value: 'sent', at: noon } },
    });
    expect(text).toContain(
      '- Account: Unknown · CustomersDot, asked: 2026-11-23 11:59 UTC · No answer yet.\n',
    );
    // Nobody has asked the other log.
    expect(text).toContain(
      'Entered by hand, 2026-11-23 12:00 UTC · Email log, portal, asked: 2026-11-23 12:00 UTC · No answer yet.\n',
    );
    expect(text).toContain('- GitLab.com reset email: Unknown · Not asked yet. · not needed ');
  });

  it('needs no other reason than the missing account for what is unknown of it', () => {
    const { text } = note({
      customersdot: answered(accountAnswer()),
      gitlab_log: answered(gitlabLog()),
    });
    const unknown = 'Unknown · No account to look at.';
    expect(text).toContain(`- Login activated: ${unknown}\n- Confirmed: ${unknown}\n`);
    expect(text.match(/ · not needed because of “Account: Not found”$/gm)).toHaveLength(2);
  });

  it('says what applies in any case while the cause is open', () => {
    const { text } = note({
      customersdot: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
      gitlab_log: answered(gitlabLog()),
    });
    expect(text).toContain('Not settled. Still possible: ');
    expect(text).toContain('\nApplies in any case: Account not confirmed\n');
  });

  it('says what would settle it while the cause is open', () => {
    const { text } = note({ ...all, portal_log: { state: 'pending', askedAt: noon } });
    expect(text).toContain('\nStill needed: Portal reset email\n');
    expect(note(all).text).not.toContain('Still needed');
  });

  it('names what would settle any of them, in the page’s order', () => {
    const { portal_log: portal, gitlab_log: gitlab } = all;
    expect(note({ gitlab_log: gitlab ?? { state: 'not-asked' } }).text).toContain(
      '\nStill needed: Account, Login activated, Confirmed and Portal reset email\n',
    );
    expect(note({ portal_log: portal ?? { state: 'not-asked' } }).text).toContain(
      '\nStill needed: Account, Login activated and GitLab.com reset email\n',
    );
  });

  it('does not say that everything would settle it, nor nothing', () => {
    expect(note({}).text).toContain('\nEvery cause is still possible.\n');
    expect(note({}).text).not.toContain('Still needed');
    const nothing = internalNote(diagnosis(), {
      messages,
      candidate: own,
      links,
      settings: { logWindowDays: 30 },
      disclosure: open,
      used: [],
    });
    expect(nothing.text).not.toContain('Still needed');
  });

  it('gives a deadline and a setting their names', () => {
    const failed = (failure: Extract<Evidence['customersdot'], { state: 'failed' }>['failure']) =>
      note({ customersdot: { state: 'failed', failure, askedAt: noon, at: noon } }).text;
    expect(failed({ kind: 'timeout', afterMs: 9600, source: 'customersdot' })).toContain(
      'No answer within 10 s.',
    );
    expect(
      failed({ kind: 'misconfigured', setting: 'customersdot_host', source: 'customersdot' }),
    ).toContain('customersdot_host');
    expect(failed({ kind: 'malformed', what: 'sign-in-page', source: 'customersdot' })).toContain(
      ' · It answered with its sign-in page. · no answer; ',
    );
  });

  it('shows the five newest mails and how many more there are', () => {
    const mails: readonly Mail[] = Array.from({ length: 7 }, (_, index) =>
      resetMail('delivered', { sentAt: noon - days(index), id: `m${index}` }),
    );
    const { text } = note({ ...all, portal_log: answered(portalLog(...mails)) });
    expect(text).toContain('2026-11-19 12:00 UTC: delivered · 2 earlier emails\n');
    expect(text).not.toContain('2026-11-18 12:00 UTC: delivered');
  });

  it('never repeats what a source said when it refused', () => {
    const refused = (source: Failure['source']) =>
      ({
        state: 'failed',
        failure: { kind: 'rejected', status: 400, message: 'secret', source },
        askedAt: noon,
        at: noon,
      }) as const;
    const { html, text } = note({
      customersdot: refused('customersdot'),
      portal_log: refused('portal_log'),
      gitlab_log: refused('gitlab_log'),
      suppressions: refused('suppressions'),
      byHand: { portal_reset: { value: 'none', at: noon } },
    });
    expect(text.match(/It rejected the request \(400\)\./g)).toHaveLength(6);
    expect(`${html}${text}`).not.toContain('secret');
  });

  it('says what may also apply, and when an account was confirmed', () => {
    const { text } = note({ customersdot: answered(accountAnswer(portalAccount())) });
    expect(text).toContain('- Confirmed: Yes · On 2026-05-07 12:00 UTC\n');
    const open = note({
      ...all,
      customersdot: answered(accountAnswer(portalAccount({ confirmedAt: undefined }))),
    });
    expect(open.text).toContain(
      'May also apply, once the open checks are answered: Account not confirmed',
    );
  });

  it('leaves out links that are none, and offers the search where there is no account', () => {
    const { text } = note(all, open, {
      ...links,
      customersdotAccount: undefined as never,
      mailgunLogs: 'javascript:alert(1)',
    });
    expect(text).toContain(`CustomersDot account: ${links.customersdotSearch}`);
    expect(text).not.toContain('javascript');
  });

  it('never repeats a subject, a server’s words as markup, or an address it does not need (500 runs)', () => {
    fc.assert(
      fc.property(hostileName, (words) => {
        const secret = `secret${words}`;
        const mail = resetMail('bounced', {
          subject: secret,
          id: secret,
          report: { code: 550, enhancedCode: secret, text: words },
        });
        const { html, text } = note({
          customersdot: answered({
            accounts: [portalAccount({ id: words })],
            lookAlikes: ['jane.d0e@example.com'],
          }),
          portal_log: answered(portalLog(mail)),
          gitlab_log: answered(gitlabLog()),
          suppressions: answered([
            { domain: 'customers.gitlab.com', list: 'bounce', listed: true },
          ]),
        });
        expect(`${html}${text}`).not.toContain('secret');
        expect(`${html}${text}`).not.toMatch(/\{\{|\{%/);
        expect(sanitise(html)).toBe(html);
        expect(`${html}${text}`).not.toContain('jane.d0e');
      }),
      { numRuns: runs(100, 3_000) },
    );
  });
});

describe('a note after the reply was sent', () => {
  const used = (sent: boolean): NoteContext['used'] => [
    {
      name: 'wrong_site_reset',
      origin: { kind: 'bundled', language: 'en', why: 'missing' },
      sent,
      how: 'now',
    },
  ];

  it('has no next step that puts it in doubt; the doubt itself stays among the details', () => {
    const doubt = 'The reset page may be gone.';
    const before = note(all, open, links, used(false)).text;
    const after = note(all, open, links, used(true)).text;
    expect(before).toContain('Next step: ');
    expect(before).not.toContain(doubt);
    expect(after).not.toContain('Next step: ');
    expect(after).toContain(doubt);
    expect(before).toContain('Reply used: Reset on the wrong site');
    expect(after).toContain('Reply sent: Reset on the wrong site');
    expect(after).not.toContain('Reply used');
  });
});

describe('a note on an account that is not confirmed', () => {
  const confirmation = (outcome: 'bounced' | 'delivered') =>
    resetMail(outcome, {
      kind: 'confirmation',
      report: { code: 550, text: '550 5.1.1 No such user' },
    });

  it.each([
    ['says what befell', 'bounced', true],
    ['says no more than that of', 'delivered', false],
  ] as const)('%s the last confirmation email that was %s', (_, outcome, isLost) => {
    const { text } = note({ ...all, portal_log: answered(portalLog(confirmation(outcome))) });
    expect(text.includes('The receiving server says that this mailbox does not exist.')).toBe(
      isLost,
    );
    expect(text.includes('The last confirmation email')).toBe(isLost);
    expect(text.includes('\nLast confirmation email: ')).toBe(!isLost);
  });
});
