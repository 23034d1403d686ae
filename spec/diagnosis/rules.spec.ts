import { passwordEdition } from '../../src/diagnosis/editions/password';
import { outcomeIds } from '../support/editions';
import type { CheckId } from '../../src/diagnosis/checks';
import type { CompleteFacts } from '../../src/diagnosis/evidence';
import { type OutcomeId, decide, outcomesOf } from '../../src/diagnosis/rules';
import { everyCombination, oracle } from './oracle';
import { pages } from './pages';

type Row = readonly [
  login: CompleteFacts['login'],
  portal_reset: CompleteFacts['portal_reset'],
  gitlab_reset: CompleteFacts['gitlab_reset'],
  confirmed: CompleteFacts['confirmed'],
  outcome: OutcomeId,
  ...alsoApplies: OutcomeId[],
];

const withAccount: Readonly<Record<string, readonly Row[]>> = {
  'Login activated is unchecked: bought through a reseller, and nothing else helps': [
    ['off', 'none', 'none', 'yes', 'reseller'],
    ['off', 'none', 'none', 'no', 'reseller'],
    ['off', 'none', 'sent', 'yes', 'reseller'],
    ['off', 'none', 'sent', 'no', 'reseller'],
    ['off', 'sent', 'none', 'yes', 'reseller'],
    ['off', 'sent', 'none', 'no', 'reseller'],
    ['off', 'sent', 'sent', 'yes', 'reseller'],
    ['off', 'sent', 'sent', 'no', 'reseller'],
    ['off', 'undelivered', 'none', 'yes', 'reseller'],
    ['off', 'undelivered', 'none', 'no', 'reseller'],
    ['off', 'undelivered', 'sent', 'yes', 'reseller'],
    ['off', 'undelivered', 'sent', 'no', 'reseller'],
  ],
  'A reset in mg.gitlab.com and none in customers.gitlab.com: requested on GitLab.com': [
    ['on', 'none', 'sent', 'yes', 'wrong_site_reset'],
    ['on', 'none', 'sent', 'no', 'wrong_site_reset', 'unconfirmed'],
  ],
  'No password reset was sent from either': [
    ['on', 'none', 'none', 'yes', 'no_reset_mail'],
    ['on', 'none', 'none', 'no', 'no_reset_mail', 'unconfirmed'],
  ],
  'The portal sent one and it did not arrive, whatever GitLab.com sent': [
    ['on', 'undelivered', 'none', 'yes', 'reset_not_delivered'],
    ['on', 'undelivered', 'none', 'no', 'reset_not_delivered', 'unconfirmed'],
    ['on', 'undelivered', 'sent', 'yes', 'reset_not_delivered'],
    ['on', 'undelivered', 'sent', 'no', 'reset_not_delivered', 'unconfirmed'],
  ],
  'The portal sent one, and Confirmed at is empty: not confirmed': [
    ['on', 'sent', 'none', 'no', 'unconfirmed'],
    ['on', 'sent', 'sent', 'no', 'unconfirmed'],
  ],
  'The portal sent one, and the account is confirmed: none of the causes': [
    ['on', 'sent', 'none', 'yes', 'no_known_cause'],
    ['on', 'sent', 'sent', 'yes', 'no_known_cause'],
  ],
};

const rows = Object.values(withAccount).flat();

function factsIn([login, portal_reset, gitlab_reset, confirmed]: Row): CompleteFacts {
  return { account: 'found', login, confirmed, portal_reset, gitlab_reset };
}

describe.each(Object.entries(withAccount))('%s', (_sentence, cases) => {
  it.each(cases.map((row) => ({ row, words: row.join(', ') })))('$words', ({ row }) => {
    const [, , , , outcome, ...alsoApplies] = row;
    expect(decide(passwordEdition, factsIn(row))).toEqual({ outcome, alsoApplies });
  });
});

describe('No account with this address: there is nothing to be right or wrong with it', () => {
  it.each(everyCombination.filter(({ account }) => account === 'absent'))(
    'portal reset $portal_reset, GitLab.com reset $gitlab_reset (login $login, confirmed $confirmed cannot be)',
    (facts) => {
      expect(decide(passwordEdition, facts)).toEqual({ outcome: 'no_account', alsoApplies: [] });
    },
  );
});

describe('the rules', () => {
  it('are tried above on every combination', () => {
    const tried = new Set(rows.map((row) => JSON.stringify(factsIn(row))));
    expect(tried.size).toBe(24);
    expect(everyCombination.filter(({ account }) => account === 'found')).toHaveLength(24);
  });

  it.each(everyCombination)(
    'agree with the naive reading of the page on $account, $login, $confirmed, $portal_reset, $gitlab_reset',
    (facts) => {
      const { outcome, alsoApplies } = decide(passwordEdition, facts);
      expect({ outcome, also: alsoApplies }).toEqual(oracle(facts));
    },
  );

  it('name every outcome once, and the cause of the page for the four that it has', () => {
    expect(new Set(outcomeIds).size).toBe(outcomeIds.length);
    expect(passwordEdition.rules.filter(({ cause }) => cause !== 'not on the page')).toEqual([
      expect.objectContaining({
        outcome: 'reseller',
        cause: '1. The subscription was purchased through reseller',
      }),
      expect.objectContaining({
        outcome: 'wrong_site_reset',
        cause: '2. Password reset email was requested from https://gitlab.com',
      }),
      expect.objectContaining({
        outcome: 'no_reset_mail',
        cause: '2. step 4: no password reset was sent',
      }),
      expect.objectContaining({
        outcome: 'unconfirmed',
        cause: '3. The CustomersDot account has not been confirmed',
      }),
    ]);
  });
});

describe.each(pages)(
  'the page about $name',
  ({ edition, oracle: reading, everyCombination: all }) => {
    it('and the second reading of it agree on every complete set of facts', () => {
      const differ = all.filter((facts) => {
        const { outcome, alsoApplies } = decide(edition, facts);
        return JSON.stringify({ outcome, also: alsoApplies }) !== JSON.stringify(reading(facts));
      });
      expect(differ).toEqual([]);
      const outcomes = new Set(all.map((facts) => decide(edition, facts).outcome));
      expect([...outcomes].sort()).toEqual([...outcomesOf(edition)].sort());
    });

    it('names every outcome once, and has a reply for each', () => {
      const outcomes = outcomesOf(edition);
      expect(new Set(outcomes).size).toBe(outcomes.length);
      expect(outcomes.filter((outcome) => edition.replies[outcome] === undefined)).toEqual([]);
    });

    it('asks nothing that none of its rules needs', () => {
      const needed = (check: CheckId) =>
        edition.rules.some(({ when }) => when[check] !== undefined);
      expect(edition.checks.filter((check) => !needed(check))).toEqual([]);
    });
  },
);
