import type { MailSeed, Fate } from '../mailgun/seed';
import { lookupPaths } from './lookup-paths';
import {
  active,
  confirmation,
  fine,
  gitlabReset,
  portalReset,
  settled,
  type Ago,
  type Draft,
} from './make';

/** How the admin of these tickets has set the app up. GitLab does not publish the subject: this one is made up. */
const linkSubject = 'Your sign-in link for the Customers Portal';
const settings = { portal_sign_in: 'one_time_link', sign_in_link_subjects: linkSubject };

export const signInLink = (
  to: string,
  at: number,
  fate: Fate = 'delivered',
  subject: string = linkSubject,
): MailSeed => ({ domain: 'customers.gitlab.com', to, subject, at, fate });

/** Linked to GitLab.com, as most accounts are; only the endpoint says so. */
export const linked = (email: string, more: Parameters<typeof active>[1] = {}) =>
  active(email, { provider: 'gitlab', uid: '1234567', ...more });

export const fineToday = {
  ...fine,
  linked: 'unknown',
  gitlab_password: 'unknown',
} as const;
const off = { ...fine, login: 'off', login_changed: 'unknown' } as const;
const says = 'Hello, I asked for a link to sign in to the customers portal and cannot get in.';

const created = { at: '2023-11-20 08:30', who: 'portal', what: 'create' };

export const byTodaysPage = (draft: Draft): Draft => ({
  ...draft,
  says: draft.says ?? says,
  settings: { ...settings, ...draft.settings },
});

/** Today's page: customers sign in with GitLab.com or a one-time link. A ticket for each outcome. */
export const oneTimeLinks = (ago: Ago): readonly Draft[] => drafts(ago).map(byTodaysPage);

