import { active, gitlabReset, message, portalReset, user, type Ago, type Draft } from './make';

const fine = { account: 'found', login: 'on', confirmed: 'yes' } as const;
const absent = { account: 'absent', login: 'unknown', confirmed: 'unknown' } as const;
const nothing = { portal_reset: 'none', gitlab_reset: 'none' } as const;

/** What the ticket, the composer and the macros can be like. */
export const tickets = (ago: Ago): readonly Draft[] => [
  {
    id: 'existing_draft',
    shows: 'A draft stands in the composer already',
    requester: { name: 'Dana Draft', email: 'dana.draft@example.com' },
    customers: [active('dana.draft@example.com', { confirmed_at: null })],
    mails: [portalReset('dana.draft@example.com', ago(4))],
    ticket: {
      draft: '<p>Hi Dana,</p><p>I had a look at <b>your account</b>.</p>',
    },
    expected: {
      verdict: 'settled',
      outcome: 'unconfirmed',
      checks: { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'none' },
      replies: ['unconfirmed'],
    },
  },
  {
    id: 'plain_text',
    shows: 'A composer without rich text',
    requester: { name: 'Petra Plain', email: 'petra.plain@example.com' },
    customers: [active('petra.plain@example.com')],
    ticket: { plainText: true },
    expected: {
      verdict: 'settled',
      outcome: 'no_reset_mail',
      checks: { ...fine, ...nothing },
      replies: ['no_reset_mail'],
    },
  },
  {
    id: 'unsaved',
    shows: 'A ticket that has not been saved',
    requester: { name: 'Nora New', email: 'nora.new@example.com' },
    customers: [active('nora.new@example.com')],
    mails: [gitlabReset('nora.new@example.com', ago(4))],
    ticket: { number: undefined, conversation: [], tags: [] },
    expected: {
      verdict: 'settled',
      outcome: 'wrong_site_reset',
      checks: { ...fine, portal_reset: 'none', gitlab_reset: 'sent' },
      replies: ['wrong_site_reset'],
    },
  },
  {
    id: 'other_addresses',
    shows: 'Other addresses: identity, copy, and one named in the ticket',
    requester: {
      name: 'Otto Other',
      email: 'otto.other@example.com',
      identities: [{ type: 'email', value: 'otto@example.net', verified: true, primary: false }],
    },
    says: 'We cannot sign in. The subscription was bought by purchasing@example.net, I think.',
    customers: [
      active('otto@example.net', { confirmed_at: null }),
      active('purchasing@example.net', { login_activated: false }),
    ],
    mails: [portalReset('otto@example.net', ago(4))],
    ticket: {
      ccs: [user({ name: 'Staff Member', email: 'staff@example.net', role: 'agent' }, 8100)],
    },
    expected: {
      verdict: 'settled',
      outcome: 'no_account',
      checks: { ...absent, ...nothing },
      replies: ['no_account'],
    },
  },
  {
    id: 'near_miss',
    shows: 'A typing error in the address, the right one in the ticket',
    requester: { name: 'Ty Po', email: 'ty.po@example.con' },
    says: 'I cannot sign in with ty.po@example.com although I reset the password.',
    customers: [active('ty.po@example.com')],
    expected: {
      verdict: 'settled',
      outcome: 'no_account',
      checks: { ...absent, ...nothing },
      replies: ['no_account'],
    },
  },
  {
    id: 'long_conversation',
    shows: 'A long conversation with internal notes',
    requester: { name: 'Lou Long', email: 'lou.long@example.com' },
    customers: [active('lou.long@example.com')],
    mails: [portalReset('lou.long@example.com', ago(4))],
    ticket: {
      createdAt: ago(90),
      conversation: [
        message('requester', 'I cannot sign in to the customers portal.', ago(90)),
        message('agent', 'Thanks, Lou. Could you reset your password once more?', ago(80)),
        message('agent', 'Asked billing about private.note@example.com.', ago(79), false),
        message('requester', 'Done, still no luck: "Invalid Email or password."', ago(40)),
      ],
    },
    expected: {
      verdict: 'settled',
      outcome: 'no_known_cause',
      checks: { ...fine, portal_reset: 'sent', gitlab_reset: 'none' },
      replies: ['no_known_cause'],
    },
  },
  ...(['missing', 'forbidden', 'inactive', 'not-installed', 'by-title'] as const).map(
    (macros): Draft => ({
      id: `macro_${macros.replace('-', '_')}`,
      shows: macroShows[macros],
      requester: {
        name: `Mac ${macros.replace('-', ' ')}`,
        email: `macro.${macros}@example.com`,
      },
      customers: [active(`macro.${macros}@example.com`, { confirmed_at: null })],
      mails: [portalReset(`macro.${macros}@example.com`, ago(4))],
      macros,
      expected: {
        verdict: 'settled',
        outcome: 'unconfirmed',
        checks: { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'none' },
        replies: ['unconfirmed'],
      },
    }),
  ),
];

const macroShows = {
  missing: 'Macro: an admin deleted it',
  forbidden: 'Macro: restricted to another group',
  inactive: 'Macro: deactivated',
  'not-installed': 'Macro: none installed with the app',
  'by-title': 'Macro: not installed with the app, kept by its title',
} as const;
