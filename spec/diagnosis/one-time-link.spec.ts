import { type Mail, type MailOutcome, mailKinds } from '../../src/diagnosis/answers';
import { diagnose } from '../../src/diagnosis/diagnose';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import type { Evidence } from '../../src/diagnosis/evidence';
import en from '../../translations/panel/en.json';
import {
  accountAnswer,
  answered,
  days,
  evidence,
  failedLookup,
  gitlabLog,
  minutes,
  noon,
  pending,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';

const hours = (count: number): number => minutes(60 * count);

const link = (hoursAgo: number, outcome: MailOutcome = 'delivered') =>
  resetMail(outcome, { kind: 'sign_in_link', sentAt: noon - hours(hoursAgo) });
const log = (...mails: readonly Mail[]) => answered({ ...portalLog(...mails), kinds: mailKinds });
const row = (change: Parameters<typeof portalAccount>[0]) =>
  answered(accountAnswer(portalAccount(change)));

const off = row({ loginActivated: false });
const unconfirmed = row({ confirmedAt: null });
const absent = answered(accountAnswer());
const gitlabReset = answered(gitlabLog(resetMail('delivered')));

/** The account is fine, a link arrived two hours ago, and GitLab.com sent nothing; the customer wrote days ago. */
const cautions = (change: Partial<Evidence>, customerWroteAt = noon - days(3)) =>
  diagnose(evidence({ portal_log: log(link(2)), ...change }), {
    edition: oneTimeLinkEdition,
    now: noon,
    customerWroteAt,
  }).cautions.map(({ id }) => id);

const justNow = noon - minutes(5);

describe('the cautions of the page about one-time links', () => {
  it('send the engineer to History where a login is off, until somebody has looked', () => {
    const looked = (value: 'later' | 'never') => ({
      customersdot: off,
      byHand: { login_changed: { value, at: noon } } as const,
    });
    expect(cautions({ customersdot: off })).toEqual(['login_off_needs_history']);
    expect(cautions(looked('later'))).toEqual([]);
    expect(cautions(looked('never'))).toEqual([]);
    expect(cautions({})).not.toContain('login_off_needs_history');
  });

  it.each([
    ['no mail at all', { portal_log: log() }, ['logs_lag']],
    ['a reset on GitLab.com', { portal_log: log(), gitlab_log: gitlabReset }, ['logs_lag']],
    ['a log that is not read yet', { portal_log: log(), gitlab_log: pending }, ['logs_lag']],
    ['no account', { portal_log: log(), customersdot: absent }, []],
    ['the login off', { portal_log: log(), customersdot: off }, ['login_off_needs_history']],
    [
      'none, entered by hand',
      {
        portal_log: failedLookup,
        gitlab_log: failedLookup,
        byHand: {
          sign_in_link: { value: 'none', at: noon },
          gitlab_reset: { value: 'none', at: noon },
        },
      },
      [],
    ],
  ] as const)('say that logs lag where it matters: %s', (_which, change, expected) => {
    expect(cautions(change, justNow)).toEqual(expected);
    expect(cautions(change, noon - minutes(30))).not.toContain('logs_lag');
  });

  it('say that GitLab.com’s log lags as well', () => {
    const open = { portal_log: pending, gitlab_log: answered(gitlabLog()) };
    expect(cautions(open, justNow)).toEqual(['logs_lag']);
  });

  it('say that a newer link may be missing where the last is of before the customer wrote', () => {
    const id = 'newer_link_may_be_missing';
    expect(cautions({}, justNow)).toContain(id);
    expect(cautions({ portal_log: log(link(2, 'bounced')) }, justNow)).toContain(id);
    expect(cautions({ customersdot: pending }, justNow)).toContain(id);
    expect(cautions({}, noon - minutes(30))).not.toContain(id);
    // The link came within half an hour of the words: it is the one that they are about.
    expect(cautions({ portal_log: log(link(0.5)) }, justNow)).not.toContain(id);
    expect(cautions({ portal_log: log(link(0.5)) }, noon)).not.toContain(id);
    expect(cautions({ portal_log: log(link(0.51)) }, noon)).toContain(id);
    expect(cautions({ portal_log: log() }, justNow)).not.toContain(id);
    expect(cautions({ customersdot: absent }, justNow)).not.toContain(id);
    expect(cautions({ customersdot: off }, justNow)).not.toContain(id);
    const looked = { login_changed: { value: 'later', at: noon } } as const;
    expect(cautions({ customersdot: off, byHand: looked }, justNow)).not.toContain(id);
  });

  it('say that an expired link was good when the customer wrote', () => {
    const id = 'link_was_young_then';
    const expired = { portal_log: log(link(30)) };
    const sent = noon - hours(30);
    expect(cautions(expired, sent + hours(1))).toEqual([id]);
    expect(cautions(expired, sent)).toContain(id);
    expect(cautions(expired, sent + hours(24))).toContain(id);
    expect(cautions(expired, sent + hours(24) + 1)).not.toContain(id);
    expect(cautions(expired, sent - 1)).not.toContain(id);
    expect(cautions({ ...expired, customersdot: unconfirmed }, sent + 1)).toContain(id);
    expect(cautions({}, noon - hours(2))).not.toContain(id);
    expect(cautions({ ...expired, customersdot: off }, sent + 1)).not.toContain(id);
    const byHand = { sign_in_link: { value: 'expired', at: noon } } as const;
    expect(cautions({ portal_log: failedLookup, byHand }, noon)).toEqual([]);
  });

  it('say that a scanner may have used a link that arrived', () => {
    const id = 'link_may_be_scanned';
    expect(cautions({})).toEqual([id]);
    expect(cautions({ customersdot: pending })).toEqual([id]);
    expect(cautions({ portal_log: log(link(30)) })).toEqual([]);
    expect(cautions({ portal_log: log(link(2, 'bounced')) })).toEqual([]);
    expect(cautions({ customersdot: absent })).toEqual([]);
    expect(cautions({ customersdot: off })).not.toContain(id);
    const looked = { login_changed: { value: 'later', at: noon } } as const;
    expect(cautions({ customersdot: off, byHand: looked })).toEqual([]);
  });

  it('say that signing in through GitLab.com needs no confirmation', () => {
    const id = 'confirmation_not_needed_for_gitlab';
    expect(cautions({ customersdot: unconfirmed })).toContain(id);
    expect(cautions({ customersdot: unconfirmed, portal_log: log(link(30)) })).toEqual([id]);
    expect(cautions({ customersdot: pending })).not.toContain(id);
  });

  it('say that the portal sends resets all the same', () => {
    const id = 'portal_sends_resets';
    expect(cautions({ portal_log: log(resetMail('delivered')) })).toContain(id);
    expect(cautions({ portal_log: log(resetMail('bounced')) })).toContain(id);
    expect(cautions({ portal_log: log(), gitlab_log: gitlabReset })).not.toContain(id);
    const truncated = answered({ ...portalLog(resetMail('delivered')), truncated: true });
    expect(cautions({ portal_log: truncated })).not.toContain(id);
  });

  it('have a sentence and a page of GitLab’s to read on', () => {
    const pages = Object.fromEntries(
      oneTimeLinkEdition.cautions.map(({ id, link: to }) => [id, to]),
    );
    const handbook = 'https://handbook.gitlab.com/handbook/support';
    const workflows = `${handbook}/license-and-renewals/workflows/customersdot`;
    const logs = `${handbook}/workflows/confirmation_emails/#checking-mailgun-logs`;
    const docs = /^https:\/\/docs\.gitlab\.com\/subscriptions\/[a-z_]+\/#[a-z-]+$/;
    expect(pages).toMatchObject({
      login_off_needs_history: `${workflows}/associating_purchases/#confirm-the-customersdot-account-login-status`,
      logs_lag: logs,
      newer_link_may_be_missing: logs,
      link_may_be_scanned: `${workflows}/customerdot_account/`,
    });
    for (const id of ['link_was_young_then', 'confirmation_not_needed_for_gitlab']) {
      expect(pages[id]).toMatch(docs);
    }
    expect(pages['portal_sends_resets']).toMatch(docs);
    for (const { id } of oneTimeLinkEdition.cautions) expect(en[`caution.${id}`]).toMatch(/\.$/);
  });
});

describe('the table of the page about one-time links', () => {
  it('names each outcome after its cause on the page', () => {
    const { rules, otherwise } = oneTimeLinkEdition;
    expect([...rules, otherwise].map(({ outcome, cause }) => [outcome, cause])).toEqual([
      ['no_account', '3. Other email address'],
      ['login_blocked', 'not on the page'],
      ['login_off', 'not on the page'],
      ['gitlab_reset_instead_of_link', '1. Password reset email was requested from GitLab.com'],
      ['no_mail', 'not on the page'],
      ['link_not_delivered', 'not on the page'],
      ['link_expired', 'not on the page'],
      ['unconfirmed', '2. The account has not been confirmed'],
      ['not_linked', '4. and 5. The account is not linked'],
      ['linked_elsewhere', '6. Linked accounts have different addresses'],
      ['enterprise_without_password', '7. Enterprise user without password authentication'],
      ['no_known_cause', 'not on the page'],
    ]);
  });

  it('answers nothing with “bought through a reseller”, and each outcome with a reply of its own', () => {
    expect(oneTimeLinkEdition.rules.map(({ outcome }) => outcome)).not.toContain('reseller');
    expect(oneTimeLinkEdition.replies).toEqual({
      no_account: 'no_account_with_link',
      login_blocked: 'login_off',
      login_off: 'login_off',
      gitlab_reset_instead_of_link: 'gitlab_reset_instead_of_link',
      no_mail: 'no_mail',
      link_not_delivered: 'link_not_delivered',
      link_expired: 'link_expired',
      unconfirmed: 'unconfirmed_with_link',
      not_linked: 'not_linked',
      linked_elsewhere: 'linked_elsewhere',
      enterprise_without_password: 'enterprise_without_password',
      no_known_cause: 'no_known_cause_with_link',
    });
  });

  it('asks in the order of its page, of the mails that it speaks of', () => {
    expect(oneTimeLinkEdition.checks).toEqual([
      'account',
      'login',
      'login_changed',
      'confirmed',
      'linked',
      'gitlab_password',
      'sign_in_link',
      'gitlab_reset',
    ]);
    expect(oneTimeLinkEdition.mails).toEqual(['sign_in_link', 'reset', 'confirmation']);
    expect(oneTimeLinkEdition.signInMail).toBe('sign_in_link');
  });
});
