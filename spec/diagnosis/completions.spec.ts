import { checks } from '../../src/diagnosis/checks';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { checkIds } from '../../src/diagnosis/evidence';
import { answersLeft, completions, possibleValues } from '../../src/diagnosis/verdict';
import { everyPartialKnowledge, factsOf } from './facts-builders';
import { everyCombination } from './oracle';

const underway = {
  ...factsOf({}),
  portal_reset: { known: false, why: { kind: 'underway' }, among: ['sent', 'undelivered'] },
} as const;

const noAccount = {
  ...factsOf({ account: 'absent' }),
  login: { known: false, why: { kind: 'no-account' } },
} as const;

describe('the ways in which the unknown can still turn out', () => {
  it('are all there are while nothing is known, and one once everything is', () => {
    expect(completions(possibleValues(passwordEdition.checks, factsOf({})))).toEqual(
      everyCombination,
    );
    for (const facts of everyCombination.filter(({ account }) => account === 'found')) {
      expect(completions(possibleValues(passwordEdition.checks, factsOf(facts)))).toEqual([facts]);
    }
  });

  it('are never none', () => {
    for (const values of everyPartialKnowledge) {
      expect(completions(possibleValues(passwordEdition.checks, factsOf(values)))).not.toHaveLength(
        0,
      );
    }
  });

  it('keep to what is left of a fact that is known in part', () => {
    const resets = completions(possibleValues(passwordEdition.checks, underway)).map(
      (way) => way.portal_reset,
    );
    expect(new Set(resets)).toEqual(new Set(['sent', 'undelivered']));
  });
});

describe('the answers left to the engineer', () => {
  it('are all of the domain while nothing is known', () => {
    for (const check of checkIds) {
      expect(answersLeft(check, factsOf({}))).toEqual(checks[check].domain);
    }
  });

  it('are the one answer where it is known', () => {
    expect(answersLeft('login', factsOf({ login: 'off' }))).toEqual(['off']);
  });

  it('do not contradict what is known: who has seen its login has seen the account', () => {
    expect(answersLeft('account', factsOf({ login: 'off' }))).toEqual(['found']);
    expect(answersLeft('account', factsOf({ confirmed: 'no' }))).toEqual(['found']);
    expect(answersLeft('account', factsOf({ portal_reset: 'none' }))).toEqual(['found', 'absent']);
  });

  it('do not say "none" of a reset that is underway', () => {
    expect(answersLeft('portal_reset', underway)).toEqual(['sent', 'undelivered']);
  });

  it('are none about an account that is not there', () => {
    expect(answersLeft('login', noAccount)).toEqual([]);
    expect(answersLeft('portal_reset', noAccount)).toEqual(checks.portal_reset.domain);
  });
});
