import { completions, possibleValues } from './completions';
import type { Verdict } from './diagnosis';
import { type CheckId, type CompleteFacts, type Facts, checkIds } from './facts';
import { type OutcomeId, applies, decide, outcomesInOrder } from './rules';

/** Settled only where every way the unknown can still turn out leads to the same outcome. */
export function verdictOf(facts: Facts): Verdict {
  const decisions = completions(possibleValues(facts)).map(decide);
  const possible = outcomesInOrder.filter((id) => decisions.some(({ outcome }) => outcome === id));
  const always = outcomesInOrder.filter((id) => decisions.every((one) => applies(one, id)));
  const sometimes = outcomesInOrder.filter((id) => decisions.some((one) => applies(one, id)));

  const [outcome, ...others] = possible;
  if (outcome !== undefined && others.length === 0) {
    return {
      kind: 'settled',
      outcome,
      alsoApplies: always.filter((id) => id !== outcome),
      mayAlsoApply: sometimes.filter((id) => !always.includes(id)),
    };
  }
  return {
    kind: 'open',
    possible: possible.map((id) => ({ outcome: id, settledBy: settledBy(facts, id) })),
    certain: always,
  };
}

/**
 * The fewest unknown facts whose answers could make this outcome the verdict, whatever the rest turns out to be.
 * Of several equally small sets, the one whose checks come first.
 */
function settledBy(facts: Facts, outcome: OutcomeId): readonly CheckId[] {
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

/** Every subset, the smallest first; of two equally large ones, the one whose members come first. */
export function subsetsSmallestFirst<T>(members: readonly T[]): readonly (readonly T[])[] {
  return subsets(members).toSorted((one, other) => one.length - other.length);
}

/** Sets with the first member come before those without it. */
function subsets<T>(members: readonly T[]): readonly (readonly T[])[] {
  return members.reduceRight<readonly (readonly T[])[]>(
    (without, first) => [...without.map((set) => [first, ...set]), ...without],
    [[]],
  );
}
