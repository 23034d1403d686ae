import fc from 'fast-check';
import { mayDisclose, readersChanged } from '../../src/replies/may-disclose';
import type { Readers } from '../../src/shared/reply';
import { allReaders, identity, inCopy, readers } from './some-readers';

const x = 'jane.doe@example.com';
const second = 'jane@example.net';
const attacker = 'mal.ory@example.net';
const partner = { kind: 'partner', id: 7, name: undefined, reads: true } as const;

describe('what has changed between two readings', () => {
  it.each<[string, Partial<Readers>, readonly string[]]>([
    ['nothing', {}, []],
    ['the ticket', { ticketId: 2 }, ['ticket']],
    ['the requester', { requester: { id: 2, address: x } }, ['requester']],
    ['the requester’s address', { requester: { id: 1, address: second } }, ['requester']],
    ['whom it is saved with', { savedRequester: 2 }, ['saved_requester']],
    ['whom it is saved with, unknown', { savedRequester: undefined }, ['saved_requester']],
    ['the channel', { channel: 'whatsapp' }, ['channel']],
    ['a channel nobody names any more', { channel: undefined }, ['channel']],
    [
      'an address more',
      { identities: [identity(x, 'full'), identity(second, 'none')] },
      ['identities'],
    ],
    ['how it was verified', { identities: [identity(x, 'low')] }, ['identities']],
    ['identities that cannot be read', { identities: undefined }, ['identities']],
    [
      'where it is delivered to',
      { identities: [{ ...identity(x, 'full'), deliverableState: 'undeliverable' }] },
      ['identities'],
    ],
    ['somebody in copy', { copies: [inCopy(attacker)] }, ['copies']],
    ['copies that cannot be read', { copies: undefined }, ['copies']],
    ['an audience', { audiences: [partner] }, ['audiences']],
    ['several', { channel: 'chat', copies: [inCopy(x)] }, ['channel', 'copies']],
  ])('%s', (_, change, parts) => {
    expect(readersChanged(readers({}), readers(change))).toEqual(parts);
    expect(readersChanged(readers(change), readers({}))).toEqual(parts);
  });

  it.each<[string, Partial<Readers>, Partial<Readers>, readonly string[]]>([
    ['one person for another', { copies: [inCopy(x)] }, { copies: [inCopy(attacker)] }, ['copies']],
    [
      'another of the same address',
      { copies: [{ ...inCopy(x), id: 7 }] },
      { copies: [{ ...inCopy(x), id: 8 }] },
      ['copies'],
    ],
    [
      'another saved requester for another',
      { savedRequester: 2 },
      { savedRequester: 3 },
      ['saved_requester'],
    ],
    [
      'somebody without a name for somebody else without one',
      { copies: [{ ...inCopy(undefined), name: undefined, id: 7 }] },
      { copies: [{ ...inCopy(undefined), name: undefined, id: 8 }] },
      ['copies'],
    ],
    [
      'an organisation that may read for one that does',
      { audiences: [{ ...partner, kind: 'organisation', reads: undefined }] },
      { audiences: [{ ...partner, kind: 'organisation' }] },
      ['audiences'],
    ],
    [
      'who is staff no more',
      { copies: [{ ...inCopy(x), isStaff: true }] },
      { copies: [{ ...inCopy(x), isStaff: false }] },
      ['copies'],
    ],
    [
      'one partner without a name for another',
      { audiences: [partner] },
      { audiences: [{ ...partner, id: 8 }] },
      ['audiences'],
    ],
    [
      'an organisation for a partner',
      { audiences: [partner] },
      { audiences: [{ ...partner, kind: 'organisation' }] },
      ['audiences'],
    ],
  ])('%s, at the same number', (_, before, after, parts) => {
    expect(readersChanged(readers(before), readers(after))).toEqual(parts);
  });

  it('is not a name alone', () => {
    const named = (name: string) => readers({ copies: [{ ...inCopy(attacker), name }] });
    expect(readersChanged(named('A'), named('B'))).toEqual([]);
  });

  it('is nothing only where the gate says the same', () => {
    fc.assert(
      fc.property(allReaders, allReaders, (one, other) => {
        expect(readersChanged(one, one)).toEqual([]);
        fc.pre(mayDisclose(x, one).kind !== mayDisclose(x, other).kind);
        expect(readersChanged(one, other)).not.toEqual([]);
      }),
    );
  });
});
