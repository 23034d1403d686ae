import type { OutcomeId } from '../../src/diagnosis/rules';
import type { ReplyName } from '../../src/shared/reply';
import type { Fate } from '../mailgun/seed';
import { lookupPaths } from './lookup-paths';
import {
  absent,
  active,
  confirmation,
  type Draft,
  fine,
  gitlabReset,
  open,
  portalDomain,
  portalReset,
  settled,
} from './make';
import type { Expected } from './scenario';

/** How the admin of these tickets has set the app up. GitLab does not publish the subject: this one is made up. */
const subject = 'Your sign-in link for the Customers Portal';
const settings = { portal_sign_in: 'one_time_link', sign_in_link_subjects: subject };
const byEndpoint = { customersdot_lookup_path: lookupPaths.endpoint };

const signInLink = (hoursAgo: number, fate: Fate = 'delivered') => ({
  domain: portalDomain,
  subject,
  hoursAgo,
  fate,
});

/** Linked to GitLab.com, as most accounts are; only the endpoint says so. */
const account = { provider: 'gitlab', uid: '1234567' };
const created = { at: '2023-11-20 08:30', who: 'portal', what: 'create' };

/** What only the engineer can see is unknown. */
const byHandOnly = { linked: 'unknown', gitlab_password: 'unknown' } as const;
const nothing = { ...fine, ...byHandOnly, sign_in_link: 'none', gitlab_reset: 'none' } as const;
const off = { ...fine, login: 'off', login_changed: 'unknown', gitlab_reset: 'none' } as const;

const today = (outcome: OutcomeId, checks: Expected['checks'], reply?: ReplyName) =>
  settled(outcome, checks, reply, nothing);

/** What it is once the engineer has looked. */
const onceSeen = (
  answers: NonNullable<Expected['byHand']>['answers'],
  outcome: OutcomeId,
  reply: ReplyName = outcome as ReplyName,
): NonNullable<Expected['byHand']> => ({ answers, outcome, replies: [reply] });

/** Today's page: customers sign in with GitLab.com or a one-time link. A ticket for each outcome. */
const outcomes: readonly Draft[] = [
  {
    id: 'today_no_account',
    shows: 'Today’s page: no account, but one for an address that the ticket names',
    requester: { name: 'Nell Nowhere', email: 'nell.nowhere@example.org' },
    says: 'I cannot sign in to the portal. My colleague at licences@example.org buys for us.',
    customers: [active('licences@example.org', account)],
    mails: [gitlabReset(4)],
    expected: settled(
      'no_account',
      { sign_in_link: 'none', gitlab_reset: 'sent' },
      'no_account_with_link',
      absent,
    ),
  },
  {
    id: 'today_login_blocked',
    shows: 'Today’s page: login switched off by an admin, which only History says',
    requester: { name: 'Blake Block', email: 'blake.block@example.com' },
    account: {
      ...account,
      login_activated: false,
      history: [
        created,
        { at: '2025-06-02 10:12', who: 'an.admin@example.com', what: 'login_activated: false' },
      ],
    },
    expected: {
      ...settled('login_off', { sign_in_link: 'none' }, 'login_off', off),
      byHand: onceSeen({ login_changed: 'later' }, 'login_blocked', 'login_off'),
    },
  },
  {
    id: 'today_login_off',
    shows: 'Today’s page: login off since the account was created',
    requester: { name: 'Olive Offley', email: 'olive.offley@example.com' },
    account: { ...account, login_activated: false, history: [created] },
    mails: [signInLink(3)],
    expected: {
      ...settled('login_off', { sign_in_link: 'sent' }, 'login_off', off),
      byHand: onceSeen({ login_changed: 'never' }, 'login_off'),
    },
  },
  {
    id: 'today_gitlab_reset_instead_of_link',
    shows: 'Today’s page: a reset on GitLab.com, and no sign-in link',
    requester: { name: 'Greta Grant', email: 'greta.grant@example.com' },
    account,
    mails: [gitlabReset(5)],
    expected: today('gitlab_reset_instead_of_link', { gitlab_reset: 'sent' }),
  },
  {
    id: 'today_no_mail',
    shows: 'Today’s page: neither a link nor a reset on GitLab.com, but a reset of the portal',
    requester: { name: 'Nico Nomail', email: 'nico.nomail@example.com' },
    account,
    mails: [portalReset(30)],
    expected: today('no_mail', {}),
  },
  {
    id: 'today_link_not_delivered',
    shows: 'Today’s page: the sign-in link bounced',
    requester: { name: 'Ben Bounce', email: 'ben.bounce@example.com' },
    account,
    mails: [signInLink(80), signInLink(5, 'bounced')],
    expected: today('link_not_delivered', { sign_in_link: 'undelivered' }),
  },
  {
    id: 'today_link_refused',
    shows: 'Today’s page: the sign-in link was refused because of our IP address',
    requester: { name: 'Rosa Refused', email: 'rosa.refused@example.com' },
    account,
    mails: [signInLink(5, 'refused-because-of-us')],
    expected: today('link_not_delivered', { sign_in_link: 'undelivered' }, 'link_refused'),
  },
  {
    id: 'today_link_expired',
    shows: 'Today’s page: the sign-in link is older than 24 hours',
    requester: { name: 'Xenia Expired', email: 'xenia.expired@example.com' },
    account: { ...account, confirmed_at: null },
    mails: [confirmation(300), signInLink(30)],
    openedHoursAgo: 5,
    expected: {
      ...today('link_expired', { confirmed: 'no', sign_in_link: 'expired' }),
      alsoApplies: ['unconfirmed'],
      replies: ['link_expired', 'unconfirmed_with_link'],
    },
  },
  {
    id: 'today_unconfirmed',
    shows: 'Today’s page: the account has not been confirmed',
    requester: { name: 'Uri Unsure', email: 'uri.unsure@example.com' },
    account: { ...account, confirmed_at: null },
    mails: [signInLink(5)],
    expected: today(
      'unconfirmed',
      { confirmed: 'no', sign_in_link: 'sent' },
      'unconfirmed_with_link',
    ),
  },
  {
    id: 'today_not_linked',
    shows: 'Today’s page: the endpoint says that no GitLab.com account is linked',
    requester: { name: 'Una Unlinked', email: 'una.unlinked@example.com' },
    settings: byEndpoint,
    account: {},
    mails: [signInLink(5)],
    expected: {
      ...today('not_linked', { linked: 'no', sign_in_link: 'sent' }),
      ofLess: 'no_known_cause',
    },
  },
  {
    id: 'today_linked_elsewhere',
    shows: 'Today’s page: linked, and with which address only the engineer can see',
    requester: { name: 'Elsie Elsewhere', email: 'elsie.elsewhere@example.com' },
    settings: byEndpoint,
    account,
    mails: [signInLink(5)],
    expected: {
      ...today('no_known_cause', { sign_in_link: 'sent' }, 'no_known_cause_with_link'),
      byHand: onceSeen({ linked: 'elsewhere' }, 'linked_elsewhere'),
    },
  },
  {
    id: 'today_enterprise_without_password',
    shows: 'Today’s page: an enterprise user, which only the engineer can see',
    requester: { name: 'Enzo Enterprise', email: 'enzo.enterprise@example.com' },
    account,
    mails: [signInLink(5), gitlabReset(6)],
    expected: {
      ...today(
        'no_known_cause',
        { sign_in_link: 'sent', gitlab_reset: 'sent' },
        'no_known_cause_with_link',
      ),
      byHand: onceSeen({ gitlab_password: 'off' }, 'enterprise_without_password'),
    },
  },
  {
    id: 'today_no_known_cause',
    shows: 'Today’s page: a link arrived, and something has opened it within minutes',
    requester: { name: 'Scott Scanner', email: 'scott.scanner@example.com' },
    account,
    mails: [signInLink(5, 'opened')],
    expected: today('no_known_cause', { sign_in_link: 'sent' }, 'no_known_cause_with_link'),
  },
];

