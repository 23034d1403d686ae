import { lookupPaths } from './lookup-paths';
import { blocked, type Draft, gitlabReset, open, portalReset, settled, unread } from './make';

const deaf = { portal_reset: 'unknown', gitlab_reset: 'unknown' } as const;

/** Sources that fail, and what is known all the same. */
export const troubles: readonly Draft[] = [
  {
    id: 'mailgun_down',
    shows: 'Mailgun down: the verdict stays open',
    requester: { name: 'Max Mailer', email: 'max.mailer@example.com' },
    account: {},
    faults: { portal_log: 'down', gitlab_log: 'down', suppressions: 'down' },
    expected: open(
      ['wrong_site_reset', 'no_reset_mail', 'reset_not_delivered', 'no_known_cause'],
      deaf,
    ),
  },
  {
    id: 'mailgun_down_reseller',
    shows: 'Mailgun down, and a reseller verdict does not need it',
    requester: { name: 'Rita Ross', email: 'rita.ross@example.com' },
    account: { login_activated: false },
    faults: { portal_log: '500', gitlab_log: 'timeout' },
    expected: settled('reseller', { login: 'off', ...deaf }),
  },
  {
    id: 'gitlab_log_down',
    shows: 'GitLab’s log down, and a delivered portal reset settles it',
    requester: { name: 'Gita Gray', email: 'gita.gray@example.com' },
    account: { confirmed_at: null },
    mails: [portalReset(4)],
    faults: { gitlab_log: '429' },
    expected: settled('unconfirmed', {
      confirmed: 'no',
      portal_reset: 'sent',
      gitlab_reset: 'unknown',
    }),
  },
  {
    id: 'sign_in_page',
    shows: 'CustomersDot answers with its sign-in page',
    requester: { name: 'Sid Signin', email: 'sid.signin@example.com' },
    account: {},
    mails: [gitlabReset(3)],
    faults: { customersdot: 'sign-in-page' },
    expected: open(['no_account', 'reseller', 'wrong_site_reset'], {
      ...unread,
      gitlab_reset: 'sent',
    }),
  },
  {
    id: 'all_down',
    shows: 'Nothing answers',
    requester: { name: 'Ada Alone', email: 'ada.alone@example.com' },
    account: {},
    faults: { customersdot: '500', portal_log: '401', gitlab_log: '403' },
    expected: open(
      [
        'no_account',
        'reseller',
        'wrong_site_reset',
        'no_reset_mail',
        'reset_not_delivered',
        'unconfirmed',
        'no_known_cause',
      ],
      { ...unread, ...deaf },
    ),
  },
  {
    id: 'export_refused',
    shows: 'The admin role may not export: the compact list says the same',
    requester: { name: 'Lea List', email: 'lea.list@example.com' },
    account: { confirmed_at: null },
    mails: [portalReset(4)],
    portal: 'read-only',
    settings: { customersdot_lookup_path: lookupPaths.export },
    expected: settled('unconfirmed', { confirmed: 'no', portal_reset: 'sent' }),
  },
  {
    id: 'slow_logs',
    shows: 'Slow logs: a reseller verdict does not wait for them',
    requester: { name: 'Sloane Slow', email: 'sloane.slow@example.com' },
    account: { login_activated: false },
    faults: { portal_log: 'slow', gitlab_log: 'slow' },
    expected: settled('reseller', { login: 'off' }),
  },
  {
    id: 'settings_broken',
    shows: 'Two settings that do not parse',
    requester: { name: 'Bo Brown', email: 'bo.brown@example.com' },
    settings: { mailgun_region: 'mars', customersdot_host: 'portal.example.com' },
    expected: blocked,
  },
  {
    id: 'not_of_interest',
    shows: 'Auto-run rules leave this ticket alone',
    requester: { name: 'Ike Invoice', email: 'ike.invoice@example.com' },
    subject: 'Where is my invoice?',
    says: 'Please send me the invoice for March.',
    settings: { auto_run_tags: 'portal-sign-in', auto_run_words: 'sign in\nlog in' },
    account: {},
    mails: [portalReset(30)],
    expected: blocked,
  },
];
