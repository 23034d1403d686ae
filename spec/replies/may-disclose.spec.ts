import fc from 'fast-check';
import { mayDisclose, readersChanged, type Disclosure } from '../../src/replies/may-disclose';
import type { Copy, Identity, Readers } from '../../src/shared/reply';
import {
  agentInCopy,
  allReaders,
  identity,
  inCopy,
  methods,
  readers,
  type Method,
} from './some-readers';

const x = 'jane.doe@example.com';
const second = 'jane@example.net';
const third = 'jd@example.org';
const attacker = 'mal.ory@example.net';

const judge = (change: Partial<Readers>, address = x): Disclosure =>
  mayDisclose(address, readers(change));

/** How far it opens: a neutral reply only, a second press, the reply. */
const width = ({ kind }: Disclosure): number => ['closed', 'strangers', 'open'].indexOf(kind);

describe('one address and nobody else', () => {
  it.each(methods)('is open, verified by %s or not', (method) => {
    expect(judge({ identities: [identity(x, method)] })).toEqual({ kind: 'open' });
  });

  it.each([x.toUpperCase(), 'Jane.Doe@Example.com'])('is the same as %s', (spelling) => {
    expect(judge({ identities: [identity(spelling, 'none')] }, x)).toEqual({ kind: 'open' });
  });

  it.each([
    'jane.doe+1@example.com',
    'janedoe@example.com',
    'jane.doe@example.co',
    'jane.doe@example.com.',
    ' jane.doe@example.com',
    'jane.doe@example.com\u200b',
    'jane.doe@еxample.com',
    'JANE.DOE@EXAMPLE.COM\n',
    '\u212aane@example.com',
    '__proto__',
    'constructor',
    '',
  ])('is not the same as %j', (other) => {
    expect(judge({}, other)).toEqual({ kind: 'closed', why: { kind: 'not-theirs' } });
  });
});

describe('every channel', () => {
  // reference of the framework: ChannelName, the comment types, and what code in the wild meets besides.
  const mail = ['email', 'web'];
  const notMail = [
    'internal',
    'voice',
    'chat',
    'native_messaging',
    'line',
    'wechat',
    'sunshine_conversations_twitter_dm',
    'sunshine_conversations_facebook_messenger',
    'instagram_dm',
    'whatsapp',
    'whatapp',
    'any_channel',
    'twitter',
    'facebook',
    'api',
    'chat_transcript',
    'sms',
    'mobile_sdk',
    'facebookPrivateMessage',
    'facebookWallReply',
    'twitterDirectMessage',
    'twitterReply',
    'publicReply',
    'internalNote',
    'Email',
    'EMAIL',
    'email ',
    'web\u200b',
    'constructor',
    '__proto__',
    '',
  ];

  it.each(mail)('%s is mail', (channel) => {
    expect(judge({ channel })).toEqual({ kind: 'open' });
  });

  it.each(notMail)('%j is not, and closes it', (channel) => {
    expect(judge({ channel })).toEqual({ kind: 'closed', why: { kind: 'channel' } });
  });
});

describe('what is not known', () => {
  const organisation = { kind: 'organisation', id: 5, name: undefined, reads: true } as const;
  it.each([
    ['channel', { channel: undefined }],
    ['requester', { requester: undefined }],
    ['saved_requester', { savedRequester: undefined }],
    ['requester', { requester: { id: 1, address: undefined } }],
    ['identities', { identities: undefined }],
    ['identities', { identities: [] }],
    ['identities', { identities: [identity(second, 'full')] }],
    ['identities', { identities: [{ ...identity('+15550100', 'full'), type: 'phone_number' }] }],
    ['copies', { copies: undefined }],
    ['audiences', { audiences: undefined }],
    ['audiences', { audiences: [organisation, { ...organisation, id: 6, reads: undefined }] }],
  ] as const)('closes it: %s', (what, change) => {
    expect(judge(change)).toEqual({ kind: 'closed', why: { kind: 'unknown', what } });
  });

  it('says of a problem ticket what it is, and that alone', () => {
    expect(judge({ copies: undefined, isProblem: true })).toHaveProperty('why.kind', 'problem');
  });

  it('closes it where the ticket is saved with another requester, before anything else', () => {
    const why = { kind: 'closed', why: { kind: 'another-requester' } };
    expect(judge({ savedRequester: 2 })).toEqual(why);
    expect(judge({ savedRequester: 2, channel: 'chat', copies: undefined })).toEqual(why);
  });

  it('closes it while nobody has read them', () => {
    expect(mayDisclose(x, undefined)).toEqual({ kind: 'closed', why: { kind: 'pending' } });
  });
});

