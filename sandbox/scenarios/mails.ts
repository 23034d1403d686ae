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

/** Several causes at once, and what can become of a mail. */
export const mails = (ago: Ago): readonly Draft[] => [
  {
    id: 'several_causes',
    shows: 'Reset on the wrong site, and the account is not confirmed',
    requester: { name: 'Mia Many', email: 'mia.many@example.com' },
    customers: [active('mia.many@example.com', { confirmed_at: null })],
    mails: [
      confirmation('mia.many@example.com', ago(200), 'bounced'),
      gitlabReset('mia.many@example.com', ago(20)),
    ],
    expected: {
      verdict: 'settled',
      outcome: 'wrong_site_reset',
      alsoApplies: ['unconfirmed'],
      checks: { ...fine, confirmed: 'no', portal_reset: 'none', gitlab_reset: 'sent' },
      replies: ['wrong_site_reset', 'unconfirmed'],
    },
  },
  {
    id: 'delayed_bounce',
    shows: 'Accepted by the mail server, bounced twenty minutes later',
    requester: { name: 'Dee Delay', email: 'dee.delay@example.com' },
    customers: [active('dee.delay@example.com')],
    mails: [portalReset('dee.delay@example.com', ago(10), 'delayed-bounce')],
    expected: settled(
      'reset_not_delivered',
      { ...fine, portal_reset: 'undelivered', gitlab_reset: 'none' },
      'reset_not_delivered',
    ),
  },
  {
    id: 'suppressed',
    shows: 'Suppressed after an earlier complaint',
    requester: { name: 'Sue Press', email: 'sue.press@example.com', undeliverable: true },
    customers: [active('sue.press@example.com')],
    mails: [portalReset('sue.press@example.com', ago(10), 'suppressed-complaint')],
    suppressions: [
      {
        domain: 'customers.gitlab.com',
        address: 'sue.press@example.com',
        list: 'complaints',
        at: ago(2000),
      },
    ],
    expected: settled(
      'reset_not_delivered',
      { ...fine, portal_reset: 'undelivered', gitlab_reset: 'none' },
      'reset_not_delivered',
    ),
  },
  {
    id: 'gave_up',
    shows: 'Mailgun gave up after eight hours',
    requester: { name: 'Gus Given', email: 'gus.given@example.com' },
    customers: [active('gus.given@example.com', { confirmed_at: null })],
    mails: [portalReset('gus.given@example.com', ago(30), 'gave-up')],
    expected: {
      verdict: 'settled',
      outcome: 'reset_not_delivered',
      alsoApplies: ['unconfirmed'],
      checks: { ...fine, confirmed: 'no', portal_reset: 'undelivered', gitlab_reset: 'none' },
      replies: ['reset_delayed', 'unconfirmed'],
    },
  },
  {
    id: 'retrying',
    shows: 'Still being retried: neither delivered nor lost',
    requester: { name: 'Ray Retry', email: 'ray.retry@example.com' },
    customers: [active('ray.retry@example.com')],
    mails: [portalReset('ray.retry@example.com', ago(1), 'retrying')],
    expected: {
      verdict: 'open',
      possible: ['reset_not_delivered', 'no_known_cause'],
      checks: { ...fine, portal_reset: 'unknown', gitlab_reset: 'none' },
      replies: [],
    },
  },
  {
    id: 'bounced_then_delivered',
    shows: 'An older reset bounced, the newest arrived',
    requester: { name: 'Tia Twice', email: 'tia.twice@example.com' },
    customers: [active('tia.twice@example.com')],
    mails: [
      portalReset('tia.twice@example.com', ago(50), 'mailbox-full'),
      portalReset('tia.twice@example.com', ago(5)),
      gitlabReset('tia.twice@example.com', ago(6)),
    ],
    expected: settled(
      'no_known_cause',
      { ...fine, portal_reset: 'sent', gitlab_reset: 'sent' },
      'no_known_cause',
    ),
  },
  {
    id: 'forged_subject',
    shows: 'A GitLab.com project whose name is the subject of a reset: nobody can tell',
    requester: { name: 'Fia Forge', email: 'fia.forge@example.com' },
    customers: [active('fia.forge@example.com')],
    mails: [
      {
        ...gitlabReset('fia.forge@example.com', ago(6)),
        subject: 'Reset password instructions | Welcome (#1)',
      },
    ],
    expected: {
      verdict: 'open',
      possible: ['wrong_site_reset', 'no_reset_mail'],
      checks: { ...fine, portal_reset: 'none', gitlab_reset: 'unknown' },
      replies: [],
    },
  },
  {
    id: 'blind_key',
    shows: 'A Mailgun key that sees no mail of the portal’s domain: an empty log says nothing',
    requester: { name: 'Bea Blind', email: 'bea.blind@example.com' },
    customers: [active('bea.blind@example.com')],
    mails: [gitlabReset('bea.blind@example.com', ago(6))],
    settings: { portal_mail_domain: 'mail.customers.example.com' },
    expected: {
      verdict: 'open',
      possible: ['wrong_site_reset', 'reset_not_delivered', 'no_known_cause'],
      checks: { ...fine, portal_reset: 'unknown', gitlab_reset: 'sent' },
      replies: [],
    },
  },
];
