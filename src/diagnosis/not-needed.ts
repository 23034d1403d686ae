import { completions, possibleValues, type PossibleValues } from './completions';
import type { Answer } from './diagnosis';
import { checkIds, factDomains, isByHand, type CheckId, type Facts } from './facts';
import { decide } from './rules';
import { subsetsSmallestFirst } from './subsets';

/** The fewest answers that make this check's own all the same, or of several accounts leave only one. */
export function whyNotNeeded(check: CheckId, facts: Facts): readonly Answer[] {
  const possible = possibleValues(facts);
  const answers = checkIds
    .filter((other) => other !== check)
    .map((other) => ({ check: other, values: possible[other], byHand: isByHand(facts[other]) }));
  // What is not known at all is in no smallest set: it adds nothing. Nothing needs no answer at all for a reason:
  // where the accounts alone are one, it is that they were found.
  const sets = subsetsSmallestFirst(answers).filter(({ length }) => length > 0);
  const byThemselves = sets.find((few) => isAllTheSame(check, knowingOnly(few)));
  const { accounts } = facts;
  if (byThemselves || !accounts) return byThemselves ?? [];

  const withAccounts = (few: readonly Answer[]) => ({
    ...knowingOnly(few),
    accounts,
  });
  return (
    sets.find((few) => isOneLeft(check, withAccounts(few))) ??
    sets.find((few) => isAllTheSame(check, withAccounts(few))) ??
    []
  );
}

function knowingOnly(answers: readonly Answer[]): PossibleValues {
  return answers.reduce<PossibleValues>(
    (possible, { check, values }) => ({ ...possible, [check]: values }),
    factDomains,
  );
}

function isOneLeft(check: CheckId, values: PossibleValues): boolean {
  return new Set(completions(values).map((way) => way[check])).size === 1;
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
