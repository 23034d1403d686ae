import fc from 'fast-check';
import en from '../../translations/panel/en.json';
import type { AddressCandidate } from '../../src/address/candidate';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Evidence, Mail } from '../../src/diagnosis/evidence';
import { createMessages } from '../../src/i18n/create-messages';
import { internalNote } from '../../src/reply/internal-note';
import { sanitise } from '../../src/reply/sanitise';
import {
  accountAnswer,
  days,
  gitlabLog,
  minutes,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../support/evidence';
import { evidence, notOwn, own } from './a-diagnosis';
import { hostileName } from './hostile';

const messages = createMessages('en', en, { now: () => noon, timeZone: 'UTC' });

const links = {
  customersdotSearch: 'https://customers.gitlab.com/admin/customer?query=jane.doe%40example.com',
  customersdotAccount: 'https://customers.gitlab.com/admin/customer/4',
  customersdotHistory: undefined,
  mailgunLogs: 'https://app.mailgun.com/mg/reporting/logs',
  handbook: 'https://handbook.gitlab.com/',
};

const answered = <T>(value: T) =>
  ({ state: 'answered', value, askedAt: noon - 2000, at: noon - 1000 }) as const;

const note = (known: Partial<Evidence>, candidate: AddressCandidate = own, where = links) =>
  internalNote(diagnose(evidence(known), { now: noon, customerWroteAt: undefined }), {
    messages,
    candidate,
    links: where,
  });

const all: Partial<Evidence> = {
  account: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
  portalLog: answered(portalLog()),
  gitlabLog: answered(gitlabLog(resetMail('delivered', { report: { code: 250 } }))),
};

describe('the internal note', () => {
  it('says outcome, facts, times, sources, window and links', () => {
    expect(note(all).text).toBe(
      [
        'Sign-in check for jane.doe@example.com',
        '',
        'Cause: Reset on the wrong site',
        'Also applies: Account not confirmed',
        'The logs end less than half an hour after the customer last wrote, and mails reach them some minutes late. Check again before you say that none was found.',
        'The logs cover only the days named, and Mailgun may keep fewer. An older reset mail would not be found.',
        'Signing in through GitLab.com needs no confirmed address. Only the portal’s own sign-in does.',
        'The portal has since moved from passwords to one-time sign-in links. The reset page may be gone.',
        'The address is one of the requester’s own verified addresses.',
        '',
        '- Account: Found · Account 4 · CustomersDot, checked 2026-11-23 11:59 UTC',
        '- Login activated: Yes · “Login activated” is checked · CustomersDot, checked 2026-11-23 11:59 UTC',
        '- Confirmed: No · “Confirmed at” is empty · CustomersDot, checked 2026-11-23 11:59 UTC',
        '- Portal reset mail: None found · customers.gitlab.com from 2026-10-24 12:00 UTC to 2026-11-23 12:00 UTC · Mail log, portal, checked 2026-11-23 11:59 UTC',
        '- GitLab.com reset mail: Sent · 2026-11-21 12:00 UTC: delivered (250) · mg.gitlab.com from 2026-10-24 12:00 UTC to 2026-11-23 12:00 UTC · Mail log, GitLab.com, checked 2026-11-23 11:59 UTC',
        '',
        'CustomersDot account: https://customers.gitlab.com/admin/customer/4',
        'Mailgun logs: https://app.mailgun.com/mg/reporting/logs',
        'Handbook: https://handbook.gitlab.com/',
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

  it('warns colleagues when the address is not the requester’s', () => {
    expect(note(all, notOwn).text).toContain('Have them verify ownership');
    expect(note(all, notOwn).text).not.toContain('own verified addresses');
  });

  it('says what is not known, why, and what was entered by hand', () => {
    const { text } = note({
      account: {
        state: 'failed',
        failure: { kind: 'forbidden', status: 403, source: 'customersdot' },
        askedAt: noon,
        at: noon,
      },
      portalLog: {
        state: 'failed',
        failure: { kind: 'timeout', afterMs: 10_000, source: 'portal_log' },
        askedAt: noon,
        at: noon,
      },
      gitlabLog: { state: 'pending', askedAt: noon },
      byHand: { portal_reset: { value: 'none', at: noon - minutes(3) } },
    });
    expect(text).toContain('Not settled. Still possible: ');
    expect(text).toContain(
      '- Account: Unknown · The app’s credentials may not see this (403). · CustomersDot, checked 2026-11-23 12:00 UTC',
    );
    expect(text).toContain(
      '- Portal reset mail: None found · Entered by hand, 2026-11-23 11:57 UTC · No answer within 10 s.\n',
    );
    expect(text).toContain('- GitLab.com reset mail: Unknown · No answer yet.\n');
  });

  it('says in its first lines that a cause rests on what was entered by hand', () => {
    const { text } = note({
      portalLog: { state: 'pending', askedAt: noon },
      byHand: { login: { value: 'off', at: noon } },
    });
    expect(text).toContain(
      'Cause: Bought through a reseller\nRests on what was entered by hand: Login activated.\n',
    );
    expect(text).toContain('not needed because of “Login activated: No, by hand”');
    expect(note(all).text).not.toContain('by hand');
  });

  it('says of each of several accounts what it states', () => {
    const { text } = note({
      ...all,
      account: answered(
        accountAnswer(
          portalAccount({ id: '12' }),
          portalAccount({ id: '34', loginActivated: false, confirmedAt: null }),
        ),
      ),
    });
    expect(text).toContain('- Account: Found · Several accounts: 12 and 34 · ');
    expect(text).toContain(
      '- Login activated: Unknown · Several accounts, and they differ. · Account 12: “Login activated” is checked · Account 34: “Login activated” is unchecked · ',
    );
    expect(text).toContain(
      'Account 12: On 2026-05-07 12:00 UTC · Account 34: “Confirmed at” is empty · ',
    );
  });

  it('names no account where the answer states no id', () => {
    const { text } = note({ ...all, account: answered(accountAnswer(portalAccount({ id: '' }))) });
    expect(text).toContain('- Account: Found · CustomersDot, checked ');
  });

  it('says of a gap that makes no difference why it makes none', () => {
    const { text } = note({
      account: answered(accountAnswer(portalAccount({ loginActivated: false }))),
      portalLog: {
        state: 'failed',
        failure: { kind: 'unreachable', source: 'portal_log' },
        askedAt: noon,
        at: noon,
      },
      gitlabLog: answered(gitlabLog()),
    });
    expect(text).toContain(
      '- Portal reset mail: Unknown · It cannot be reached. · Mail log, portal, checked 2026-11-23 12:00 UTC · not needed because of “Login activated: No”\n',
    );
    expect(text.match(/not needed/g)).toHaveLength(1);
  });

  it('needs no other reason than the missing account for what is unknown of it', () => {
    const { text } = note({ account: answered(accountAnswer()), gitlabLog: answered(gitlabLog()) });
    expect(text).toContain('- Login activated: Unknown · No account to look at. · CustomersDot');
    expect(text.match(/not needed because of “Account: Not found”/g)).toHaveLength(1);
  });

  it('says what applies in any case while the cause is open', () => {
    const { text } = note({
      account: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
      gitlabLog: answered(gitlabLog()),
    });
    expect(text).toContain('Not settled. Still possible: ');
    expect(text).toContain('\nApplies in any case: Account not confirmed\n');
  });

  it('gives a deadline and a setting their names', () => {
    const failed = (failure: Extract<Evidence['account'], { state: 'failed' }>['failure']) =>
      note({ account: { state: 'failed', failure, askedAt: noon, at: noon } }).text;
    expect(failed({ kind: 'timeout', afterMs: 9600, source: 'customersdot' })).toContain(
      'No answer within 10 s.',
    );
    expect(
      failed({ kind: 'misconfigured', setting: 'customersdot_host', source: 'customersdot' }),
    ).toContain('customersdot_host');
  });

  it('shows the five newest mails and how many more there are', () => {
    const mails: readonly Mail[] = Array.from({ length: 7 }, (_, index) =>
      resetMail('delivered', { sentAt: noon - days(index), id: `m${index}` }),
    );
    const { text } = note({ ...all, portalLog: answered(portalLog(...mails)) });
    expect(text).toContain('2026-11-19 12:00 UTC: delivered · 2 earlier · customers.gitlab.com');
    expect(text).not.toContain('2026-11-18 12:00 UTC: delivered');
  });

  it('names Mailgun’s lists that hold the address', () => {
    const { text } = note({
      ...all,
      portalLog: answered(portalLog(resetMail('suppressed'))),
      suppressions: answered([
        { domain: 'customers.gitlab.com', list: 'bounce', listed: true, since: noon - days(9) },
        { domain: 'customers.gitlab.com', list: 'complaint', listed: true },
        { domain: 'customers.gitlab.com', list: 'unsubscribe', listed: false },
      ]),
    });
    expect(text).toContain(
      'On Mailgun’s bounce list for customers.gitlab.com since 2026-11-14 12:00 UTC.\nOn Mailgun’s complaint list.\n',
    );
    expect(text).not.toContain('unsubscribe');
  });

  it('says what may also apply, and when an account was confirmed', () => {
    const { text } = note({ account: answered(accountAnswer(portalAccount())) });
    expect(text).toContain('- Confirmed: Yes · On 2026-05-07 12:00 UTC · ');
    const open = note({
      ...all,
      account: answered(accountAnswer(portalAccount({ confirmedAt: undefined }))),
    });
    expect(open.text).toContain(
      'May also apply, once the open checks are answered: Account not confirmed',
    );
  });

  it('leaves out links that are none, and offers the search where there is no account', () => {
    const { text } = note(all, own, {
      ...links,
      customersdotAccount: undefined as never,
      mailgunLogs: 'javascript:alert(1)',
    });
    expect(text).toContain(`CustomersDot account: ${links.customersdotSearch}`);
    expect(text).not.toContain('javascript');
  });

  it('never repeats what the mail servers said, a subject, or an address it does not need (500 runs)', () => {
    fc.assert(
      fc.property(hostileName, (words) => {
        const secret = `secret${words}`;
        const mail = resetMail('bounced', {
          subject: secret,
          id: secret,
          report: { code: 550, enhancedCode: secret, text: secret },
        });
        const { html, text } = note({
          account: answered({
            accounts: [portalAccount({ id: words })],
            lookAlikes: ['jane.d0e@example.com'],
            via: 'export',
          }),
          portalLog: answered(portalLog(mail)),
          gitlabLog: answered(gitlabLog()),
          suppressions: answered([
            { domain: 'customers.gitlab.com', list: 'bounce', listed: true, error: secret },
          ]),
        });
        expect(`${html}${text}`).not.toContain('secret');
        expect(`${html}${text}`).not.toMatch(/\{\{|\{%/);
        expect(sanitise(html)).toBe(html);
        expect(`${html}${text}`).not.toContain('jane.d0e');
      }),
      { numRuns: 500 },
    );
  });
});
