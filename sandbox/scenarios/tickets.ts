import {
  active,
  fine,
  gitlabReset,
  message,
  portalReset,
  settled,
  user,
  type Ago,
  type Draft,
} from './make';

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
    expected: settled(
      'unconfirmed',
      { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'none' },
      'unconfirmed',
    ),
  },
  {
    id: 'plain_text',
    shows: 'A composer without rich text',
    requester: { name: 'Petra Plain', email: 'petra.plain@example.com' },
    customers: [active('petra.plain@example.com')],
    ticket: { plainText: true },
    expected: settled('no_reset_mail', { ...fine, ...nothing }, 'no_reset_mail'),
  },
  {
    id: 'unsaved',
    shows: 'A ticket that has not been saved',
    requester: { name: 'Nora New', email: 'nora.new@example.com' },
    customers: [active('nora.new@example.com')],
    mails: [gitlabReset('nora.new@example.com', ago(4))],
    ticket: { number: undefined, conversation: [], tags: [] },
    expected: settled(
      'wrong_site_reset',
      { ...fine, portal_reset: 'none', gitlab_reset: 'sent' },
      'wrong_site_reset',
    ),
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
    expected: settled('no_account', { ...absent, ...nothing }, 'no_account'),
  },
  {
    id: 'near_miss',
    shows: 'A typing error in the address, the right one in the ticket',
    requester: { name: 'Ty Po', email: 'ty.po@example.con' },
    says: 'I cannot sign in with ty.po@example.com although I reset the password.',
    customers: [active('ty.po@example.com')],
    expected: settled('no_account', { ...absent, ...nothing }, 'no_account'),
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
    expected: settled(
      'no_known_cause',
      { ...fine, portal_reset: 'sent', gitlab_reset: 'none' },
      'no_known_cause',
    ),
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
      expected: settled(
        'unconfirmed',
        { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'none' },
        'unconfirmed',
      ),
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
