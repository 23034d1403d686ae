import type { Address } from '../address/address';
import type { Evidence, Lookup } from '../diagnosis/evidence';
import { answersLeft } from '../diagnosis/completions';
import type { CheckId, FactValue } from '../diagnosis/facts';
import { newestReset } from '../diagnosis/newest-reset';
import { factsFromEvidence } from '../diagnosis/facts-from-evidence';
import type { Result } from '../lib/result';

/** The parts of the evidence that are looked up. */
export type LookupKey = 'account' | 'portalLog' | 'gitlabLog' | 'suppressions';

export function nothingKnown(address: Address): Evidence {
  return {
    address,
    account: { state: 'not-asked' },
    portalLog: { state: 'not-asked' },
    gitlabLog: { state: 'not-asked' },
    suppressions: { state: 'not-asked' },
    byHand: {},
  };
}

/** An answer stays on screen while it is asked for again; a failure makes way for the new attempt. */
export function asking<T>(before: Lookup<T>, now: number): Lookup<T> {
  return before.state === 'answered' ? before : { state: 'pending', askedAt: now };
}

export function settled<T>(result: Result<T>, askedAt: number, now: number): Lookup<T> {
  return result.ok
    ? { state: 'answered', value: result.value, askedAt, at: now }
    : { state: 'failed', failure: result.failure, askedAt, at: now };
}

/**
 * The engineer's own answer to one check; `undefined` takes it back. One that contradicts what is known, by lookup or
 * by hand, is not taken.
 */
export function withHandAnswer<C extends CheckId>(
  evidence: Evidence,
  check: C,
  value: FactValue<C> | undefined,
  at: number,
): Evidence {
  const { [check]: _replaced, ...others } = evidence.byHand;
  const without = { ...evidence, byHand: others };
  if (value === undefined) return without;
  const possible = answersLeft(check, factsFromEvidence(without)).includes(value);
  const answer = { value, at, ...(check === 'portal_reset' ? aboutNewest(evidence) : {}) };
  return possible
    ? withoutOverruled({ ...evidence, byHand: { ...others, [check]: answer } })
    : evidence;
}

function aboutNewest({ portalLog }: Evidence): { readonly mail?: string } {
  const newest = portalLog.state === 'answered' ? newestReset(portalLog.value) : undefined;
  return newest ? { mail: newest.id } : {};
}

/** A hand answer lasts until a real one arrives, and does not come back when that one is lost again. */
export function withoutOverruled(evidence: Evidence): Evidence {
  const facts = factsFromEvidence(evidence);
  const stillNeeded = Object.entries(evidence.byHand).filter(([check]) => {
    const fact = facts[check as CheckId];
    return fact.known && fact.by === 'hand';
  });
  return { ...evidence, byHand: Object.fromEntries(stillNeeded) };
}

/** When the newest answer came, epoch ms. */
export function checkedAt(evidence: Evidence): number | undefined {
  const instants = [evidence.account, evidence.portalLog, evidence.gitlabLog].flatMap((lookup) =>
    lookup.state === 'answered' || lookup.state === 'failed' ? [lookup.at] : [],
  );
  return instants.length === 0 ? undefined : Math.max(...instants);
}
