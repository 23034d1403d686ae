import { completions, possibleValues } from './completions';
import { checkIds, type CheckId, type CompleteFacts, type Facts } from './facts';
import type { OutcomeId } from './outcome';
import { decide } from './rules';
import { subsetsSmallestFirst } from './subsets';

/**
 * The fewest unknown facts whose answers could make this outcome the verdict, whatever the rest turns out to be.
 * Of several equally small sets, the one whose checks come first.
 */
export function settledBy(facts: Facts, outcome: OutcomeId): readonly CheckId[] {
  const decided = completions(possibleValues(facts)).map((way) => ({
    way,
    fits: decide(way).outcome === outcome,
  }));
  const settles = (asked: readonly CheckId[]) => {
    const ways = decided.filter(({ way }) => way.account === 'found' || !asked.some(isOfAccount));
    return ways.some(
      (one) => one.fits && ways.every((other) => other.fits || differ(asked, one.way, other.way)),
    );
  };
  const unknown = checkIds.filter((check) => !facts[check].known);
  return subsetsSmallestFirst(unknown).find(settles) ?? [];
}

/** Answered at all, they speak of an account that exists. */
function isOfAccount(check: CheckId): boolean {
  return check === 'login' || check === 'confirmed';
}

function differ(checks: readonly CheckId[], one: CompleteFacts, other: CompleteFacts): boolean {
  return checks.some((check) => one[check] !== other[check]);
}
