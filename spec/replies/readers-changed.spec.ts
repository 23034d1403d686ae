import fc from 'fast-check';
import { mayDisclose, readersChanged } from '../../src/replies/may-disclose';
import type { Readers } from '../../src/shared/readers';
import { allReaders, identity, inCopy, readers } from './some-readers';

const x = 'jane.doe@example.com';
const second = 'jane@example.net';
const attacker = 'mal.ory@example.net';

describe('what has changed between two readings', () => {
  it.each<[string, Partial<Readers>, readonly string[]]>([
    ['nothing', {}, []],
    ['the ticket', { ticketId: 2 }, ['ticket']],
    ['the requester', { requester: { id: 2, address: x } }, ['requester']],
    ['the requester’s address', { requester: { id: 1, address: second } }, ['requester']],
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
    ['an audience', { audiences: [{ kind: 'partner', name: 'P' }] }, ['audiences']],
    ['several', { channel: 'chat', copies: [inCopy(x)] }, ['channel', 'copies']],
  ])('%s', (_, change, parts) => {
    expect(readersChanged(readers({}), readers(change))).toEqual(parts);
    expect(readersChanged(readers(change), readers({}))).toEqual(parts);
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
