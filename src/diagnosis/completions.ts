import {
  factDomains,
  type AccountFacts,
  type CheckId,
  type CompleteFacts,
  type Fact,
  type Facts,
  type FactValue,
} from './facts';

/** For each check the answers it can still have: one when it is known. */
export type PossibleValues = { readonly [C in CheckId]: readonly FactValue<C>[] } & {
  readonly accounts?: readonly AccountFacts[];
};

export function possibleValues(facts: Facts): PossibleValues {
  return {
    account: valuesOf(facts.account, factDomains.account),
    login: valuesOf(facts.login, factDomains.login),
    confirmed: valuesOf(facts.confirmed, factDomains.confirmed),
    portal_reset: valuesOf(facts.portal_reset, factDomains.portal_reset),
    gitlab_reset: valuesOf(facts.gitlab_reset, factDomains.gitlab_reset),
    ...(facts.accounts ? { accounts: facts.accounts } : {}),
  };
}

function valuesOf<V extends FactValue>(fact: Fact<V>, domain: readonly V[]): readonly V[] {
  return fact.known ? [fact.value] : (fact.among ?? domain);
}

/** What the engineer can still answer without contradicting what is known. */
export function answersLeft(check: CheckId, facts: Facts): readonly FactValue[] {
  const fact = facts[check];
  if (!fact.known && fact.why.kind === 'no-account') return [];
  const ways = completions(possibleValues(facts));
  return factDomains[check].filter((value) => ways.some((way) => way[check] === value));
}

/** Every way the unknown can still turn out; never empty. */
export function completions(values: PossibleValues): readonly CompleteFacts[] {
  return combinations({ ...values, account: accountValues(values) });
}

/** What is known of an account (by hand, where its lookup failed) can be known only of one that exists. */
function accountValues({ account, login, confirmed }: PossibleValues): PossibleValues['account'] {
  const seen = login.length === 1 || confirmed.length === 1;
  return seen && account.length > 1 ? ['found'] : account;
}

/** The product, with what contradicts an account that was found; of several, only what one of them can be. */
export function combinations(values: PossibleValues): readonly CompleteFacts[] {
  return product(values).filter((way) => isOfOne(values.accounts, way));
}

function isOfOne(accounts: PossibleValues['accounts'], way: CompleteFacts): boolean {
  return (
    accounts?.some(
      ({ login, confirmed }) => login.includes(way.login) && confirmed.includes(way.confirmed),
    ) ?? true
  );
}

function product(values: PossibleValues): readonly CompleteFacts[] {
  return values.account.flatMap((account) =>
    values.login.flatMap((login) =>
      values.confirmed.flatMap((confirmed) =>
        values.portal_reset.flatMap((portal_reset) =>
          values.gitlab_reset.map((gitlab_reset) => ({
            account,
            login,
            confirmed,
            portal_reset,
            gitlab_reset,
          })),
        ),
      ),
    ),
  );
}
