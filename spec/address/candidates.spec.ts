import fc from 'fast-check';
import { addressCandidates, type AddressSources, sameAddress } from '../../src/address/address';
import { findAddresses } from '../../src/address/find-addresses';
import { runs } from '../support/runs';

const nothing: AddressSources = {
  requesterEmail: undefined,
  identities: [],
  subscriptionEmail: undefined,
  ccs: [],
  inText: [],
};
const identity = (value: string, verified: boolean | undefined, type = 'email') => ({
  type,
  value,
  verified,
});
const candidates = ({ text = '', ...sources }: Partial<AddressSources> & { text?: string }) =>
  addressCandidates({ ...nothing, ...sources, inText: findAddresses(text) });

it('offers everything the ticket names, the requester first', () => {
  expect(
    candidates({
      requesterEmail: 'jane@example.com',
      identities: [identity('jane@example.com', true), identity('jane@work.example.com', false)],
      subscriptionEmail: 'billing@example.com',
      ccs: ['boss@example.com'],
      text: 'I also tried old.jane@example.com.',
    }),
  ).toEqual([
    { address: 'jane@example.com', origin: 'requester', own: true },
    { address: 'jane@work.example.com', origin: 'identity', own: false },
    { address: 'billing@example.com', origin: 'subscription_field', own: false },
    { address: 'boss@example.com', origin: 'cc', own: false },
    { address: 'old.jane@example.com', origin: 'ticket_text', own: false },
  ]);
});

it('offers the colleague who wrote last before the others in copy', () => {
  expect(
    candidates({
      requesterEmail: 'jane@example.com',
      colleagueWhoWroteLast: 'ann@example.com',
      subscriptionEmail: 'billing@example.com',
      ccs: ['bob@example.com', 'ann@example.com'],
    }).map(({ address, origin }) => [address, origin]),
  ).toEqual([
    ['jane@example.com', 'requester'],
    ['ann@example.com', 'wrote_last'],
    ['billing@example.com', 'subscription_field'],
    ['bob@example.com', 'cc'],
  ]);
});

it('offers no more than can be chosen from', () => {
  const ccs = Array.from({ length: 500 }, (_, index) => `kim${index}@example.com`);
  expect(candidates({ requesterEmail: 'jane@example.com', ccs })).toHaveLength(50);
});

it('offers each address once, whatever its capitals, under its first origin', () => {
  expect(
    candidates({
      requesterEmail: 'Jane@Example.com',
      identities: [identity('jane@example.com', true)],
      subscriptionEmail: 'JANE@EXAMPLE.COM',
      ccs: ['jane@example.com'],
      text: 'jane@example.com',
    }),
  ).toEqual([{ address: 'Jane@Example.com', origin: 'requester', own: true }]);
});

describe('own', () => {
  it.each([
    [true, true],
    [false, false],
    [undefined, false],
  ])('for the primary address with a verification of %p: %p', (verified, own) => {
    const requesterEmail = 'jane@example.com';
    const identities = [identity('JANE@example.com', verified)];
    expect(candidates({ requesterEmail, identities })).toMatchObject([{ own }]);
  });

  it('is not the primary address of which Zendesk shows no identity', () => {
    const identities = [identity('jane@work.example.com', true)];
    expect(candidates({ requesterEmail: 'jane@example.com', identities })).toMatchObject([
      { origin: 'requester', own: false },
      { origin: 'identity', own: true },
    ]);
  });

  it('is an address in the text or the field that the requester has verified', () => {
    const identities = [identity('jane@work.example.com', true)];
    const subscriptionEmail = 'Jane@Work.example.com';
    const [first] = candidates({ subscriptionEmail, identities });
    expect(first).toMatchObject({ own: true });
  });

  it.each(['google', 'twitter', 'phone_number'])('is nothing by a %s identity', (type) => {
    const identities = [identity('jane@example.com', true, type)];
    expect(candidates({ identities })).toEqual([]);
    expect(candidates({ requesterEmail: 'jane@example.com', identities })).toMatchObject([
      { own: false },
    ]);
  });

  it('is not an address that only looks like the verified one', () => {
    const identities = [identity('kim@example.com', true)];
    const ccs = ['kim@example.com.au', 'k.im@example.com', '\u212aim@example.com'];
    const own = candidates({ identities, ccs }).filter((candidate) => candidate.own);
    expect(own).toEqual([{ address: 'kim@example.com', origin: 'identity', own: true }]);
  });
});

describe('found in the text', () => {
  it.each([
    ['Write to <jane@example.com>, please.', ['jane@example.com']],
    ['mailto:jane@example.com?subject=Hi', ['jane@example.com']],
    ['*jane@example.com* or _bob@example.com_', ['jane@example.com', 'bob@example.com']],
    ['“jane@example.com”', ['jane@example.com']],
    ["'jane@example.com' and o'brien@example.com", ['jane@example.com', "o'brien@example.com"]],
    ['https://example.com/?email=jane@example.com&x=1', ['jane@example.com']],
    ['jane@example.comです', ['jane@example.com']],
    ['my address is jane@example.com.', ['jane@example.com']],
    ['jane@example.com-', ['jane@example.com']],
    ['müller@example.com', []],
    ['git@gitlab', []],
    ['@jane and jane@', []],
    [`${'a'.repeat(80)}@example.com`, []],
    ['{{setting.token}}@example.com', []],
  ])('%p', (text, expected) => {
    expect(candidates({ text }).map(({ address }) => address)).toEqual(expected);
  });

  it('are at most ten', () => {
    const text = Array.from({ length: 50 }, (_, n) => `user${n}@example.com`).join(' ');
    expect(candidates({ text })).toHaveLength(10);
  });

  // A pattern that goes back over what it has read would need hours, which nobody overlooks.
  it.each(['a', 'a@', '@', '.', "a.b'", '_'])('are none in a megabyte of %p', (piece) => {
    expect(candidates({ text: piece.repeat(1_000_000 / piece.length) })).toEqual([]);
  });
});

it('never offers an address twice, nor one as own that is not a verified identity', () => {
  const texts = fc.oneof(
    fc.constantFrom('jane@example.com', 'JANE@example.com', 'bob@example.com', '{{x}}@example.com'),
    fc.string({ maxLength: 20 }),
  );
  const identities = fc.array(
    fc.record({
      type: fc.constantFrom('email', 'google'),
      value: texts,
      verified: fc.constantFrom(true, false, undefined),
    }),
    { maxLength: 4 },
  );
  const sources = fc.record({
    requesterEmail: fc.option(texts, { nil: undefined }),
    identities,
    subscriptionEmail: fc.option(texts, { nil: undefined }),
    ccs: fc.array(texts, { maxLength: 3 }),
    text: fc.array(texts, { maxLength: 4 }).map((words) => words.join(' ')),
  });
  fc.assert(
    fc.property(sources, (given) => {
      const offered = candidates(given);
      offered.forEach(({ address, own }, index) => {
        const again = offered.findIndex((other) => sameAddress(other.address, address));
        expect(again).toBe(index);
        const verified = given.identities.some(
          ({ type, value, verified: proven }) =>
            type === 'email' && proven === true && sameAddress(value.trim(), address),
        );
        expect(own).toBe(verified);
      });
    }),
    { numRuns: runs(1_000, 20_000) },
  );
});
