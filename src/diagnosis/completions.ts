import { type CheckId, type FactValue, checks } from './checks';
import { type AccountFacts, type CompleteFacts, type Facts, checkIds, isLeftOut } from './facts';
import { accountChecks } from './read-facts';

/** For each check that is asked the answers it can still have: one when it is known; `undefined`: none. */
export type PossibleValues = {
  readonly [C in CheckId]?: readonly (FactValue<C> | undefined)[];
} & {
  readonly accounts?: readonly AccountFacts[];
};

export function possibleValues(asked: readonly CheckId[], facts: Facts): PossibleValues {
  return {
    ...Object.fromEntries(asked.map((check) => [check, valuesOf(check, facts)])),
    ...(facts.accounts ? { accounts: facts.accounts } : {}),
  };
}

function valuesOf(check: CheckId, facts: Facts): readonly (FactValue | undefined)[] {
  const fact = facts[check];
  if (fact.known) return [fact.value];
  if (isLeftOut(check, fact)) return [undefined];
  return fact.among ?? everyValue(check);
}

/** What a check can be while nothing is known of it: an optional one also nothing at all. */
export function everyValue(check: CheckId): readonly (FactValue | undefined)[] {
  const { domain, optional } = checks[check];
  return optional ? [...domain, undefined] : domain;
}

/** What the engineer can still answer without contradicting what is known. */
export function answersLeft(check: CheckId, facts: Facts): readonly FactValue[] {
  const fact = facts[check];
  if (!fact.known && fact.why.kind === 'no-account') return [];
  const own = fact.known ? [fact.value] : (fact.among ?? checks[check].domain);
  const ways = completions({
    ...possibleValues(['account', ...accountChecks], facts),
    [check]: own,
  });
  return checks[check].domain.filter((value) => ways.some((way) => way[check] === value));
}

/** Every way the unknown can still turn out; never empty. */
export function completions(values: PossibleValues): readonly CompleteFacts[] {
  return combinations({ ...values, account: accountValues(values) });
}

/** What is known of an account (by hand, where its lookup failed) can be known only of one that exists. */
function accountValues(values: PossibleValues): readonly FactValue<'account'>[] {
  const account = (values.account ?? []).filter((value) => value !== undefined);
  const isSeen = accountChecks.some((check) => {
    const [value, ...others] = values[check] ?? [];
    return value !== undefined && others.length === 0;
  });
  return isSeen && account.length > 1 ? ['found'] : account;
}

/** The product, with what contradicts an account that was found; of several, only what one of them can be. */
export function combinations(values: PossibleValues): readonly CompleteFacts[] {
  return product(values).filter((way) => isOfOne(values.accounts, way));
}

function isOfOne(accounts: PossibleValues['accounts'], way: CompleteFacts): boolean {
  return (
    accounts?.some((one) =>
      accountChecks.every((check) => {
        const values: readonly FactValue[] | undefined = one[check];
        const value = way[check];
        return value === undefined || values === undefined || values.includes(value);
      }),
    ) ?? true
  );
}

function product(values: PossibleValues): readonly CompleteFacts[] {
  return checkIds.reduce<readonly CompleteFacts[]>(
    (ways, check) => {
      const possible = values[check];
      return possible
        ? ways.flatMap((way) => possible.map((value) => ({ ...way, [check]: value })))
        : ways;
    },
    [{}],
  );
}
