import { factDomains, type CheckId, type CompleteFacts, type Facts, type FactValue } from './facts';

/** For each check the answers it can still have: one when it is known. */
export type PossibleValues = { readonly [C in CheckId]: readonly FactValue<C>[] };

export function possibleValues(facts: Facts): PossibleValues {
  const { account, login, confirmed, portal_reset, gitlab_reset } = facts;
  return {
    account: account.known ? [account.value] : factDomains.account,
    login: login.known ? [login.value] : factDomains.login,
    confirmed: confirmed.known ? [confirmed.value] : factDomains.confirmed,
    portal_reset: portal_reset.known ? [portal_reset.value] : factDomains.portal_reset,
    gitlab_reset: gitlab_reset.known ? [gitlab_reset.value] : factDomains.gitlab_reset,
  };
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

/** The plain product, the impossible ones among them. */
export function combinations(values: PossibleValues): readonly CompleteFacts[] {
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
