import { type CheckId, type FactValue, checks } from './checks';
import {
  type CompleteFacts,
  type Facts,
  isLeftOut,
  type AccountFacts,
  checkIds,
  accountChecks,
} from './evidence';
import {
  type Decision,
  type OutcomeId,
  type RuleTable,
  applies,
  decide,
  outcomesOf,
} from './rules';

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
  const decided = ways.map((way) => ({ way, ...decide(table, way) }));
  const outcomes = outcomesOf(table);
  const possible = outcomes.filter((id) => decided.some(({ outcome }) => outcome === id));
  const always = outcomes.filter((id) => decided.every((one) => applies(one, id)));
  const sometimes = outcomes.filter((id) => decided.some((one) => applies(one, id)));

  const [outcome, ...others] = possible;
  if (outcome !== undefined && others.length === 0) {
    return {
      kind: 'settled',
      outcome,
      alsoApplies: always.filter((id) => id !== outcome),
      mayAlsoApply: sometimes.filter((id) => !always.includes(id)),
    };
  }
  const fewest = fewestToSettle(table, facts, decided, possible);
  return {
    kind: 'open',
    possible: possible.map((id) => ({ outcome: id, settledBy: fewest.get(id) ?? [] })),
    certain: always,
  };
}

interface DecidedWay extends Decision {
  readonly way: CompleteFacts;
}

/**
 * For each outcome the fewest unknown facts whose answers could make it the verdict, whatever the rest turns out to be.
 * Of several equally small sets, the one whose checks come first. An outcome that nothing could settle has none.
 */
function fewestToSettle(
  table: RuleTable,
  facts: Facts,
  decided: readonly DecidedWay[],
  possible: readonly OutcomeId[],
): ReadonlyMap<OutcomeId, readonly CheckId[]> {
  const unknown = table.checks.filter(
    (check) => !facts[check].known && !isLeftOut(check, facts[check]),
  );
  const fewest = new Map<OutcomeId, readonly CheckId[]>();
  for (const asked of subsetsSmallestFirst(unknown)) {
    if (fewest.size === possible.length) break;
    settledWith(asked, decided).forEach((outcome) => {
      if (outcome && !fewest.has(outcome)) fewest.set(outcome, asked);
    });
  }
  return fewest;
}

/** The outcome to which each way to answer these leaves no other. */
function settledWith(
  asked: readonly CheckId[],
  decided: readonly DecidedWay[],
): ReadonlyMap<string, OutcomeId | undefined> {
  const speaksOfAccount = asked.some(isOfAccount);
  const alone = new Map<string, OutcomeId | undefined>();
  for (const { way, outcome } of decided) {
    if (speaksOfAccount && way.account !== 'found') continue;
    const answers = asked.map((check) => way[check]).join(' ');
    alone.set(answers, !alone.has(answers) || alone.get(answers) === outcome ? outcome : undefined);
  }
  return alone;
}

/** Answered at all, they speak of an account that exists. */
function isOfAccount(check: CheckId): boolean {
  return accountChecks.includes(check);
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

/** Some thousand ways for one diagnosis: each is copied once, when it is whole. */
function product(values: PossibleValues): readonly CompleteFacts[] {
  const ways: CompleteFacts[] = [];
  const way: Partial<Record<CheckId, FactValue | undefined>> = {};
  function answerFrom(nth: number): void {
    const check = checkIds[nth];
    if (check === undefined) {
      ways.push({ ...way } as CompleteFacts);
      return;
    }
    const possible = values[check];
    if (!possible) answerFrom(nth + 1);
    possible?.forEach((value) => {
      way[check] = value;
      answerFrom(nth + 1);
    });
  }
  answerFrom(0);
  return ways;
}
