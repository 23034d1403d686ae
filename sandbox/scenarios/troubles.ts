import { lookupPaths } from './lookup-paths';
import { active, fine, gitlabReset, portalReset, settled, type Ago, type Draft } from './make';

const deaf = { portal_reset: 'unknown', gitlab_reset: 'unknown' } as const;

/** Sources that fail, and what is known all the same. */
export const troubles = (ago: Ago): readonly Draft[] => [
  {
    id: 'mailgun_down',
    shows: 'Mailgun down: the verdict stays open',
    requester: { name: 'Max Mailer', email: 'max.mailer@example.com' },
    customers: [active('max.mailer@example.com')],
    faults: { portal_log: 'down', gitlab_log: 'down', suppressions: 'down' },
    expected: {
      verdict: 'open',
      possible: ['wrong_site_reset', 'no_reset_mail', 'reset_not_delivered', 'no_known_cause'],
      checks: { ...fine, ...deaf },
      replies: [],
    },
  },
  {
    id: 'mailgun_down_reseller',
    shows: 'Mailgun down, and a reseller verdict does not need it',
    requester: { name: 'Rita Ross', email: 'rita.ross@example.com' },
    customers: [active('rita.ross@example.com', { login_activated: false })],
    faults: { portal_log: '500', gitlab_log: 'timeout' },
    expected: settled('reseller', { ...fine, login: 'off', ...deaf }, 'reseller'),
  },
  {
    id: 'gitlab_log_down',
    shows: 'GitLab’s log down, and a delivered portal reset settles it',
    requester: { name: 'Gita Gray', email: 'gita.gray@example.com' },
    customers: [active('gita.gray@example.com', { confirmed_at: null })],
    mails: [portalReset('gita.gray@example.com', ago(4))],
    faults: { gitlab_log: '429' },
    expected: settled(
      'unconfirmed',
      { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'unknown' },
      'unconfirmed',
    ),
  },
  {
    id: 'sign_in_page',
    shows: 'CustomersDot answers with its sign-in page',
    requester: { name: 'Sid Signin', email: 'sid.signin@example.com' },
    customers: [active('sid.signin@example.com')],
    mails: [gitlabReset('sid.signin@example.com', ago(3))],
    faults: { customersdot: 'sign-in-page' },
    expected: {
      verdict: 'open',
      possible: ['no_account', 'reseller', 'wrong_site_reset'],
      checks: {
        account: 'unknown',
        login: 'unknown',
        confirmed: 'unknown',
        portal_reset: 'none',
        gitlab_reset: 'sent',
      },
      replies: [],
    },
  },
  {
    id: 'all_down',
    shows: 'Nothing answers',
    requester: { name: 'Ada Alone', email: 'ada.alone@example.com' },
    customers: [active('ada.alone@example.com')],
    faults: { customersdot: '500', portal_log: '401', gitlab_log: '403' },
    expected: {
      verdict: 'open',
      possible: [
        'no_account',
        'reseller',
        'wrong_site_reset',
        'no_reset_mail',
        'reset_not_delivered',
        'unconfirmed',
        'no_known_cause',
      ],
      checks: { account: 'unknown', login: 'unknown', confirmed: 'unknown', ...deaf },
      replies: [],
    },
  },
  {
    id: 'export_refused',
    shows: 'The admin role may not export: the compact list says the same',
    requester: { name: 'Lea List', email: 'lea.list@example.com' },
    customers: [active('lea.list@example.com', { confirmed_at: null })],
    mails: [portalReset('lea.list@example.com', ago(4))],
    portal: 'read-only',
    settings: { customersdot_lookup_path: lookupPaths.export },
    expected: settled(
      'unconfirmed',
      { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'none' },
      'unconfirmed',
    ),
  },
  {
    id: 'slow_logs',
    shows: 'Slow logs: a reseller verdict does not wait for them',
    requester: { name: 'Sloane Slow', email: 'sloane.slow@example.com' },
    customers: [active('sloane.slow@example.com', { login_activated: false })],
    faults: { portal_log: 'slow', gitlab_log: 'slow' },
    expected: settled(
      'reseller',
      { ...fine, login: 'off', portal_reset: 'none', gitlab_reset: 'none' },
      'reseller',
    ),
  },
  {
    id: 'settings_broken',
    shows: 'Two settings that do not parse',
    requester: { name: 'Bo Brown', email: 'bo.brown@example.com' },
    settings: { mailgun_region: 'mars', customersdot_host: 'portal.example.com' },
    expected: { verdict: 'blocked', checks: {}, replies: [] },
  },
  {
    id: 'not_of_interest',
    shows: 'Auto-run rules leave this ticket alone',
    requester: { name: 'Ike Invoice', email: 'ike.invoice@example.com' },
    subject: 'Where is my invoice?',
    says: 'Please send me the invoice for March.',
    settings: { auto_run_tags: 'portal-sign-in', auto_run_words: 'sign in\nlog in' },
    customers: [active('ike.invoice@example.com')],
    mails: [portalReset('ike.invoice@example.com', ago(30))],
    expected: { verdict: 'blocked', checks: {}, replies: [] },
  },
];
