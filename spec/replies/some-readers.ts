import fc from 'fast-check';
import type { Copy, Identity, Readers } from '../../src/shared/reply';

export const methods = [undefined, 'none', 'low', 'sso', 'embed', 'full'] as const;
export type Method = (typeof methods)[number];

/** As Zendesk would have it: `verified` follows from the method. */
export const identity = (value: string, method: Method): Identity => ({
  type: 'email',
  value,
  verified: method === undefined ? true : method !== 'none',
  verificationMethod: method,
  primary: false,
  deliverableState: 'deliverable',
});

const theirs = ['jane.doe@example.com', 'jane@example.net', 'jd@example.org'];

/** The requester, where it is one of the requester's addresses; else somebody else. */
export const inCopy = (address: string | undefined): Copy => ({
  id: theirs.includes((address ?? '').trim().toLowerCase()) ? 1 : 31,
  name: 'Somebody',
  address,
  isStaff: false,
});

export const agentInCopy: Copy = {
  id: 7,
  name: 'Agent',
  address: 'agent@example.org',
  isStaff: true,
};

/** A customer who wrote in from a verified address, by mail, and nobody else. */
export const readers = (change: Partial<Readers> = {}): Readers => ({
  ticketId: 1,
  requester: { id: 1, address: 'jane.doe@example.com' },
  savedRequester: 1,
  identities: [identity('jane.doe@example.com', 'full')],
  copies: [],
  audiences: [],
  channel: 'email',
  ...change,
});

const address = fc.constantFrom(
  'jane.doe@example.com',
  'jane.doe@example.com',
  'Jane.Doe@example.com',
  'jane@example.net',
  'mal.ory@example.net',
);

const someIdentity: fc.Arbitrary<Identity> = fc.record({
  type: fc.constantFrom('email', 'email', 'email', 'google', 'phone_number'),
  value: address,
  verified: fc.constantFrom(true, true, true, false, undefined),
  verificationMethod: fc.constantFrom('full', 'full', 'sso', 'embed', 'low', 'none', undefined),
  primary: fc.boolean(),
  deliverableState: fc.constantFrom('deliverable', 'undeliverable', undefined),
});

const someCopy: fc.Arbitrary<Copy> = fc.record({
  id: fc.option(fc.nat(), { nil: undefined }),
  name: fc.option(fc.string(), { nil: undefined }),
  address: fc.option(address, { nil: undefined }),
  isStaff: fc.boolean(),
});

/** Mostly well known, so that all three answers come up. */
export const allReaders: fc.Arbitrary<Readers> = fc.record({
  ticketId: fc.constantFrom(1, 2, undefined),
  requester: fc.record({
    id: fc.constantFrom(1, 2),
    address: fc.constantFrom('jane.doe@example.com', 'jane@example.net', undefined),
  }),
  savedRequester: fc.constantFrom(1, 1, 1, 2, undefined),
  identities: fc.option(fc.array(someIdentity, { maxLength: 3 }), { nil: undefined, freq: 20 }),
  copies: fc.option(fc.array(someCopy, { maxLength: 2 }), { nil: undefined, freq: 20 }),
  audiences: fc.option(
    fc.array(
      fc.record({
        kind: fc.constantFrom('organisation' as const, 'partner' as const),
        id: fc.constantFrom(1, 2),
        name: fc.option(fc.string(), { nil: undefined }),
        reads: fc.constantFrom(true as const, true as const, undefined),
      }),
      { maxLength: 1 },
    ),
    { nil: undefined, freq: 20 },
  ),
  channel: fc.constantFrom('email', 'web', 'email', 'web', 'whatsapp', undefined),
});
