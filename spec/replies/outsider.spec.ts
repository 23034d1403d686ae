import { mayDisclose } from '../../src/replies/may-disclose';
import type { Readers } from '../../src/shared/reply';
import { identity, inCopy, readers } from './some-readers';

/** What somebody who controls a mailbox, a name or a profile may try to pass for the customer with. */

const x = 'jane.doe@example.com';

/** Seen by a person they are the address; by a mail server they are others. */
const lookAlikes = [
  'jane.doe+x@example.com',
  'janedoe@example.com',
  'jane.doe@example.com.',
  'jane.doe@example.com.evil.example',
  ' jane.doe@example.com',
  'jane.doe@example.com\u200b',
  'jane.doe@example.com\u0000',
  'jane.doe@ｅxample.com',
  'jаne.doe@example.com',
  'jane.doe@exam\u2060ple.com',
  'jane.doe@xn--exmple-cua.com',
  'jane.doe@exämple.com',
  '"jane.doe"@example.com',
  'jane.doe@example.com, mal@example.net',
  'mailto:jane.doe@example.com',
  'Jane <jane.doe@example.com>',
  'ﬀjane.doe@example.com',
];

describe.each(lookAlikes)('%j', (value) => {
  it('as a second address is another one', () => {
    const identities = [identity(x, 'none'), identity(value, 'none')];
    expect(mayDisclose(x, readers({ identities })).kind).toBe('closed');
  });

  it('as the only address is not the one checked', () => {
    const identities = [identity(value, 'full')];
    const requester = { id: 1, address: value };
    expect(mayDisclose(x, readers({ identities, requester })).kind).toBe('closed');
  });

  it('in copy is a stranger', () => {
    expect(mayDisclose(x, readers({ copies: [inCopy(value)] })).kind).toBe('strangers');
  });
});

it.each(['\u212a', 'ſ', 'İ'])(
  'a letter that becomes ASCII in small letters (%s) stays another',
  (letter) => {
    const checked = 'kis@example.com';
    const value = `${letter}is@example.com`;
    const identities = [identity(checked, 'none'), identity(value, 'none')];
    const requester = { id: 1, address: checked };
    expect(mayDisclose(checked, readers({ identities, requester })).kind).toBe('closed');
  },
);

it.each(['FULL', 'Sso', 'full ', 'full\u0000', 'verified', 'true', 'constructor', '__proto__'])(
  'a method called %j proves nothing',
  (method) => {
    const identities = [
      { ...identity(x, 'full'), verificationMethod: method },
      identity('second@example.net', 'full'),
    ];
    expect(mayDisclose(x, readers({ identities })).kind).toBe('closed');
  },
);

it.each<[string, Partial<Readers>]>([
  ['a mail channel in capitals', { channel: 'EMAIL' }],
  ['a mail channel with more behind it', { channel: 'email ' }],
  ['a property of every object', { channel: 'constructor' }],
  ['no identity at all', { identities: [] }],
  [
    'a profile without the primary address',
    { identities: [identity('second@example.net', 'full')] },
  ],
  ['a primary address of nobody', { requester: { id: 1, address: '' } }],
])('%s closes it', (_, change) => {
  expect(mayDisclose(x, readers(change)).kind).toBe('closed');
});

it('a Google account with another address signs in as the requester', () => {
  const google = { ...identity('mal@example.net', 'none'), type: 'google' };
  expect(mayDisclose(x, readers({ identities: [identity(x, 'full'), google] })).kind).toBe(
    'closed',
  );
});

it.each([' mal@example.net', 'Mal <mal@example.net>', '"mal x"@example.net', 'mal＠example.net'])(
  'an identity of another kind that holds an address, %j, is one',
  (value) => {
    const google = { ...identity(value, 'none'), type: 'google' };
    expect(mayDisclose(x, readers({ identities: [identity(x, 'full'), google] })).kind).toBe(
      'closed',
    );
  },
);

it('an identity called EMAIL is a mail address, whatever it looks like', () => {
  const other = { ...identity('mal', 'none'), type: 'EMAIL' };
  expect(mayDisclose(x, readers({ identities: [identity(x, 'full'), other] })).kind).toBe('closed');
});

it.each([
  ['google', '108000000000000000000'],
  ['google', 'jane'],
  ['microsoft', 'jane_example.com#EXT#'],
  ['foreign', '42'],
  ['Phone_number', '+15550100'],
  ['phone_number ', '+15550100'],
  ['constructor', '1'],
  ['', '1'],
  ['phone_number', 'jane@example.net'],
  ['phone_number', 'jane\uFF20example.net'],
  ['twitter', 'jane\uFE6Bexample.net'],
  ['facebook', 'jane\uFE6B'],
  ['sdk', '@jane@example.net'],
])(
  'an identity of type %j with %j is an address too: nothing says that it is none',
  (type, value) => {
    const other = { ...identity(value, undefined), type };
    expect(mayDisclose(x, readers({ identities: [identity(x, 'full'), other] }))).toMatchObject({
      kind: 'closed',
      why: { kind: 'others-unverified', addresses: [value] },
    });
    expect(mayDisclose(x, readers({ identities: [identity(x, 'none'), other] })).kind).toBe(
      'closed',
    );
  },
);

it.each([
  ['phone_number', '+15550100'],
  ['agent_forwarding', '+15550100'],
  ['twitter', '@jane'],
  ['twitter', ' \uFF20jane '],
  ['facebook', '100000000000000'],
  ['any_channel', 'shop-42'],
  ['sdk', '6f9619ff-8b86-d011-b42d-00c04fc964ff'],
  ['messaging', '64b5e0'],
])('an identity of type %s with %j is none', (type, value) => {
  const other = { ...identity(value, undefined), type };
  expect(mayDisclose(x, readers({ identities: [identity(x, 'none'), other] }))).toEqual({
    kind: 'open',
  });
});

it.each([x, 'jane@example.net'])(
  'somebody with another number is a stranger, also with %s',
  (address) => {
    const identities = [identity(x, 'full'), identity('jane@example.net', 'sso')];
    const copies = [{ ...inCopy(address), id: 31 }];
    expect(mayDisclose(x, readers({ identities, copies }))).toMatchObject({
      kind: 'strangers',
      people: [{ id: 31, address }],
    });
  },
);
