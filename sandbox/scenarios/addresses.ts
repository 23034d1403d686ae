import { lookupPaths } from './lookup-paths';
import { active, fine, gitlabReset, portalReset, settled, type Ago, type Draft } from './make';

const absent = { account: 'absent', login: 'unknown', confirmed: 'unknown' } as const;

/** Addresses that a careless search gets wrong. The jane.doe family and others come from the recordings. */
export const addresses = (ago: Ago): readonly Draft[] => [
  {
    id: 'look_alike_absent',
    shows: 'Look-alike: only longer addresses match the search',
    requester: { name: 'Doe Anders', email: 'doe@example.com' },
    settings: { customersdot_lookup_path: lookupPaths.endpoint },
    expected: settled(
      'no_account',
      { ...absent, portal_reset: 'none', gitlab_reset: 'none' },
      'no_account',
    ),
  },
  {
    id: 'look_alike_found',
    shows: 'Look-alike: the right one among four that match',
    requester: { name: 'Jane Doe', email: 'jane.doe@example.com' },
    mails: [gitlabReset('jane.doe@example.com', ago(9))],
    expected: settled(
      'wrong_site_reset',
      { ...fine, portal_reset: 'none', gitlab_reset: 'sent' },
      'wrong_site_reset',
    ),
  },
  {
    id: 'look_alike_underscore',
    shows: 'Look-alike: `_` is a wildcard of the search',
    requester: { name: 'Jane Doe', email: 'jane_doe@example.com' },
    settings: { customersdot_lookup_path: lookupPaths.endpoint },
    mails: [portalReset('jane_doe@example.com', ago(9))],
    expected: settled(
      'unconfirmed',
      { ...fine, confirmed: 'no', portal_reset: 'sent', gitlab_reset: 'none' },
      'unconfirmed',
    ),
  },
  {
    id: 'plus_address',
    shows: 'Plus address: a raw + would find nobody',
    requester: { name: 'Pat Smith', email: 'pat.smith+gitlab@example.com' },
    mails: [portalReset('pat.smith+gitlab@example.com', ago(3))],
    expected: settled(
      'no_known_cause',
      { ...fine, portal_reset: 'sent', gitlab_reset: 'none' },
      'no_known_cause',
    ),
  },
  {
    id: 'capitals',
    shows: 'Capitals: stored in lower case, written in Zendesk with capitals',
    requester: { name: 'Carla Caps', email: 'Carla.Caps@Example.COM' },
    customers: [active('carla.caps@example.com')],
    mails: [gitlabReset('carla.caps@example.com', ago(7))],
    expected: settled(
      'wrong_site_reset',
      { ...fine, portal_reset: 'none', gitlab_reset: 'sent' },
      'wrong_site_reset',
    ),
  },
  {
    id: 'capitals_stored',
    shows: 'Capitals: stored with capitals in the portal',
    requester: { name: 'Cleo Capital', email: 'cleo.capital@example.com' },
    settings: { customersdot_lookup_path: lookupPaths.endpoint },
    customers: [active('Cleo.Capital@Example.com')],
    mails: [portalReset('Cleo.Capital@Example.com', ago(7))],
    expected: settled(
      'no_known_cause',
      { ...fine, portal_reset: 'sent', gitlab_reset: 'none' },
      'no_known_cause',
    ),
  },
  {
    id: 'apostrophe',
    shows: 'Apostrophe in the address',
    requester: { name: "Sinead O'Brien", email: "o'brien@example.com" },
    expected: settled(
      'no_reset_mail',
      { ...fine, portal_reset: 'none', gitlab_reset: 'none' },
      'no_reset_mail',
    ),
  },
  {
    id: 'null_flag',
    shows: 'Null flag: `Login activated` says neither yes nor no',
    requester: { name: 'Nila Flag', email: 'null.flag@example.com' },
    mails: [portalReset('null.flag@example.com', ago(5))],
    expected: {
      verdict: 'open',
      possible: ['reseller', 'no_known_cause'],
      checks: { ...fine, login: 'unknown', portal_reset: 'sent', gitlab_reset: 'none' },
      replies: [],
    },
  },
  {
    id: 'several_accounts',
    shows: 'Two accounts that differ in capitals only, one of them confirmed',
    requester: { name: 'Sam Double', email: 'sam.double@example.com' },
    settings: { customersdot_lookup_path: lookupPaths.endpoint },
    customers: [
      active('sam.double@example.com'),
      active('Sam.Double@example.com', { confirmed_at: null }),
    ],
    mails: [portalReset('sam.double@example.com', ago(5))],
    expected: {
      verdict: 'open',
      possible: ['unconfirmed', 'no_known_cause'],
      checks: { ...fine, confirmed: 'unknown', portal_reset: 'sent', gitlab_reset: 'none' },
      replies: [],
    },
  },
  {
    id: 'full_page',
    shows: 'A full page of other addresses: absence is not known',
    requester: { name: 'Cora Crowd', email: 'crowd@example.net' },
    customers: Array.from({ length: 22 }, (_, nth) => active(`team-${nth + 1}.crowd@example.net`)),
    expected: {
      verdict: 'open',
      possible: ['no_account', 'reseller', 'no_reset_mail'],
      checks: {
        account: 'unknown',
        login: 'unknown',
        confirmed: 'unknown',
        portal_reset: 'none',
        gitlab_reset: 'none',
      },
      replies: [],
    },
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
    expected: { verdict: 'blocked', checks: {}, replies: [] },
  },
  {
    id: 'invalid_address',
    shows: 'Requester whose address is not one',
    requester: { name: 'Ivy Invalid', email: 'ivy@@example' },
    expected: { verdict: 'blocked', checks: {}, replies: [] },
  },
  {
    id: 'placeholder_address',
    shows: 'Attack: an address that names a secret setting',
    requester: { name: 'Mal Ory', email: 'x{{setting.mailgun_api_key}}@example.com' },
    expected: { verdict: 'blocked', checks: {}, replies: [] },
  },
];