describe('a second address', () => {
  const owners: readonly Method[] = ['sso', 'embed', 'full'];
  const both = methods.flatMap((one) => methods.map((other) => [one, other] as const));

  it.each(both)('the one checked by %s, the other by %s', (one, other) => {
    const identities = [identity(x, one), identity(second, other)];
    const expected: Disclosure = !owners.includes(one)
      ? { kind: 'closed', why: { kind: 'unverified' } }
      : owners.includes(other)
        ? { kind: 'open' }
        : { kind: 'closed', why: { kind: 'others-unverified', addresses: [second] } };
    expect(judge({ identities })).toEqual(expected);
    expect(judge({ identities: [...identities].reverse() })).toEqual(expected);
  });

  it('is one by the way it looks, also where it is a way to sign in', () => {
    const google = { ...identity(second, undefined), type: 'google' };
    expect(judge({ identities: [identity(x, 'full'), google] })).toMatchObject({
      why: { kind: 'others-unverified' },
    });
    const phone = { ...identity('+15550100', 'none'), type: 'phone_number' };
    const handle = { ...identity('@jane', 'none'), type: 'twitter' };
    expect(judge({ identities: [identity(x, 'none'), phone, handle] })).toEqual({ kind: 'open' });
  });

  it.each<[string, Partial<Identity>]>([
    ['a method without the flag', { verified: undefined }],
    ['a method against the flag', { verified: false }],
    ['the flag alone', { verificationMethod: undefined }],
    ['capitals', { verificationMethod: 'FULL' }],
    ['white space', { verificationMethod: 'full ' }],
    ['a name of the language', { verificationMethod: 'constructor' }],
    ['a method from the future', { verificationMethod: 'carrier-pigeon' }],
  ])('is not proven by %s', (_, change) => {
    const proven = identity(x, 'full');
    const doubtful = { ...identity(second, 'full'), ...change };
    expect(judge({ identities: [proven, doubtful] }).kind).toBe('closed');
    expect(judge({ identities: [{ ...proven, ...change }, identity(second, 'full')] }).kind).toBe(
      'closed',
    );
  });

  it('listed twice is proven only if both are', () => {
    const identities = [identity(x, 'full'), identity(x.toUpperCase(), 'none')];
    expect(judge({ identities }).kind).toBe('open');
    expect(judge({ identities: [...identities, identity(second, 'full')] })).toEqual({
      kind: 'closed',
      why: { kind: 'unverified' },
    });
  });
});

/** Every list of up to three identities: which address, by which method, which of them the primary one. */
function everyProfile(): readonly (readonly Identity[])[] {
  const places = [x, second, third];
  const choices = places.map((value) => [
    undefined,
    ...methods.flatMap((method) =>
      [true, false].map((primary) => ({ ...identity(value, method), primary })),
    ),
  ]);
  const [first = [], ...others] = choices;
  return others
    .reduce<readonly (readonly (Identity | undefined)[])[]>(
      (lists, more) => lists.flatMap((list) => more.map((one) => [...list, one])),
      first.map((one) => [one]),
    )
    .map((list) => list.filter((one) => one !== undefined));
}

