import { settled, type Ago, type Draft } from './make';
import { byTodaysPage, fineToday, linked, signInLink } from './one-time-link';

/** What today's page is easily wrong about. */
export const oneTimeLinkTraps = (ago: Ago): readonly Draft[] => drafts(ago).map(byTodaysPage);

const drafts = (ago: Ago): readonly Draft[] => [
  {
    id: 'today_no_subject',
    shows: 'Today’s page: nobody has listed the subject of the link’s mail',
    requester: { name: 'Sybil Subject', email: 'sybil.subject@example.com' },
    settings: { sign_in_link_subjects: '' },
    customers: [linked('sybil.subject@example.com')],
    mails: [signInLink('sybil.subject@example.com', ago(5))],
    expected: {
      verdict: 'open',
      possible: ['no_mail', 'link_not_delivered', 'link_expired', 'no_known_cause'],
      checks: { ...fineToday, sign_in_link: 'unknown', gitlab_reset: 'none' },
      replies: [],
    },
  },
  {
    id: 'today_new_subject',
    shows: 'Today’s page: an expired link, and a newer mail whose subject nobody has listed',
    requester: { name: 'Nola Newer', email: 'nola.newer@example.com' },
    customers: [linked('nola.newer@example.com')],
    mails: [
      signInLink('nola.newer@example.com', ago(70)),
      signInLink('nola.newer@example.com', ago(4), 'delivered', 'Sign in to GitLab Customers'),
    ],
    expected: {
      verdict: 'open',
      possible: ['link_not_delivered', 'link_expired', 'no_known_cause'],
      checks: { ...fineToday, sign_in_link: 'unknown', gitlab_reset: 'none' },
      replies: [],
    },
  },
  {
    id: 'today_short_window',
    shows: 'Today’s page: given up on a busy mail server, in a log that begins in the middle of it',
    requester: { name: 'Dora Day', email: 'dora.day@example.com' },
    settings: { log_window_days: 1 },
    customers: [linked('dora.day@example.com')],
    mails: [signInLink('dora.day@example.com', ago(25), 'gave-up')],
    expected: settled(
      'link_not_delivered',
      { ...fineToday, sign_in_link: 'undelivered', gitlab_reset: 'none' },
      'link_delayed',
    ),
  },
  {
    id: 'today_links_unexpected',
    shows: 'The page as given, and the portal sends sign-in links: the setting is to be looked at',
    requester: { name: 'Wes Wronger', email: 'wes.wronger@example.com' },
    settings: { portal_sign_in: 'password' },
    customers: [linked('wes.wronger@example.com')],
    mails: [signInLink('wes.wronger@example.com', ago(5))],
    expected: {
      verdict: 'settled',
      outcome: 'no_reset_mail',
      checks: {
        account: 'found',
        login: 'on',
        confirmed: 'yes',
        portal_reset: 'none',
        gitlab_reset: 'none',
      },
      replies: ['no_reset_mail'],
    },
  },
];
