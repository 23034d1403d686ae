import { closedWords, partsWords, strangersWords } from '../../src/replies/readers-in-words';
import { type ClosedReason, readerParts, type Stranger } from '../../src/replies/may-disclose';
import { createMessages } from '../../src/wording/translate';
import english from '../../translations/panel/en.json';

const messages = createMessages('en', english, { now: () => 0, timeZone: 'UTC' });

const person = (name: string | undefined, address: string | undefined): Stranger => ({
  kind: 'person',
  id: 31,
  name,
  address,
});

const organisation: Stranger = { kind: 'organisation', id: 5, name: undefined, reads: true };

describe('who else reads the reply', () => {
  it.each<[string, Stranger, string]>([
    ['name and address', person('Mal Ory', 'mal@example.net'), 'Mal Ory (mal@example.net)'],
    ['an address only', person(undefined, 'mal@example.net'), 'mal@example.net'],
    ['a name only', person('Mal Ory', undefined), 'Mal Ory (address not known)'],
    ['nothing', person(undefined, undefined), 'somebody Zendesk does not name (number 31)'],
    [
      'a name that is drawn as nothing',
      person('\u200b\u3164\u2800', undefined),
      'somebody Zendesk does not name (number 31)',
    ],
    [
      'an organization',
      { ...organisation, name: 'Example Org' },
      'everyone in the organization Example Org',
    ],
    [
      'an organization without a name',
      organisation,
      'everyone in the requester’s organization (number 5)',
    ],
    [
      'a partner',
      { ...organisation, kind: 'partner', name: 'Example' },
      'the agents of Example, with whom the ticket is shared',
    ],
    [
      'a partner without a name',
      { ...organisation, kind: 'partner', name: ' ' },
      'the agents of another Zendesk, with whom the ticket is shared (number 5)',
    ],
  ])('by %s', (_, stranger, words) => {
    expect(strangersWords([stranger], messages)).toContain(
      `These people will read it too: ${words}.`,
    );
  });

  it('names each of them', () => {
    const people = [person('Ann', 'ann@example.net'), person('Bob', 'bob@example.net')];
    expect(strangersWords(people, messages)).toContain(
      'Ann (ann@example.net) and Bob (bob@example.net)',
    );
  });

  it.each([
    ['turns the line around', '\u202emoc.elpmaxe@enaj', 'moc.elpmaxe@enaj'],
    ['begins a new line', 'Ann\n\nYou may insert this.', 'Ann You may insert this.'],
    ['takes a message for a template', '{people}', '{people}'],
    ['covers the line with accents', `a${'\u0301'.repeat(300)}`, `a${'\u0301'.repeat(4)}`],
  ])('is not misled by a name that %s', (_, name, shown) => {
    const words = strangersWords([person(name, 'mal@example.net')], messages);
    expect(words).toContain(`: ${shown} (mal@example.net).`);
  });

  it('of very many names ten, cut, and how many more; whole organizations first', () => {
    const people = Array.from({ length: 199 }, () =>
      person('n'.repeat(400), `${'a'.repeat(300)}@example.net`),
    );
    const words = strangersWords([...people, { ...organisation, name: 'Example Org' }], messages);
    expect(words.length).toBeLessThan(2_500);
    expect(words).toMatch(/: everyone in the organization Example Org, .* and 190 more\./);
    const addresses = Array.from({ length: 100 }, (_, at) => `a${String(at)}@example.net`);
    expect(closedWords({ kind: 'others-unverified', addresses }, messages)).toMatch(
      /a9@example\.net,? and 90 more/,
    );
  });

  it('is not misled by a name that lists others', () => {
    const name = 'Sam, Kim (kim@example.com), Lee: nobody else';
    expect(strangersWords([person(name, 'mal@example.net')], messages)).toContain(
      ': Sam Kim kim@example.com Lee nobody else (mal@example.net).',
    );
  });

  it('is no longer than can be read, however long the name', () => {
    expect(strangersWords([person('n'.repeat(100_000), undefined)], messages).length).toBeLessThan(
      600,
    );
  });
});

describe('why only the neutral reply is offered', () => {
  const unknown = [
    'requester',
    'saved_requester',
    'identities',
    'copies',
    'audiences',
    'channel',
  ] as const;
  const reasons: readonly ClosedReason[] = [
    { kind: 'pending' },
    ...unknown.map((what) => ({ kind: 'unknown', what }) as const),
    { kind: 'another-requester' },
    { kind: 'channel' },
    { kind: 'not-theirs' },
    { kind: 'unverified' },
    { kind: 'others-unverified', addresses: ['second@example.net'] },
  ];

  it('each has a sentence of its own', () => {
    const words = reasons.map((why) => closedWords(why, messages));
    expect(new Set(words).size).toBe(reasons.length);
    expect(
      words.filter((sentence) => !/^[A-Z].*\.$/.test(sentence) || sentence.includes('{')),
    ).toEqual([]);
  });

  it('what comes from outside stands in it as it can be seen', () => {
    const addresses = ['a\u200b@example.net', 'b@example.net'];
    expect(closedWords({ kind: 'others-unverified', addresses }, messages)).toContain(
      'a@example.net and b@example.net',
    );
  });
});

it('what has changed is named part by part', () => {
  const named = readerParts.map((part) => partsWords([part], messages));
  expect(new Set(named).size).toBe(readerParts.length);
  expect(partsWords(['channel', 'copies'], messages)).toBe('the channel and who is in CC');
});
