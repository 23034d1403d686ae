import type { AccountFacts, CompleteFacts, Facts } from '../../src/diagnosis/evidence';
import type { OutcomeId } from '../../src/diagnosis/rules';

export interface Answer {
  readonly outcome: OutcomeId;
  readonly also: readonly OutcomeId[];
}

const says = (outcome: OutcomeId, ...also: readonly OutcomeId[]): Answer => ({ outcome, also });

/**
 * A second, naive reading of the handbook page and of the gaps that it leaves.
 * Written from the page, with no look at src/diagnosis/rules.ts, and not to be shortened.
 */
export function oracle(facts: CompleteFacts): Answer {
  if (facts.account === 'absent') {
    // The page takes an account for granted: without one there is nothing more to say.
    return says('no_account');
  }
  // "the account would have `Login activated` unchecked"
  if (facts.login === 'off') {
    return says('reseller');
  }
  // "choose customers.gitlab.com and enter the customer email to search for recent email"
  if (facts.portal_reset === 'none') {
    // "You can also search in mg.gitlab.com domain to confirm whether the password reset email was
    // requested on GitLab.com"
    if (facts.gitlab_reset === 'sent') {
      if (facts.confirmed === 'no') {
        return says('wrong_site_reset', 'unconfirmed');
      }
      return says('wrong_site_reset');
    }
    // "If no password reset was sent, we can issue a password reset email"
    if (facts.confirmed === 'no') {
      return says('no_reset_mail', 'unconfirmed');
    }
    return says('no_reset_mail');
  }
  // Not on the page: there is a mail from the portal, and it never arrived.
  if (facts.portal_reset === 'undelivered') {
    if (facts.confirmed === 'no') {
      return says('reset_not_delivered', 'unconfirmed');
    }
    return says('reset_not_delivered');
  }
  // "When the account is not confirmed, the customer cannot log in."
  if (facts.confirmed === 'no') {
    return says('unconfirmed');
  }
  return says('no_known_cause');
}

/** Every combination of answers, the impossible ones (a login that no account has) among them. */
export const everyCombination: readonly CompleteFacts[] = allCombinations();

function allCombinations(): readonly CompleteFacts[] {
  const all: CompleteFacts[] = [];
  for (const account of ['found', 'absent'] as const)
    for (const login of ['on', 'off'] as const)
      for (const confirmed of ['yes', 'no'] as const)
        for (const portal_reset of ['none', 'sent', 'undelivered'] as const)
          for (const gitlab_reset of ['none', 'sent'] as const)
            all.push({ account, login, confirmed, portal_reset, gitlab_reset });
  return all;
}

/** What the oracle says to each way in which the unknown could still turn out. */
export function everyAnswer(facts: Facts): readonly Answer[] {
  return everyWay(facts).map(oracle);
}

/** The ways in which the unknown could still turn out. */
function everyWay(facts: Facts): readonly CompleteFacts[] {
  return everyCombination.filter((one) => couldStillBe(one, facts));
}

function couldStillBe(one: CompleteFacts, facts: Facts): boolean {
  if (facts.account.known && facts.account.value !== one.account) return false;
  if (facts.login.known && facts.login.value !== one.login) return false;
  if (facts.confirmed.known && facts.confirmed.value !== one.confirmed) return false;
  if (facts.portal_reset.known && facts.portal_reset.value !== one.portal_reset) return false;
  if (facts.gitlab_reset.known && facts.gitlab_reset.value !== one.gitlab_reset) return false;
  const reset = facts.portal_reset;
  if (!reset.known && reset.among && !reset.among.some((value) => value === one.portal_reset)) {
    return false;
  }
  // Nobody's login stands beside somebody else's confirmation.
  const { accounts } = facts;
  if (accounts && !accounts.some((each) => isOf(each, one))) return false;
  if (!facts.account.known && one.account === 'absent') {
    // Somebody saw a field of the account, so there is one.
    if (facts.login.known || facts.confirmed.known) return false;
  }
  return true;
}

function isOf({ login, confirmed }: AccountFacts, one: CompleteFacts): boolean {
  return (
    login?.some((value) => value === one.login) === true &&
    confirmed?.some((value) => value === one.confirmed) === true
  );
}
