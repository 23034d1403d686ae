import { dayMs } from '../../shared/clock';
import { logLagMs } from '../answers';
import { certainIn, has, isOutcome, logsWithNone, mayBe, mayLag, newestBehind } from '../cautions';
import type { Edition } from '../diagnosis';

const handbook = 'https://handbook.gitlab.com/handbook/support';
const customersdot = `${handbook}/license-and-renewals/workflows/customersdot`;
const page = `${customersdot}/customerdot_account/`;
const mailgunLogs = `${handbook}/workflows/confirmation_emails/#checking-mailgun-logs`;
const signIn = 'https://docs.gitlab.com/subscriptions/billing_account/#sign-in-to-customers-portal';

/**
 * The page as GitLab has rewritten it (last change 2025-11-21): customers sign in with GitLab.com or with a one-time
 * link, and a switched-off login is an admin's block. Its causes are named as the page names them.
 */
export const oneTimeLinkEdition: Edition = {
  checks: [
    'account',
    'login',
    'login_changed',
    'confirmed',
    'linked',
    'gitlab_password',
    'sign_in_link',
    'gitlab_reset',
  ],
  mails: ['sign_in_link', 'reset', 'confirmation'],
  signInMail: 'sign_in_link',
  rules: [
    {
      outcome: 'no_account',
      cause: '3. Other email address',
      when: { account: 'absent' },
      standsAlone: true,
    },
    {
      outcome: 'login_blocked',
      cause: 'not on the page',
      when: { login: 'off', login_changed: 'later' },
      standsAlone: true,
    },
    {
      outcome: 'login_off',
      cause: 'not on the page',
      when: { login: 'off' },
      standsAlone: true,
    },
    {
      outcome: 'gitlab_reset_instead_of_link',
      cause: '1. Password reset email was requested from GitLab.com',
      when: { sign_in_link: 'none', gitlab_reset: 'sent' },
      standsAlone: false,
    },
    {
      outcome: 'no_mail',
      cause: 'not on the page',
      when: { sign_in_link: 'none', gitlab_reset: 'none' },
      standsAlone: false,
    },
    {
      outcome: 'link_not_delivered',
      cause: 'not on the page',
      when: { sign_in_link: 'undelivered' },
      standsAlone: false,
    },
    {
      outcome: 'link_expired',
      cause: 'not on the page',
      when: { sign_in_link: 'expired' },
      standsAlone: false,
    },
    {
      outcome: 'unconfirmed',
      cause: '2. The account has not been confirmed',
      when: { confirmed: 'no' },
      standsAlone: false,
    },
    {
      outcome: 'not_linked',
      cause: '4. and 5. The account is not linked',
      when: { linked: 'no' },
      standsAlone: false,
    },
    {
      outcome: 'linked_elsewhere',
      cause: '6. Linked accounts have different addresses',
      when: { linked: 'elsewhere' },
      standsAlone: false,
    },
    {
      outcome: 'enterprise_without_password',
      cause: '7. Enterprise user without password authentication',
      when: { gitlab_password: 'off' },
      standsAlone: false,
    },
  ],
  otherwise: { outcome: 'no_known_cause', cause: 'not on the page' },
  replies: {
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
  },
  ifLost: {
    link_not_delivered: {
      mail: 'sign_in_link',
      'our-sending': 'link_refused',
      'the-moment': 'link_delayed',
      'the-mx-record': 'link_misrouted',
    },
  },
  cautions: [
    {
      id: 'login_off_needs_history',
      link: `${customersdot}/associating_purchases/#confirm-the-customersdot-account-login-status`,
      when: ({ verdict, facts }) => isOutcome(verdict, 'login_off') && !facts.login_changed.known,
    },
    {
      id: 'logs_lag',
      link: mailgunLogs,
      when: (scene) =>
        mayBe(scene.verdict, 'gitlab_reset_instead_of_link', 'no_mail') &&
        logsWithNone(scene, ['sign_in_link', 'gitlab_reset']).some((log) =>
          mayLag(log, scene.customerWroteAt),
        ),
    },
    {
      id: 'newer_link_may_be_missing',
      link: mailgunLogs,
      when: (scene) => {
        const link = newestBehind(scene, 'sign_in_link');
        return (
          link !== undefined &&
          !isOutcome(scene.verdict, 'no_account', 'login_blocked', 'login_off') &&
          mayLag(link.log, scene.customerWroteAt) &&
          link.newest.sentAt < scene.customerWroteAt - logLagMs
        );
      },
    },
    {
      id: 'link_was_young_then',
      link: signIn,
      when: (scene) => {
        const link = newestBehind(scene, 'sign_in_link');
        return (
          certainIn(scene.verdict).includes('link_expired') &&
          link !== undefined &&
          link.newest.sentAt <= scene.customerWroteAt &&
          scene.customerWroteAt - link.newest.sentAt <= dayMs
        );
      },
    },
    {
      id: 'link_may_be_scanned',
      link: page,
      when: ({ verdict, facts }) =>
        has(facts, 'sign_in_link', 'sent') &&
        !isOutcome(verdict, 'no_account', 'login_blocked', 'login_off'),
    },
    {
      id: 'confirmation_not_needed_for_gitlab',
      link: signIn,
      when: ({ verdict }) => certainIn(verdict).includes('unconfirmed'),
    },
    {
      id: 'portal_sends_resets',
      link: signIn,
      when: ({ facts }) =>
        has(facts, 'portal_reset', 'sent') || has(facts, 'portal_reset', 'undelivered'),
    },
  ],
};