describe('every profile of up to three addresses', () => {
  const owners: readonly (string | undefined)[] = ['sso', 'embed', 'full'];
  const profiles = everyProfile();
  const copyLists: readonly (readonly Copy[])[] = [
    [],
    [agentInCopy],
    [inCopy(x)],
    [inCopy(second)],
    [inCopy(attacker)],
    [inCopy(undefined)],
    [agentInCopy, inCopy(third)],
  ];

  it('is judged by the rule as it is written', () => {
    const seen = { open: 0, strangers: 0, closed: 0 };
    const wrong: unknown[] = [];
    const asked = profiles.flatMap((identities) =>
      [x, second, third, attacker].map((checked) => ({ identities, checked })),
    );
    for (const { identities, checked } of asked) {
      const of = (address: string) => identities.filter(({ value }) => value === address);
      const proven = (address: string | undefined) =>
        address !== undefined &&
        of(address).length > 0 &&
        of(address).every(({ verificationMethod }) => owners.includes(verificationMethod));
      const mayRead = (address: string | undefined) =>
        address === checked || (proven(address) && proven(checked));

      for (const copies of copyLists) {
        for (const primary of [x, second]) {
          const judged = judge(
            { requester: { id: 1, address: primary }, identities, copies },
            checked,
          );
          seen[judged.kind] += 1;
          const isComplete = of(primary).length > 0;
          const isTheirs =
            of(checked).length > 0 && identities.every(({ value }) => mayRead(value));
          const strangers = copies.filter((copy) => !copy.isStaff && !mayRead(copy.address));
          const kind =
            !isComplete || !isTheirs ? 'closed' : strangers.length > 0 ? 'strangers' : 'open';
          const named = judged.kind === 'strangers' ? judged.people.length : 0;
          if (judged.kind !== kind || (kind === 'strangers' && named !== strangers.length)) {
            wrong.push({ identities, checked, copies, primary, judged });
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(profiles).toHaveLength(13 ** 3);
    // Of 13 × 13 × 13 profiles, four addresses checked, seven lists of copies and two primary addresses.
    expect(seen).toEqual({ open: 7704, strangers: 3552, closed: 111_776 });
  });
});

describe('in copy', () => {
  it.each([
    ['the address itself', [inCopy('JANE.doe@example.com')], 'open'],
    ['an agent', [agentInCopy], 'open'],
    ['a stranger', [inCopy(attacker)], 'strangers'],
    ['somebody without an address', [inCopy(undefined)], 'strangers'],
    ['an address of the requester that is not in the profile', [inCopy(second)], 'strangers'],
    ['a plus-address of the same', [inCopy('jane.doe+x@example.com')], 'strangers'],
  ] as const)('%s', (_, copies, kind) => {
    expect(judge({ copies })).toMatchObject({ kind });
  });

  it('the requester’s other address is the customer only where both are proven', () => {
    const copies = [inCopy(second)];
    const proven = [identity(x, 'full'), identity(second, 'sso')];
    expect(judge({ identities: proven, copies })).toEqual({ kind: 'open' });
    expect(judge({ identities: [identity(x, 'full'), identity(second, 'low')], copies }).kind).toBe(
      'closed',
    );
  });

  it('names strangers and audiences, the people first', () => {
    const audiences = [{ kind: 'organisation', id: 5, name: 'Example Org', reads: true }] as const;
    expect(judge({ copies: [inCopy(attacker)], audiences })).toEqual({
      kind: 'strangers',
      people: [{ kind: 'person', id: 31, name: 'Somebody', address: attacker }, ...audiences],
    });
  });

  it('the customer is asked about, and a stranger asks: closed', () => {
    const asking = { requester: { id: 1, address: attacker } };
    const identities = [identity(attacker, 'full')];
    expect(judge({ ...asking, identities, copies: [inCopy(x)] })).toEqual({
      kind: 'closed',
      why: { kind: 'not-theirs' },
    });
  });
});

describe('whatever the readers are', () => {
  it('no order of anything changes it', () => {
    fc.assert(
      fc.property(allReaders, fc.infiniteStream(fc.nat()), (one, numbers) => {
        const shuffled = <T>(list: readonly T[] | undefined) =>
          list
            ?.map((item) => ({ item, by: numbers.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ item }) => item);
        const other = {
          ...one,
          identities: shuffled(one.identities),
          copies: shuffled(one.copies),
          audiences: shuffled(one.audiences),
        };
        expect(width(mayDisclose(x, other))).toBe(width(mayDisclose(x, one)));
        expect(readersChanged(one, other)).toEqual([]);
      }),
    );
  });

  it('no capital of an address changes it', () => {
    fc.assert(
      fc.property(allReaders, (one) => {
        const loud = {
          ...one,
          identities: one.identities?.map((it) => ({ ...it, value: it.value.toUpperCase() })),
          copies: one.copies?.map((it) => ({ ...it, address: it.address?.toUpperCase() })),
        };
        expect(width(mayDisclose(x, loud))).toBe(width(mayDisclose(x, one)));
        expect(width(mayDisclose(x.toUpperCase(), one))).toBe(width(mayDisclose(x, one)));
      }),
    );
  });

  it('a missing field never opens it', () => {
    const parts = [
      'requester',
      'savedRequester',
      'identities',
      'copies',
      'audiences',
      'channel',
    ] as const;
    const fields = ['verified', 'verificationMethod'] as const;
    fc.assert(
      fc.property(
        allReaders,
        fc.constantFrom(...parts),
        fc.constantFrom(...fields),
        fc.nat(3),
        (one, part, field, at) => {
          const before = width(mayDisclose(x, one));
          expect(mayDisclose(x, { ...one, [part]: undefined }).kind).toBe('closed');
          const identities = one.identities?.map((it, index) =>
            index === at ? { ...it, [field]: undefined } : it,
          );
          expect(width(mayDisclose(x, { ...one, identities }))).toBeLessThanOrEqual(before);
          const copies = one.copies?.map((it, index) =>
            index === at ? { ...it, address: undefined } : it,
          );
          expect(width(mayDisclose(x, { ...one, copies }))).toBeLessThanOrEqual(before);
        },
      ),
    );
  });

  it('one reader more never opens it', () => {
    fc.assert(
      fc.property(allReaders, allReaders, (one, more) => {
        const before = width(mayDisclose(x, one));
        const also = <T>(list: readonly T[] | undefined, others: readonly T[] | undefined) =>
          list && [...list, ...(others ?? [])];
        expect(
          width(mayDisclose(x, { ...one, copies: also(one.copies, more.copies) })),
        ).toBeLessThanOrEqual(before);
        expect(
          width(mayDisclose(x, { ...one, audiences: also(one.audiences, more.audiences) })),
        ).toBeLessThanOrEqual(before);
        // The address itself is no further reader: that the profile holds it is what it takes.
        const holds = (identities: readonly Identity[] | undefined, address = '') =>
          identities?.some(({ value }) => value.toLowerCase() === address.toLowerCase()) ?? false;
        fc.pre(holds(one.identities, x) && holds(one.identities, one.requester?.address));
        expect(
          width(mayDisclose(x, { ...one, identities: also(one.identities, more.identities) })),
        ).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('hostile words open nothing and throw nothing', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', 'toString', '{{setting.x}}', `${x}\n`, `<${x}>`),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (channel, method, value, mailbox) => {
        expect(judge({ channel }).kind).toBe('closed');
        const doubtful = { ...identity(second, 'full'), verificationMethod: method };
        expect(judge({ identities: [identity(x, 'full'), doubtful] }).kind).toBe('closed');
        expect(judge({}, value).kind).toBe('closed');
        expect(judge({ copies: [inCopy(mailbox)] }).kind).toBe('strangers');
      }),
    );
  });
});