/** What today's page is easily wrong about. */
const traps: readonly Draft[] = [
  {
    id: 'today_no_subject',
    shows: 'Today’s page: nobody has listed the subject of the link’s mail',
    requester: { name: 'Sybil Subject', email: 'sybil.subject@example.com' },
    settings: { sign_in_link_subjects: '' },
    account,
    mails: [signInLink(5)],
    expected: open(
      ['no_mail', 'link_not_delivered', 'link_expired', 'no_known_cause'],
      { sign_in_link: 'unknown' },
      nothing,
    ),
  },
  {
    id: 'today_new_subject',
    shows: 'Today’s page: an expired link, and a newer mail whose subject nobody has listed',
    requester: { name: 'Nola Newer', email: 'nola.newer@example.com' },
    account,
    mails: [signInLink(70), { ...signInLink(4), subject: 'Sign in to GitLab Customers' }],
    expected: open(
      ['link_not_delivered', 'link_expired', 'no_known_cause'],
      { sign_in_link: 'unknown' },
      nothing,
    ),
  },
  {
    id: 'today_short_window',
    shows: 'Today’s page: given up on a busy mail server, in a log that begins in the middle of it',
    requester: { name: 'Dora Day', email: 'dora.day@example.com' },
    settings: { log_window_days: 1 },
    account,
    mails: [signInLink(25, 'gave-up')],
    expected: today('link_not_delivered', { sign_in_link: 'undelivered' }, 'link_delayed'),
  },
  {
    id: 'today_links_unexpected',
    shows: 'The page as given, and the portal sends sign-in links: the setting is to be looked at',
    requester: { name: 'Wes Wronger', email: 'wes.wronger@example.com' },
    settings: { portal_sign_in: 'password' },
    account,
    mails: [signInLink(5)],
    expected: settled('no_reset_mail', {}),
  },
];

const usualText = 'Hello, I asked for a link to sign in to the customers portal and cannot get in.';

export const oneTimeLinks: readonly Draft[] = [...outcomes, ...traps].map((draft) => ({
  says: usualText,
  ...draft,
  settings: { ...settings, ...draft.settings },
}));
