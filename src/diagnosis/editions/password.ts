import { logLagMs } from '../answers';
import { certainIn, has, isOutcome, logsWithNone, mayBe, mayLag, newestBehind } from '../cautions';
import type { Edition } from '../diagnosis';

const handbook = 'https://handbook.gitlab.com/handbook/support';
const customersdot = `${handbook}/license-and-renewals/workflows/customersdot`;
const mailDelivery = `${customersdot}/troubleshoot_errors_while_making_purchases/#troubleshooting-email-delivery-from-customerdot`;
const mailgunLogs = `${handbook}/workflows/confirmation_emails/#checking-mailgun-logs`;

const signIn = 'https://docs.gitlab.com/subscriptions/billing_account/#sign-in-to-customers-portal';

/** The page as it was given: customers sign in to the portal with a password of its own. */
export const passwordEdition: Edition = {
  checks: ['account', 'login', 'confirmed', 'portal_reset', 'gitlab_reset'],
  mails: ['reset', 'confirmation'],
  signInMail: 'reset',
  rules: [
    {
      outcome: 'no_account',
      cause: 'not on the page',
      when: { account: 'absent' },
      standsAlone: true,
    },
    {
      outcome: 'reseller',
      cause: '1. The subscription was purchased through reseller',
      when: { login: 'off' },
      standsAlone: true,
    },
    {
      outcome: 'wrong_site_reset',
      cause: '2. Password reset email was requested from https://gitlab.com',
      when: { portal_reset: 'none', gitlab_reset: 'sent' },
      standsAlone: false,
    },
    {
      outcome: 'no_reset_mail',
      cause: '2. step 4: no password reset was sent',
      when: { portal_reset: 'none', gitlab_reset: 'none' },
      standsAlone: false,
    },
    {
      outcome: 'reset_not_delivered',
      cause: 'not on the page',
      when: { portal_reset: 'undelivered' },
      standsAlone: false,
    },
    {
      outcome: 'unconfirmed',
      cause: '3. The CustomersDot account has not been confirmed',
      when: { confirmed: 'no' },
      standsAlone: false,
    },
  ],
  otherwise: { outcome: 'no_known_cause', cause: 'not on the page' },
  replies: {
    no_account: 'no_account',
    reseller: 'reseller',
    wrong_site_reset: 'wrong_site_reset',
    no_reset_mail: 'no_reset_mail',
    reset_not_delivered: 'reset_not_delivered',
    unconfirmed: 'unconfirmed',
    no_known_cause: 'no_known_cause',
  },
  ifLost: {
    reset_not_delivered: {
      mail: 'reset',
      'our-sending': 'reset_refused',
      'the-moment': 'reset_delayed',
      'the-mx-record': 'reset_misrouted',
    },
  },
  cautions: [
    {
      id: 'login_may_be_admin_block',
      link: `${customersdot}/associating_purchases/#confirm-the-customersdot-account-login-status`,
      when: ({ verdict }) => isOutcome(verdict, 'reseller'),
    },
    {
      id: 'reseller_rule_has_changed',
      link: `${handbook}/license-and-renewals/workflows/working_with_reseller_related_requests/`,
      when: ({ verdict }) => isOutcome(verdict, 'reseller'),
    },
    {
      id: 'logs_lag',
      link: mailgunLogs,
      when: (scene) =>
        mayBe(scene.verdict, 'wrong_site_reset', 'no_reset_mail') &&
        logsWithNone(scene, ['portal_reset', 'gitlab_reset']).some((log) =>
          mayLag(log, scene.customerWroteAt),
        ),
    },
    {
      id: 'newer_reset_may_be_missing',
      link: mailgunLogs,
      when: (scene) => {
        const portal = newestBehind(scene, 'portal_reset');
        return (
          mayBe(scene.verdict, 'reset_not_delivered', 'unconfirmed', 'no_known_cause') &&
          portal !== undefined &&
          mayLag(portal.log, scene.customerWroteAt) &&
          portal.newest.sentAt < scene.customerWroteAt - logLagMs
        );
      },
    },
    {
      id: 'window_is_limited',
      link: mailDelivery,
      when: (scene) =>
        isOutcome(scene.verdict, 'wrong_site_reset', 'no_reset_mail') &&
        logsWithNone(scene, ['portal_reset', 'gitlab_reset']).length > 0,
    },
    {
      id: 'gitlab_reset_bypasses_suppression',
      link: `${handbook}/workflows/confirmation_emails/#manually-remove-a-suppression-in-mailgun`,
      when: (scene) =>
        mayBe(scene.verdict, 'reset_not_delivered') &&
        has(scene.facts, 'gitlab_reset', 'sent') &&
        newestBehind(scene, 'portal_reset')?.newest.outcome === 'suppressed',
    },
    {
      id: 'gitlab_reset_after_portal_reset',
      link: signIn,
      when: (scene) => {
        const portal = newestBehind(scene, 'portal_reset');
        const gitlab = newestBehind(scene, 'gitlab_reset');
        return (
          mayBe(scene.verdict, 'unconfirmed', 'no_known_cause') &&
          has(scene.facts, 'portal_reset', 'sent') &&
          portal !== undefined &&
          gitlab !== undefined &&
          gitlab.newest.sentAt > portal.newest.sentAt
        );
      },
    },
    {
      id: 'confirmation_not_needed_for_gitlab',
      link: signIn,
      when: ({ verdict }) => certainIn(verdict).includes('unconfirmed'),
    },
    {
      id: 'password_sign_in_deprecated',
      link: signIn,
      when: ({ verdict }) =>
        isOutcome(
          verdict,
          'wrong_site_reset',
          'no_reset_mail',
          'reset_not_delivered',
          'no_known_cause',
        ),
    },
    {
      id: 'portal_sends_links',
      link: signIn,
      when: ({ facts }) =>
        ['sent', 'expired', 'undelivered'].some(
          (value) => facts.sign_in_link.known && facts.sign_in_link.value === value,
        ),
    },
  ],
};
