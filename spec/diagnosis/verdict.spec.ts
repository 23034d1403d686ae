import { passwordEdition } from '../../src/diagnosis/editions/password';
import { outcomeIds } from '../support/editions';
import type { CompleteFacts, Facts } from '../../src/diagnosis/evidence';

import { verdictOf } from '../../src/diagnosis/verdict';
import { everyNextAnswer, everyPartialKnowledge, factsOf } from './facts-builders';
import { everyAnswer, everyCombination, oracle, type Answer } from './oracle';

const verdict = (values: Partial<CompleteFacts>) => verdictOf(passwordEdition, factsOf(values));

const outcomeOf = (values: Partial<CompleteFacts>) => {
  const found = verdict(values);
  return found.kind === 'settled' ? found.outcome : undefined;
};

const settledKnowledge = () => everyPartialKnowledge.filter((values) => outcomeOf(values));

const someChecks: unknown = expect.any(Array);

const applying = ({ outcome, also }: Answer) => [outcome, ...also];

/** The verdict as the oracle's answers to every completion put it, without our quantifying. */
function naive(facts: Facts) {
  const answers = everyAnswer(facts);
  const possible = outcomeIds.filter((id) => answers.some(({ outcome }) => outcome === id));
  const always = outcomeIds.filter((id) => answers.every((one) => applying(one).includes(id)));
  const ever = outcomeIds.filter((id) => answers.some((one) => applying(one).includes(id)));
  return possible.length === 1
    ? {
        kind: 'settled',
        outcome: possible[0],
        alsoApplies: always.filter((id) => id !== possible[0]),
        mayAlsoApply: ever.filter((id) => !always.includes(id)),
      }
    : {
        kind: 'open',
        possible: possible.map((outcome) => ({ outcome, settledBy: someChecks })),
        certain: always,
      };
}

describe('a verdict', () => {
  it('is tried on all 228 ways to know some facts and not others', () => {
    expect(everyPartialKnowledge).toHaveLength(228);
    expect(settledKnowledge()).toHaveLength(126);
  });

  it('is what the naive reading of the page says to every way the unknown can turn out', () => {
    for (const values of everyPartialKnowledge) {
      expect([values, verdict(values)]).toEqual([values, naive(factsOf(values))]);
    }
  });

  it('is settled, with exactly one outcome, once every fact is known', () => {
    for (const facts of everyCombination) {
      const { outcome, also } = oracle(facts);
      expect(verdict(facts)).toEqual({
        kind: 'settled',
        outcome,
        alsoApplies: also,
        mayAlsoApply: [],
      });
    }
  });

  it('once settled is not changed by any further answer', () => {
    for (const values of settledKnowledge()) {
      for (const more of everyNextAnswer(values)) {
        expect([more, outcomeOf(more)]).toEqual([more, outcomeOf(values)]);
      }
    }
  });

  it('never gains an outcome by a further answer', () => {
    for (const values of everyPartialKnowledge) {
      const before = naive(factsOf(values));
      if (before.kind === 'settled') continue;
      const possible = before.possible?.map(({ outcome }) => outcome);
      for (const more of everyNextAnswer(values)) {
        const after = verdict(more);
        const left =
          after.kind === 'settled' ? [after.outcome] : after.possible.map(({ outcome }) => outcome);
        expect(possible).toEqual(expect.arrayContaining(left));
      }
    }
  });
});

describe('early verdicts', () => {
  it('need nothing of Mailgun where login is disabled or there is no account', () => {
    expect(verdict({ account: 'found', login: 'off' })).toEqual({
      kind: 'settled',
      outcome: 'reseller',
      alsoApplies: [],
      mayAlsoApply: [],
    });
    expect(outcomeOf({ account: 'absent' })).toBe('no_account');
  });

  it('need nothing of GitLab.com where the portal sent a reset', () => {
    expect(outcomeOf({ account: 'found', login: 'on', portal_reset: 'undelivered' })).toBe(
      'reset_not_delivered',
    );
    expect(
      outcomeOf({ account: 'found', login: 'on', confirmed: 'yes', portal_reset: 'sent' }),
    ).toBe('no_known_cause');
  });

  it('say what may apply as well', () => {
    expect(
      verdict({ account: 'found', login: 'on', portal_reset: 'none', gitlab_reset: 'sent' }),
    ).toEqual({
      kind: 'settled',
      outcome: 'wrong_site_reset',
      alsoApplies: [],
      mayAlsoApply: ['unconfirmed'],
    });
  });

  it('take an account for granted whose login somebody has seen', () => {
    expect(outcomeOf({ login: 'off' })).toBe('reseller');
    expect(verdict({ confirmed: 'yes', portal_reset: 'sent' })).toMatchObject({
      possible: [{ outcome: 'reseller' }, { outcome: 'no_known_cause' }],
    });
  });
});

describe('an open verdict', () => {
  it('with nothing known leaves everything possible, and says for each what would settle it', () => {
    expect(verdict({})).toEqual({
      kind: 'open',
      possible: [
        { outcome: 'no_account', settledBy: ['account'] },
        { outcome: 'reseller', settledBy: ['login'] },
        { outcome: 'wrong_site_reset', settledBy: ['login', 'portal_reset', 'gitlab_reset'] },
        { outcome: 'no_reset_mail', settledBy: ['login', 'portal_reset', 'gitlab_reset'] },
        { outcome: 'reset_not_delivered', settledBy: ['login', 'portal_reset'] },
        { outcome: 'unconfirmed', settledBy: ['login', 'confirmed', 'portal_reset'] },
        { outcome: 'no_known_cause', settledBy: ['login', 'confirmed', 'portal_reset'] },
      ],
      certain: [],
    });
  });

  it('names what is certain although it is not certainly the first', () => {
    expect(verdict({ account: 'found', login: 'on', confirmed: 'no' })).toMatchObject({
      kind: 'open',
      possible: [
        { outcome: 'wrong_site_reset', settledBy: ['portal_reset', 'gitlab_reset'] },
        { outcome: 'no_reset_mail', settledBy: ['portal_reset', 'gitlab_reset'] },
        { outcome: 'reset_not_delivered', settledBy: ['portal_reset'] },
        { outcome: 'unconfirmed', settledBy: ['portal_reset'] },
      ],
      certain: ['unconfirmed'],
    });
  });

  it('names checks that can settle each outcome, and none that are known or could be left out', () => {
    for (const values of everyPartialKnowledge) {
      const found = verdict(values);
      for (const { outcome, settledBy } of found.kind === 'open' ? found.possible : []) {
        expect(settledBy.filter((check) => values[check] !== undefined)).toEqual([]);
        expect(canSettle(values, settledBy, outcome)).toBe(true);
        for (const left of settledBy) {
          const fewer = settledBy.filter((check) => check !== left);
          expect(canSettle(values, fewer, outcome)).toBe(false);
        }
      }
    }
  });
});

function canSettle(
  values: Partial<CompleteFacts>,
  checks: readonly (keyof CompleteFacts)[],
  outcome: string,
): boolean {
  return everyCombination.some((way) => {
    const told = Object.fromEntries(checks.map((check) => [check, way[check]]));
    const then = everyAnswer(factsOf({ ...values, ...told }));
    return then.length > 0 && then.every((answer) => answer.outcome === outcome);
  });
}
