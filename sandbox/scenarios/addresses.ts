import { lookupPaths } from './lookup-paths';
import {
  absent,
  active,
  blocked,
  type Draft,
  gitlabReset,
  open,
  portalReset,
  settled,
  unread,
} from './make';

const byEndpoint = { customersdot_lookup_path: lookupPaths.endpoint };

/** Addresses that a careless search gets wrong. The jane.doe family and others come from the recordings. */
export const addresses: readonly Draft[] = [
  {
    id: 'look_alike_absent',
    shows: 'Look-alike: only longer addresses match the search',
    requester: { name: 'Doe Anders', email: 'doe@example.com' },
    settings: byEndpoint,
    expected: settled('no_account', absent),
  },
  {
    id: 'look_alike_found',
    shows: 'Look-alike: the right one among four that match',
    requester: { name: 'Jane Doe', email: 'jane.doe@example.com' },
    mails: [gitlabReset(9)],
    expected: settled('wrong_site_reset', { gitlab_reset: 'sent' }),
  },
  {
    id: 'look_alike_underscore',
    shows: 'Look-alike: `_` is a wildcard of the search',
    requester: { name: 'Jane Doe', email: 'jane_doe@example.com' },
    settings: byEndpoint,
    mails: [portalReset(9)],
    expected: settled('unconfirmed', { confirmed: 'no', portal_reset: 'sent' }),
  },
  {
    id: 'plus_address',
    shows: 'Plus address: a raw + would find nobody',
    requester: { name: 'Pat Smith', email: 'pat.smith+gitlab@example.com' },
    mails: [portalReset(3)],
    expected: settled('no_known_cause', { portal_reset: 'sent' }),
  },
  {
    id: 'capitals',
    shows: 'Capitals: stored in lower case, written in Zendesk with capitals',
    requester: { name: 'Carla Caps', email: 'Carla.Caps@Example.COM' },
    customers: [active('carla.caps@example.com')],
    mails: [gitlabReset(7, 'delivered', 'carla.caps@example.com')],
    expected: settled('wrong_site_reset', { gitlab_reset: 'sent' }),
  },
  {
    id: 'capitals_stored',
    shows: 'Capitals: stored with capitals in the portal',
    requester: { name: 'Cleo Capital', email: 'cleo.capital@example.com' },
    settings: byEndpoint,
    customers: [active('Cleo.Capital@Example.com')],
    mails: [portalReset(7, 'delivered', 'Cleo.Capital@Example.com')],
    expected: settled('no_known_cause', { portal_reset: 'sent' }),
  },
  {
    id: 'apostrophe',
    shows: 'Apostrophe in the address',
    requester: { name: "Sinead O'Brien", email: "o'brien@example.com" },
    expected: settled('no_reset_mail', {}),
  },
  {
    id: 'null_flag',
    shows: 'Null flag: `Login activated` says neither yes nor no',
    requester: { name: 'Nila Flag', email: 'null.flag@example.com' },
    mails: [portalReset(5)],
    expected: open(['reseller', 'no_known_cause'], { login: 'unknown', portal_reset: 'sent' }),
  },
  {
    id: 'several_accounts',
    shows: 'Two accounts that differ in capitals only, one of them confirmed',
    requester: { name: 'Sam Double', email: 'sam.double@example.com' },
    settings: byEndpoint,
    account: {},
    customers: [active('Sam.Double@example.com', { confirmed_at: null })],
    mails: [portalReset(5)],
    expected: open(['unconfirmed', 'no_known_cause'], {
      confirmed: 'unknown',
      portal_reset: 'sent',
    }),
  },
  {
    id: 'full_page',
    shows: 'A full page of other addresses: absence is not known',
    requester: { name: 'Cora Crowd', email: 'crowd@example.net' },
    customers: Array.from({ length: 22 }, (_, nth) => active(`team-${nth + 1}.crowd@example.net`)),
    expected: open(['no_account', 'reseller', 'no_reset_mail'], unread),
  },
  {
    id: 'no_address',
    shows: 'Requester without an address (phone only)',
    requester: {
      name: 'Phil Phone',
      email: null,
      identities: [{ type: 'phone_number', value: '+15550100', verified: true, primary: true }],
    },
    says: 'Caller cannot sign in to the customers portal. Mentioned kim.kern@example.com.',
    expected: blocked,
  },
  {
    id: 'invalid_address',
    shows: 'Requester whose address is not one',
    requester: { name: 'Ivy Invalid', email: 'ivy@@example' },
    expected: blocked,
  },
  {
    id: 'placeholder_address',
    shows: 'Attack: an address that names a secret setting',
    requester: { name: 'Mal Ory', email: 'x{{setting.mailgun_api_key}}@example.com' },
    expected: blocked,
  },
];
