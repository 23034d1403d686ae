import type { CompleteFacts } from '../../src/diagnosis/evidence';
import type { OutcomeId } from '../../src/diagnosis/rules';
import type { Answer } from './oracle';

/**
 * A second, naive reading of the page as GitLab has rewritten it, and of the gaps that it leaves. Written from the
 * page, with no look at src/diagnosis/editions/, and not to be shortened.
 */
export function oracle(facts: CompleteFacts): Answer {
  const also: OutcomeId[] = [];
  if (facts.account === 'absent') {
    // "the customer has an account with another email address"
    return { outcome: 'no_account', also };
  }
  if (facts.login === 'off') {
    // "an entry later than the create entry means login was disabled on purpose"
    if (facts.login_changed === 'later') return { outcome: 'login_blocked', also };
    // "do not enable unless sure": nothing else helps while the login is off.
    return { outcome: 'login_off', also };
  }
  if (facts.confirmed === 'no') also.push('unconfirmed');
  // "the account is not linked": said only where somebody has looked.
  if (facts.linked === 'no') also.push('not_linked');
  if (facts.linked === 'elsewhere') also.push('linked_elsewhere');
  // "Enterprise users with password authentication disabled"
  if (facts.gitlab_password === 'off') also.push('enterprise_without_password');

  if (facts.sign_in_link === 'none') {
    // "the password reset was requested from GitLab.com"
    if (facts.gitlab_reset === 'sent') return { outcome: 'gitlab_reset_instead_of_link', also };
    return { outcome: 'no_mail', also };
  }
  if (facts.sign_in_link === 'undelivered') return { outcome: 'link_not_delivered', also };
  // "valid for 24 hours"
  if (facts.sign_in_link === 'expired') return { outcome: 'link_expired', also };

  const [first, ...others] = also;
  if (first === undefined) return { outcome: 'no_known_cause', also: [] };
  return { outcome: first, also: others };
}

/** Every combination of answers; what nobody has looked at has none. */
export const everyCombination: readonly CompleteFacts[] = allCombinations();

function allCombinations(): readonly CompleteFacts[] {
  const all: CompleteFacts[] = [];
  for (const account of ['found', 'absent'] as const)
    for (const login of ['on', 'off'] as const)
      for (const confirmed of ['yes', 'no'] as const)
        for (const sign_in_link of ['none', 'sent', 'expired', 'undelivered'] as const)
          for (const gitlab_reset of ['none', 'sent'] as const)
            for (const linked of ['yes', 'no', 'elsewhere', undefined] as const)
              for (const gitlab_password of ['on', 'off', undefined] as const)
                for (const login_changed of ['later', 'never', undefined] as const)
                  all.push({
                    account,
                    login,
                    login_changed,
                    confirmed,
                    sign_in_link,
                    gitlab_reset,
                    linked,
                    gitlab_password,
                  });
  return all;
}
