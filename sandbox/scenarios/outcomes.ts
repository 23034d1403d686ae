import {
  active,
  confirmation,
  fine,
  gitlabReset,
  notification,
  portalReset,
  settled,
  type Ago,
  type Draft,
} from './make';

/** The seven outcomes, each as plain as it comes. */
export const outcomes = (ago: Ago): readonly Draft[] => [
  {
    id: 'reseller',
    shows: 'Bought through a reseller: login not activated',
    requester: { name: 'Riley Reed', email: 'riley.reed@example.com' },
    subject: 'Password reset does not work',
    customers: [
      active('riley.reed@example.com', {
        login_activated: false,
        first_name: 'Riley',
        last_name: 'Reed',
        company: 'Reed Retail',
      }),
    ],
    expected: settled(
      'reseller',
      { ...fine, login: 'off', portal_reset: 'none', gitlab_reset: 'none' },
      'reseller',
    ),
  },
  {
    id: 'wrong_site_reset',
    shows: 'The reset was requested on gitlab.com',
    requester: { name: 'Wanda West', email: 'wanda.west@example.com' },
    customers: [active('wanda.west@example.com', { first_name: 'Wanda', last_name: 'West' })],
    mails: [
      notification('wanda.west@example.com', ago(190)),
      gitlabReset('wanda.west@example.com', ago(26)),
      gitlabReset('wanda.west@example.com', ago(5), 'opened'),
    ],
    expected: settled(
      'wrong_site_reset',
      { ...fine, portal_reset: 'none', gitlab_reset: 'sent' },
      'wrong_site_reset',
    ),
  },
  {
    id: 'no_reset_mail',
    shows: 'No reset mail in either log',
    requester: { name: 'Noah North', email: 'noah.north@example.com' },
    subject: 'Reset mail never arrives',
    says: 'I asked for a password reset for the customers portal yesterday, but no mail came.',
    customers: [active('noah.north@example.com')],
    mails: [notification('noah.north@example.com', ago(60))],
    expected: settled(
      'no_reset_mail',
      { ...fine, portal_reset: 'none', gitlab_reset: 'none' },
      'no_reset_mail',
    ),
  },
  {
    id: 'unconfirmed',
    shows: 'The account has not been confirmed',
    requester: { name: 'Uma Underhill', email: 'uma.underhill@example.com' },
    customers: [active('uma.underhill@example.com', { confirmed_at: null })],
    mails: [
      confirmation('uma.underhill@example.com', ago(300)),
      portalReset('uma.underhill@example.com', ago(6)),
    ],
    expected: settled(
      'unconfirmed',
      { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'none' },
      'unconfirmed',
    ),
  },
  {
    id: 'reset_not_delivered',
    shows: 'The portal’s reset mail bounced',
    requester: { name: 'Bea Barnes', email: 'bea.barnes@example.com' },
    customers: [active('bea.barnes@example.com')],
    mails: [portalReset('bea.barnes@example.com', ago(8), 'bounced')],
    suppressions: [
      {
        domain: 'customers.gitlab.com',
        address: 'bea.barnes@example.com',
        list: 'bounces',
        at: ago(8),
      },
    ],
    expected: settled(
      'reset_not_delivered',
      { ...fine, portal_reset: 'undelivered', gitlab_reset: 'none' },
      'reset_not_delivered',
    ),
  },
  {
    id: 'reset_refused',
    shows: 'The portal’s reset mail was refused because of our IP address',
    requester: { name: 'Ivy Ipswich', email: 'ivy.ipswich@example.com' },
    customers: [active('ivy.ipswich@example.com')],
    mails: [portalReset('ivy.ipswich@example.com', ago(8), 'refused-because-of-us')],
    expected: settled(
      'reset_not_delivered',
      { ...fine, portal_reset: 'undelivered', gitlab_reset: 'none' },
      'reset_refused',
    ),
  },
  {
    id: 'no_account',
    shows: 'No portal account with this address',
    requester: { name: 'Nina Nobody', email: 'nina.nobody@example.org' },
    mails: [gitlabReset('nina.nobody@example.org', ago(4))],
    expected: settled(
      'no_account',
      {
        account: 'absent',
        login: 'unknown',
        confirmed: 'unknown',
        portal_reset: 'none',
        gitlab_reset: 'sent',
      },
      'no_account',
    ),
  },
  {
    id: 'no_known_cause',
    shows: 'Everything checks out',
    requester: { name: 'Olga Okafor', email: 'olga.okafor@example.com' },
    customers: [active('olga.okafor@example.com')],
    mails: [portalReset('olga.okafor@example.com', ago(2), 'opened')],
    expected: settled(
      'no_known_cause',
      { ...fine, portal_reset: 'sent', gitlab_reset: 'none' },
      'no_known_cause',
    ),
  },
];
