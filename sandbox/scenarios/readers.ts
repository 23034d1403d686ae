import { active, type Draft, settled, user } from './make';

/** All of them are customers of a reseller: what a stranger must not learn. */
const account = { login_activated: false };
const told = settled('reseller', { login: 'off' });
const neutral = settled('reseller', { login: 'off' }, 'verify_ownership');

/** Who would read the reply. */
export const readers: readonly Draft[] = [
  {
    id: 'not_verified',
    shows: 'Readers: one address that nobody verified; the reply goes to it and nowhere else',
    requester: { name: 'Vic Verify', email: 'vic.verify@example.com', verified: false },
    account,
    expected: told,
  },
  {
    id: 'second_address_unverified',
    shows: 'Attack: a second address that nobody verified would get the reply too',
    requester: {
      name: 'Una Proven',
      email: 'una.proven@example.com',
      identities: [
        { type: 'email', value: 'una.added@example.net', verified: false, primary: false },
      ],
    },
    account,
    expected: neutral,
  },
  {
    id: 'primary_unverified',
    shows: 'Attack: the primary address is not verified, the second one is',
    requester: {
      name: 'Prim Ary',
      email: 'prim.ary@example.com',
      verified: false,
      identities: [
        { type: 'email', value: 'prim.second@example.net', verified: true, primary: false },
      ],
    },
    account,
    customers: [active('prim.second@example.net', account)],
    expected: neutral,
  },
  {
    id: 'verified_by_agent',
    shows: 'Attack: a second address that an agent marked as verified',
    requester: {
      name: 'Lou Low',
      email: 'lou.low@example.com',
      identities: [
        {
          type: 'email',
          value: 'lou.added@example.net',
          verified: true,
          verificationMethod: 'low',
          primary: false,
        },
      ],
    },
    account,
    expected: neutral,
  },
  {
    id: 'forged_sender',
    shows: 'Attack: a forged sender, and the attacker in copy',
    requester: { name: 'Faye Forged', email: 'faye.forged@example.com', verified: false },
    says: 'I cannot sign in to the customers portal. Please keep my colleague in copy.',
    account,
    ticket: { ccs: [user({ name: 'Mal Ory', email: 'mal.ory@example.net' }, 8200)] },
    expected: told,
  },
  {
    id: 'copy_is_customer',
    shows: 'Readers: in copy are the customer’s other address and a colleague of yours',
    requester: {
      name: 'Cora Copy',
      email: 'cora.copy@example.com',
      identities: [{ type: 'email', value: 'cora@example.net', verified: true, primary: false }],
    },
    account,
    ticket: {
      ccs: [
        user({ name: 'Cora Copy', email: 'cora@example.net' }, 8210),
        user({ name: 'Sam Staff', email: 'sam.staff@example.org', role: 'agent' }, 8211),
      ],
    },
    expected: told,
  },
  {
    id: 'shared_organisation',
    shows: 'Readers: everybody in the organisation reads its tickets',
    requester: { name: 'Orla Org', email: 'orla.org@example.com' },
    account,
    ticket: { organisation: { id: 8300, name: 'Example Org', sharedTickets: true } },
    expected: told,
  },
  {
    id: 'messaging',
    shows: 'Readers: a chat, where no address says who reads',
    requester: { name: 'Chad Chat', email: 'chad.chat@example.com' },
    account,
    ticket: { channel: 'native_messaging' },
    expected: neutral,
  },
  {
    id: 'public_wall',
    shows: 'Readers: a public wall',
    requester: { name: 'Wally Wall', email: 'wally.wall@example.com' },
    account,
    ticket: { channel: 'facebook' },
    expected: neutral,
  },
];
