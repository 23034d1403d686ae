import { confirmation, type Draft, gitlabReset, open, portalReset, settled } from './make';

/** Several causes at once, and what can become of a mail. */
export const mails: readonly Draft[] = [
  {
    id: 'several_causes',
    shows: 'Reset on the wrong site, and the account is not confirmed',
    requester: { name: 'Mia Many', email: 'mia.many@example.com' },
    account: { confirmed_at: null },
    mails: [confirmation(200, 'bounced'), gitlabReset(20)],
    expected: {
      ...settled('wrong_site_reset', { confirmed: 'no', gitlab_reset: 'sent' }),
      alsoApplies: ['unconfirmed'],
      replies: ['wrong_site_reset', 'unconfirmed'],
    },
  },
  {
    id: 'delayed_bounce',
    shows: 'Accepted by the mail server, bounced twenty minutes later',
    requester: { name: 'Dee Delay', email: 'dee.delay@example.com' },
    account: {},
    mails: [portalReset(10, 'delayed-bounce')],
    expected: settled('reset_not_delivered', { portal_reset: 'undelivered' }),
  },
  {
    id: 'suppressed',
    shows: 'Suppressed after an earlier complaint',
    requester: { name: 'Sue Press', email: 'sue.press@example.com', undeliverable: true },
    account: {},
    mails: [portalReset(10, 'suppressed-complaint')],
    expected: settled('reset_not_delivered', { portal_reset: 'undelivered' }),
  },
  {
    id: 'gave_up',
    shows: 'Mailgun gave up after eight hours',
    requester: { name: 'Gus Given', email: 'gus.given@example.com' },
    account: { confirmed_at: null },
    mails: [portalReset(30, 'gave-up')],
    expected: {
      ...settled('reset_not_delivered', { confirmed: 'no', portal_reset: 'undelivered' }),
      alsoApplies: ['unconfirmed'],
      replies: ['reset_delayed', 'unconfirmed'],
    },
  },
  {
    id: 'retrying',
    shows: 'Still being retried: neither delivered nor lost',
    requester: { name: 'Ray Retry', email: 'ray.retry@example.com' },
    account: {},
    mails: [portalReset(1, 'retrying')],
    expected: open(['reset_not_delivered', 'no_known_cause'], { portal_reset: 'unknown' }),
  },
  {
    id: 'bounced_then_delivered',
    shows: 'An older reset bounced, the newest arrived',
    requester: { name: 'Tia Twice', email: 'tia.twice@example.com' },
    account: {},
    mails: [portalReset(50, 'mailbox-full'), portalReset(5), gitlabReset(6)],
    expected: settled('no_known_cause', { portal_reset: 'sent', gitlab_reset: 'sent' }),
  },
  {
    id: 'forged_subject',
    shows: 'A GitLab.com project whose name is the subject of a reset: nobody can tell',
    requester: { name: 'Fia Forge', email: 'fia.forge@example.com' },
    account: {},
    mails: [{ ...gitlabReset(6), subject: 'Reset password instructions | Welcome (#1)' }],
    expected: open(['wrong_site_reset', 'no_reset_mail'], { gitlab_reset: 'unknown' }),
  },
  {
    id: 'blind_key',
    shows: 'A Mailgun key that sees no mail of the portal’s domain: an empty log says nothing',
    requester: { name: 'Bea Blind', email: 'bea.blind@example.com' },
    account: {},
    mails: [gitlabReset(6)],
    settings: { portal_mail_domain: 'mail.customers.example.com' },
    expected: open(['wrong_site_reset', 'reset_not_delivered', 'no_known_cause'], {
      portal_reset: 'unknown',
      gitlab_reset: 'sent',
    }),
  },
];
