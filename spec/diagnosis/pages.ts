import type { Edition } from '../../src/diagnosis/diagnosis';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import type { CompleteFacts, Facts } from '../../src/diagnosis/evidence';
import { type Answer, everyCombination, oracle } from './oracle';
import { everyCombination as everyOther, oracle as today } from './oracle-one-time-link';

/** An edition beside the second reading of its page. */
export interface Page {
  readonly name: string;
  readonly edition: Edition;
  readonly oracle: (facts: CompleteFacts) => Answer;
  readonly everyCombination: readonly CompleteFacts[];
}

export const pages: readonly Page[] = [
  { name: 'passwords', edition: passwordEdition, oracle, everyCombination },
  {
    name: 'one-time links',
    edition: oneTimeLinkEdition,
    oracle: today,
    everyCombination: everyOther,
  },
];

const unasked: readonly string[] = ['linked', 'gitlab_password', 'login_changed'];
const ofAccount = ['login', 'confirmed', 'linked'] as const;

/** The ways in which the unknown could still turn out. */
export function everyWay(
  { edition, everyCombination: all }: Page,
  facts: Facts,
): readonly CompleteFacts[] {
  return all.filter(
    (way) =>
      edition.checks.every((check) => {
        const fact = facts[check];
        const { [check]: answer } = way;
        if (fact.known) return fact.value === answer;
        // What not every lookup can say is in nobody's way, unless it may come yet.
        if (unasked.includes(check) && fact.why.kind !== 'pending') return answer === undefined;
        return answer === undefined || (fact.among?.some((one) => one === answer) ?? true);
      }) &&
      isOfSomeAccount(facts, way) &&
      !(!facts.account.known && way.account === 'absent' && isSeen(edition, facts)),
  );
}

/** Nobody's login stands beside somebody else's confirmation. */
function isOfSomeAccount({ accounts }: Facts, way: CompleteFacts): boolean {
  if (!accounts) return true;
  return accounts.some((row) =>
    ofAccount.every((check) => {
      const { [check]: answer } = way;
      return answer === undefined || row[check]?.some((one) => one === answer) === true;
    }),
  );
}

/** Somebody saw a field of the account, so there is one. */
const isSeen = (edition: Edition, facts: Facts): boolean =>
  ofAccount.some((check) => edition.checks.includes(check) && facts[check].known);

/** What the second reading says to each way in which the unknown could still turn out. */
export function everyAnswer(page: Page, facts: Facts): readonly Answer[] {
  return everyWay(page, facts).map(page.oracle);
}
