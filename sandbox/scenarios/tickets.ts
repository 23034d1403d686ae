import type { MessageSeed } from './scenario';
import { absent, active, type Draft, gitlabReset, portalReset, settled, user } from './make';

/** What the ticket, the composer and the macros can be like. */
export const tickets: readonly Draft[] = [
  {
    id: 'existing_draft',
    shows: 'A draft stands in the composer already',
    requester: { name: 'Dana Draft', email: 'dana.draft@example.com' },
    account: { confirmed_at: null },
    mails: [portalReset(4)],
    ticket: { draft: '<p>Hi Dana,</p><p>I had a look at <b>your account</b>.</p>' },
    expected: settled('unconfirmed', { confirmed: 'no', portal_reset: 'sent' }),
  },
  {
    id: 'plain_text',
    shows: 'A composer without rich text',
    requester: { name: 'Petra Plain', email: 'petra.plain@example.com' },
    account: {},
    ticket: { plainText: true },
    expected: settled('no_reset_mail', {}),
  },
  {
    id: 'unsaved',
    shows: 'A ticket that has not been saved',
    requester: { name: 'Nora New', email: 'nora.new@example.com' },
    account: {},
    mails: [gitlabReset(4)],
    conversation: [],
    ticket: { number: undefined, tags: [] },
    expected: settled('wrong_site_reset', { gitlab_reset: 'sent' }),
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
    mails: [portalReset(4, 'delivered', 'otto@example.net')],
    ticket: {
      ccs: [user({ name: 'Staff Member', email: 'staff@example.net', role: 'agent' }, 8100)],
    },
    expected: settled('no_account', absent),
  },
  {
    id: 'near_miss',
    shows: 'A typing error in the address, the right one in the ticket',
    requester: { name: 'Ty Po', email: 'ty.po@example.con' },
    says: 'I cannot sign in with ty.po@example.com although I reset the password.',
    customers: [active('ty.po@example.com')],
    expected: settled('no_account', absent),
  },
  {
    id: 'long_conversation',
    shows: 'A long conversation with internal notes',
    requester: { name: 'Lou Long', email: 'lou.long@example.com' },
    account: {},
    mails: [portalReset(4)],
    openedHoursAgo: 90,
    conversation: [
      message('requester', 'I cannot sign in to the customers portal.', 90),
      message('agent', 'Thanks, Lou. Could you reset your password once more?', 80),
      message('agent', 'Asked billing about private.note@example.com.', 79, false),
      message('requester', 'Done, still no luck: "Invalid Email or password."', 40),
    ],
    expected: settled('no_known_cause', { portal_reset: 'sent' }),
  },
  ...(
    [
      ['missing', 'an admin deleted it'],
      ['forbidden', 'restricted to another group'],
      ['inactive', 'deactivated'],
      ['not-installed', 'none installed with the app'],
      ['by-title', 'not installed with the app, kept by its title'],
    ] as const
  ).map(([macros, says]): Draft => ({
    id: `macro_${macros.replace('-', '_')}`,
    shows: `Macro: ${says}`,
    requester: { name: `Mac ${macros.replace('-', ' ')}`, email: `macro.${macros}@example.com` },
    account: { confirmed_at: null },
    mails: [portalReset(4)],
    macros,
    expected: settled('unconfirmed', { confirmed: 'no', portal_reset: 'sent' }),
  })),
];

function message(from: MessageSeed['from'], text: string, hoursAgo: number, isPublic = true) {
  return { from, text, hoursAgo, public: isPublic };
}
