import { completions, possibleValues, type PossibleValues } from './completions';
import type { Answer } from './diagnosis';
import { checkIds, factDomains, type CheckId, type Facts } from './facts';
import { decide } from './rules';
import { subsetsSmallestFirst } from './subsets';

/** The fewest answers that make this check's own all the same. */
export function whyNotNeeded(check: CheckId, facts: Facts): readonly Answer[] {
  const possible = possibleValues(facts);
  const answers = checkIds
    .filter((other) => other !== check)
    .map((other) => ({ check: other, values: possible[other] }));
  const enough = (few: readonly Answer[]) => isAllTheSame(check, knowingOnly(few));
  // What is not known at all is in no smallest set: it adds nothing.
  return subsetsSmallestFirst(answers).find(enough) ?? [];
}

function knowingOnly(answers: readonly Answer[]): PossibleValues {
  return answers.reduce<PossibleValues>(
    (possible, { check, values }) => ({ ...possible, [check]: values }),
    factDomains,
  );
}

/** Ways that differ in nothing but this check are decided alike. */
function isAllTheSame(check: CheckId, values: PossibleValues): boolean {
  const ways = completions(values).map((way) => ({
    others: JSON.stringify({ ...way, [check]: undefined }),
    decision: JSON.stringify(decide(way)),
  }));
  const decisionOf = new Map(ways.map(({ others, decision }) => [others, decision]));
  return ways.every(({ others, decision }) => decisionOf.get(others) === decision);
}