const drafts = (ago: Ago): readonly Draft[] => [
  {
    id: 'today_no_account',
    shows: 'Today’s page: no account, but one for an address that the ticket names',
    requester: { name: 'Nell Nowhere', email: 'nell.nowhere@example.org' },
    says: 'I cannot sign in to the portal. My colleague at licences@example.org buys for us.',
    customers: [linked('licences@example.org')],
    mails: [gitlabReset('nell.nowhere@example.org', ago(4))],
    expected: {
      verdict: 'settled',
      outcome: 'no_account',
      alsoApplies: [],
      checks: {
        account: 'absent',
        login: 'unknown',
        confirmed: 'unknown',
        sign_in_link: 'none',
        gitlab_reset: 'sent',
      },
      replies: ['no_account_with_link'],
    },
  },
  {
    id: 'today_login_blocked',
    shows: 'Today’s page: login switched off by an admin, which only History says',
    requester: { name: 'Blake Block', email: 'blake.block@example.com' },
    customers: [
      linked('blake.block@example.com', {
        login_activated: false,
        history: [
          created,
          { at: '2025-06-02 10:12', who: 'an.admin@example.com', what: 'login_activated: false' },
        ],
      }),
    ],
    expected: {
      ...settled('login_off', { ...off, sign_in_link: 'none', gitlab_reset: 'none' }, 'login_off'),
      byHand: {
        answers: { login_changed: 'later' },
        outcome: 'login_blocked',
        replies: ['login_off'],
      },
    },
  },
  {
    id: 'today_login_off',
    shows: 'Today’s page: login off since the account was created',
    requester: { name: 'Olive Offley', email: 'olive.offley@example.com' },
    customers: [linked('olive.offley@example.com', { login_activated: false, history: [created] })],
    mails: [signInLink('olive.offley@example.com', ago(3))],
    expected: {
      ...settled('login_off', { ...off, sign_in_link: 'sent', gitlab_reset: 'none' }, 'login_off'),
      byHand: { answers: { login_changed: 'never' }, outcome: 'login_off', replies: ['login_off'] },
    },
  },
  {
    id: 'today_gitlab_reset_instead_of_link',
    shows: 'Today’s page: a reset on GitLab.com, and no sign-in link',
    requester: { name: 'Greta Grant', email: 'greta.grant@example.com' },
    customers: [linked('greta.grant@example.com')],
    mails: [gitlabReset('greta.grant@example.com', ago(5))],
    expected: settled(
      'gitlab_reset_instead_of_link',
      { ...fineToday, sign_in_link: 'none', gitlab_reset: 'sent' },
      'gitlab_reset_instead_of_link',
    ),
  },
  {
    id: 'today_no_mail',
    shows: 'Today’s page: neither a link nor a reset on GitLab.com, but a reset of the portal',
    requester: { name: 'Nico Nomail', email: 'nico.nomail@example.com' },
    customers: [linked('nico.nomail@example.com')],
    mails: [portalReset('nico.nomail@example.com', ago(30))],
    expected: settled(
      'no_mail',
      { ...fineToday, sign_in_link: 'none', gitlab_reset: 'none' },
      'no_mail',
    ),
  },
  {
    id: 'today_link_not_delivered',
    shows: 'Today’s page: the sign-in link bounced',
    requester: { name: 'Ben Bounce', email: 'ben.bounce@example.com' },
    customers: [linked('ben.bounce@example.com')],
    mails: [
      signInLink('ben.bounce@example.com', ago(80)),
      signInLink('ben.bounce@example.com', ago(5), 'bounced'),
    ],
    suppressions: [
      {
        domain: 'customers.gitlab.com',
        address: 'ben.bounce@example.com',
        list: 'bounces',
        at: ago(5),
      },
    ],
    expected: settled(
      'link_not_delivered',
      { ...fineToday, sign_in_link: 'undelivered', gitlab_reset: 'none' },
      'link_not_delivered',
    ),
  },
  {
    id: 'today_link_refused',
    shows: 'Today’s page: the sign-in link was refused because of our IP address',
    requester: { name: 'Rosa Refused', email: 'rosa.refused@example.com' },
    customers: [linked('rosa.refused@example.com')],
    mails: [signInLink('rosa.refused@example.com', ago(5), 'refused-because-of-us')],
    expected: settled(
      'link_not_delivered',
      { ...fineToday, sign_in_link: 'undelivered', gitlab_reset: 'none' },
      'link_refused',
    ),
  },
  {
    id: 'today_link_expired',
    shows: 'Today’s page: the sign-in link is older than 24 hours',
    requester: { name: 'Xenia Expired', email: 'xenia.expired@example.com' },
    customers: [linked('xenia.expired@example.com', { confirmed_at: null })],
    mails: [
      confirmation('xenia.expired@example.com', ago(300)),
      signInLink('xenia.expired@example.com', ago(30)),
    ],
    ticket: { createdAt: ago(5) },
    expected: {
      verdict: 'settled',
      outcome: 'link_expired',
      alsoApplies: ['unconfirmed'],
      checks: { ...fineToday, confirmed: 'no', sign_in_link: 'expired', gitlab_reset: 'none' },
      replies: ['link_expired', 'unconfirmed_with_link'],
    },
  },
  {
    id: 'today_unconfirmed',
    shows: 'Today’s page: the account has not been confirmed',
    requester: { name: 'Uri Unsure', email: 'uri.unsure@example.com' },
    customers: [linked('uri.unsure@example.com', { confirmed_at: null })],
    mails: [signInLink('uri.unsure@example.com', ago(5))],
    expected: settled(
      'unconfirmed',
      { ...fineToday, confirmed: 'no', sign_in_link: 'sent', gitlab_reset: 'none' },
      'unconfirmed_with_link',
    ),
  },
  {
    id: 'today_not_linked',
    shows: 'Today’s page: the endpoint says that no GitLab.com account is linked',
    requester: { name: 'Una Unlinked', email: 'una.unlinked@example.com' },
    settings: { customersdot_lookup_path: lookupPaths.endpoint },
    customers: [active('una.unlinked@example.com')],
    mails: [signInLink('una.unlinked@example.com', ago(5))],
    expected: {
      ...settled(
        'not_linked',
        { ...fineToday, linked: 'no', sign_in_link: 'sent', gitlab_reset: 'none' },
        'not_linked',
      ),
      ofLess: 'no_known_cause',
    },
  },
  {
    id: 'today_linked_elsewhere',
    shows: 'Today’s page: linked, and with which address only the engineer can see',
    requester: { name: 'Elsie Elsewhere', email: 'elsie.elsewhere@example.com' },
    settings: { customersdot_lookup_path: lookupPaths.endpoint },
    customers: [linked('elsie.elsewhere@example.com')],
    mails: [signInLink('elsie.elsewhere@example.com', ago(5))],
    expected: {
      ...settled(
        'no_known_cause',
        { ...fineToday, sign_in_link: 'sent', gitlab_reset: 'none' },
        'no_known_cause_with_link',
      ),
      byHand: {
        answers: { linked: 'elsewhere' },
        outcome: 'linked_elsewhere',
        replies: ['linked_elsewhere'],
      },
    },
  },
  {
    id: 'today_enterprise_without_password',
    shows: 'Today’s page: an enterprise user, which only the engineer can see',
    requester: { name: 'Enzo Enterprise', email: 'enzo.enterprise@example.com' },
    customers: [linked('enzo.enterprise@example.com')],
    mails: [
      signInLink('enzo.enterprise@example.com', ago(5)),
      gitlabReset('enzo.enterprise@example.com', ago(6)),
    ],
    expected: {
      ...settled(
        'no_known_cause',
        { ...fineToday, sign_in_link: 'sent', gitlab_reset: 'sent' },
        'no_known_cause_with_link',
      ),
      byHand: {
        answers: { gitlab_password: 'off' },
        outcome: 'enterprise_without_password',
        replies: ['enterprise_without_password'],
      },
    },
  },
  {
    id: 'today_no_known_cause',
    shows: 'Today’s page: a link arrived, and something has opened it within minutes',
    requester: { name: 'Scott Scanner', email: 'scott.scanner@example.com' },
    customers: [linked('scott.scanner@example.com')],
    mails: [signInLink('scott.scanner@example.com', ago(5), 'opened')],
    expected: settled(
      'no_known_cause',
      { ...fineToday, sign_in_link: 'sent', gitlab_reset: 'none' },
      'no_known_cause_with_link',
    ),
  },
];
