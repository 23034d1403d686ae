import { exhaustive } from '../lib/exhaustive';
import type { Evidence, Lookup } from './evidence';
import type { Fact, Facts, FactValue } from './facts';
import { readAccount, readConfirmed, readLogin } from './read-account';
import { readGitlabReset, readPortalReset } from './read-resets';
import type { Reading } from './reading';

/** What the answers state, and nothing that they do not: whatever is left is unknown and says why. */
export function factsFromEvidence({ account, portalLog, gitlabLog, byHand }: Evidence): Facts {
  const found = orByHand(fact(account, readAccount), byHand.account);
  const absent = found.known && found.value === 'absent';
  return {
    account: found,
    login: absent ? ofNoAccount : orByHand(fact(account, readLogin), byHand.login),
    confirmed: absent ? ofNoAccount : orByHand(fact(account, readConfirmed), byHand.confirmed),
    portal_reset: orByHand(fact(portalLog, readPortalReset), byHand.portal_reset),
    gitlab_reset: orByHand(fact(gitlabLog, readGitlabReset), byHand.gitlab_reset),
  };
}

const ofNoAccount = { known: false, why: { kind: 'no-account' } } as const;

function fact<T, V extends FactValue>(lookup: Lookup<T>, read: (answer: T) => Reading<V>): Fact<V> {
  switch (lookup.state) {
    case 'not-asked':
    case 'pending':
      return { known: false, why: { kind: lookup.state } };
    case 'failed':
      return { known: false, why: { kind: 'failed', failure: lookup.failure } };
    case 'answered': {
      const reading = read(lookup.value);
      return 'why' in reading
        ? { known: false, ...reading }
        : { known: true, value: reading.value, by: 'lookup', at: lookup.at };
    }
    default:
      return exhaustive(lookup);
  }
}

/** The engineer's word fills a gap. It never stands against what a system said. */
function orByHand<V extends FactValue>(
  found: Fact<V>,
  hand: { readonly value: V; readonly at: number } | undefined,
): Fact<V> {
  if (found.known || !hand || found.among?.includes(hand.value) === false) return found;
  return { known: true, value: hand.value, by: 'hand', at: hand.at };
}
