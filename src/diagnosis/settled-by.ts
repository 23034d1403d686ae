import { completions, possibleValues, type PossibleValues } from './completions';
import { checkIds, type CheckId, type CompleteFacts, type Facts } from './facts';
import type { OutcomeId } from './outcome';
import { decide } from './rules';

/**
 * The fewest unknown facts whose answers could make this outcome the verdict, whatever the rest turns out to be.
 * Of several equally small sets, the one whose checks come first.
 */
export function settledBy(facts: Facts, outcome: OutcomeId): readonly CheckId[] {
  const values = possibleValues(facts);
  const ways = completions(values).filter((way) => decide(way).outcome === outcome);
  const settles = (asked: readonly CheckId[]) =>
    ways.some((way) =>
      completions(answered(values, asked, way)).every((one) => decide(one).outcome === outcome),
    );
  const unknown = checkIds.filter((check) => !facts[check].known);
  return subsetsSmallestFirst(unknown).find(settles) ?? [];
}

function answered(
  values: PossibleValues,
  asked: readonly CheckId[],
  way: CompleteFacts,
): PossibleValues {
  return asked.reduce((narrowed, check) => ({ ...narrowed, [check]: [way[check]] }), values);
}

function subsetsSmallestFirst(checks: readonly CheckId[]): readonly (readonly CheckId[])[] {
  return subsets(checks).toSorted((one, other) => one.length - other.length);
}

/** Sets with the first check come before those without it. */
function subsets([first, ...rest]: readonly CheckId[]): readonly (readonly CheckId[])[] {
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without.map((set) => [first, ...set]), ...without];
}
