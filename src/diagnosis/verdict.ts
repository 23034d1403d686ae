import type { CheckId } from './checks';
import { completions, possibleValues } from './completions';
import { type CompleteFacts, type Facts, isLeftOut } from './facts';
import { accountChecks } from './read-facts';
import { type OutcomeId, type RuleTable, applies, decide, outcomesOf } from './rules';

export type Verdict =
  | {
      readonly kind: 'settled';
      readonly outcome: OutcomeId;
      /** Hold as well, in the page's order, whatever the unknown turns out to be. */
      readonly alsoApplies: readonly OutcomeId[];
      /** Hold as well in some completions of the unknown. */
      readonly mayAlsoApply: readonly OutcomeId[];
    }
  | {
      readonly kind: 'open';
      /** In the page's order. For each: the unknown facts whose answer would settle it. */
      readonly possible: readonly {
        readonly outcome: OutcomeId;
        readonly settledBy: readonly CheckId[];
      }[];
      /** Outcomes that apply in every completion though not certainly first: never empty claims. */
      readonly certain: readonly OutcomeId[];
    };

/** Settled only where every way the unknown can still turn out leads to the same outcome. */
export function verdictOf(table: RuleTable, facts: Facts): Verdict {
  const ways = completions(possibleValues(table.checks, facts));
  const decisions = ways.map((way) => decide(table, way));
  const outcomes = outcomesOf(table);
  const possible = outcomes.filter((id) => decisions.some(({ outcome }) => outcome === id));
  const always = outcomes.filter((id) => decisions.every((one) => applies(one, id)));
  const sometimes = outcomes.filter((id) => decisions.some((one) => applies(one, id)));

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
    possible: possible.map((id) => ({ outcome: id, settledBy: settledBy(table, facts, id) })),
    certain: always,
  };
}

/**
 * The fewest unknown facts whose answers could make this outcome the verdict, whatever the rest turns out to be.
 * Of several equally small sets, the one whose checks come first.
 */
function settledBy(table: RuleTable, facts: Facts, outcome: OutcomeId): readonly CheckId[] {
  const decided = completions(possibleValues(table.checks, facts)).map((way) => ({
    way,
    fits: decide(table, way).outcome === outcome,
  }));
  const settles = (asked: readonly CheckId[]) => {
    const ways = decided.filter(({ way }) => way.account === 'found' || !asked.some(isOfAccount));
    return ways.some(
      (one) => one.fits && ways.every((other) => other.fits || differ(asked, one.way, other.way)),
    );
  };
  const unknown = table.checks.filter(
    (check) => !facts[check].known && !isLeftOut(check, facts[check]),
  );
  return subsetsSmallestFirst(unknown).find(settles) ?? [];
}

/** Answered at all, they speak of an account that exists. */
function isOfAccount(check: CheckId): boolean {
  return accountChecks.includes(check);
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
