import { passwordEdition } from '../../src/diagnosis/editions/password';
import { conclusionOf } from '../../src/diagnosis/diagnose';
import type { Answer, Conclusion } from '../../src/diagnosis/diagnosis';
import type { CheckId, FactValue } from '../../src/diagnosis/checks';
import type { CompleteFacts } from '../../src/diagnosis/evidence';
import { verdictOf } from '../../src/diagnosis/verdict';
import { everyPartialKnowledge, factsOf } from './facts-builders';
import { everyCombination, oracle } from './oracle';

function conclusions(values: Partial<CompleteFacts>): Record<CheckId, Conclusion> {
  const facts = factsOf(values);
  const verdict = verdictOf(passwordEdition, facts);
  return Object.fromEntries(
    passwordEdition.checks.map((check) => [
      check,
      conclusionOf(passwordEdition, check, facts, verdict),
    ]),
  ) as Record<CheckId, Conclusion>;
}

const decided = (outcome: string) => ({ kind: 'decided', outcome });
const also = (outcome: string) => ({ kind: 'also', outcome });
const rulesOut = (...outcomes: string[]) => ({ kind: 'ruled-out', outcomes });
const missing = (...couldBe: string[]) => ({ kind: 'missing', couldBe });
const pointsTo = (...outcomes: string[]) => ({ kind: 'points-to', outcomes });
const mayAdd = (...outcomes: string[]) => ({ kind: 'may-add', outcomes });
const notNeeded = (check: CheckId, value: FactValue) => ({
  kind: 'not-needed',
  because: [{ check, values: [value], byHand: false }],
});

describe('what a check concludes', () => {
  it('with a disabled login: that decides, and the rest is not needed', () => {
    expect(conclusions({ account: 'found', login: 'off', confirmed: 'no' })).toEqual({
      account: rulesOut('no_account'),
      login: decided('reseller'),
      confirmed: notNeeded('login', 'off'),
      portal_reset: notNeeded('login', 'off'),
      gitlab_reset: notNeeded('login', 'off'),
    });
  });

  it('without an account: only that', () => {
    expect(conclusions({ account: 'absent', portal_reset: 'none' })).toEqual({
      account: decided('no_account'),
      login: notNeeded('account', 'absent'),
      confirmed: notNeeded('account', 'absent'),
      portal_reset: notNeeded('account', 'absent'),
      gitlab_reset: notNeeded('account', 'absent'),
    });
  });

  it('with a reset on the wrong site and no confirmation: both logs decide, the rest also applies', () => {
    expect(
      conclusions({
        account: 'found',
        login: 'on',
        confirmed: 'no',
        portal_reset: 'none',
        gitlab_reset: 'sent',
      }),
    ).toEqual({
      account: rulesOut('no_account'),
      login: rulesOut('reseller'),
      confirmed: also('unconfirmed'),
      portal_reset: decided('wrong_site_reset'),
      gitlab_reset: decided('wrong_site_reset'),
    });
  });

  it('with everything in order: each rules out what it can', () => {
    expect(
      conclusions({
        account: 'found',
        login: 'on',
        confirmed: 'yes',
        portal_reset: 'sent',
        gitlab_reset: 'sent',
      }),
    ).toEqual({
      account: rulesOut('no_account'),
      login: rulesOut('reseller'),
      confirmed: rulesOut('unconfirmed'),
      portal_reset: rulesOut('wrong_site_reset', 'reset_not_delivered'),
      gitlab_reset: notNeeded('portal_reset', 'sent'),
    });
  });

  it('while both logs are open: what they could still bring', () => {
    expect(conclusions({ account: 'found', login: 'on', confirmed: 'no' })).toEqual({
      account: rulesOut('no_account'),
      login: rulesOut('reseller'),
      confirmed: also('unconfirmed'),
      portal_reset: missing(
        'wrong_site_reset',
        'no_reset_mail',
        'reset_not_delivered',
        'unconfirmed',
      ),
      gitlab_reset: missing('wrong_site_reset', 'no_reset_mail'),
    });
  });

  it('while the account is open: the logs rule out what they can, or nothing', () => {
    expect(conclusions({ portal_reset: 'sent', gitlab_reset: 'sent' })).toEqual({
      account: missing('no_account', 'reseller', 'unconfirmed', 'no_known_cause'),
      login: missing('reseller', 'unconfirmed', 'no_known_cause'),
      confirmed: missing('unconfirmed', 'no_known_cause'),
      portal_reset: rulesOut('wrong_site_reset', 'reset_not_delivered'),
      gitlab_reset: notNeeded('portal_reset', 'sent'),
    });
  });

  it('while the login is open: what an answer points to, and what could be added to it', () => {
    expect(conclusions({ portal_reset: 'undelivered' })).toEqual({
      account: missing('no_account', 'reseller', 'reset_not_delivered'),
      login: missing('reseller', 'reset_not_delivered'),
      confirmed: mayAdd('unconfirmed'),
      portal_reset: pointsTo('reset_not_delivered'),
      gitlab_reset: notNeeded('portal_reset', 'undelivered'),
    });
    expect(
      conclusions({
        account: 'found',
        confirmed: 'no',
        portal_reset: 'none',
        gitlab_reset: 'sent',
      }),
    ).toEqual({
      account: rulesOut('no_account'),
      login: missing('reseller', 'wrong_site_reset'),
      confirmed: pointsTo('unconfirmed'),
      portal_reset: pointsTo('wrong_site_reset'),
      gitlab_reset: pointsTo('wrong_site_reset'),
    });
    expect(conclusions({ portal_reset: 'none' }).portal_reset).toEqual(
      pointsTo('wrong_site_reset', 'no_reset_mail'),
    );
  });

  it('once the verdict stands: what an open check could still add to it', () => {
    expect(
      conclusions({ account: 'found', login: 'on', portal_reset: 'none', gitlab_reset: 'sent' })
        .confirmed,
    ).toEqual(mayAdd('unconfirmed'));
  });

  it('from a confirmation seen by hand: there is an account', () => {
    expect(conclusions({ confirmed: 'yes' })).toMatchObject({
      account: notNeeded('confirmed', 'yes'),
      confirmed: rulesOut('no_account', 'unconfirmed'),
    });
  });

  it('is never "not needed" for a fact whose loss would change the verdict', () => {
    const unmentioned = everyPartialKnowledge.flatMap((values) => {
      const concluded = conclusions(values);
      return passwordEdition.checks.filter((check) => {
        const { [check]: lost, ...others } = values;
        const used = lost !== undefined && !isSame(verdictIn(values), verdictIn(others));
        return used && concluded[check].kind === 'not-needed';
      });
    });
    expect(unmentioned).toEqual([]);
  });

  it('is "decided" or "also" only for what the verdict says', () => {
    for (const values of everyPartialKnowledge) {
      const verdict = verdictIn(values);
      const concluded = Object.values(conclusions(values));
      const deciding = concluded.flatMap((one) => (one.kind === 'decided' ? [one.outcome] : []));
      const adding = concluded.flatMap((one) => (one.kind === 'also' ? [one.outcome] : []));
      const first = verdict.kind === 'settled' ? [verdict.outcome] : [];
      const further = verdict.kind === 'settled' ? verdict.alsoApplies : verdict.certain;
      expect(first).toEqual(expect.arrayContaining(deciding));
      expect(further).toEqual(expect.arrayContaining(adding));
    }
  });
});

describe('a reset that is there, though not known how it ended', () => {
  const facts = {
    ...factsOf({ account: 'found', login: 'on', confirmed: 'yes' }),
    portal_reset: {
      known: false,
      why: { kind: 'underway' },
      among: ['sent', 'undelivered'],
    },
  } as const;
  const concluded = (check: CheckId) =>
    conclusionOf(passwordEdition, check, facts, verdictOf(passwordEdition, facts));

  it('rules out that there is none', () => {
    expect(verdictOf(passwordEdition, facts)).toMatchObject({
      possible: [
        { outcome: 'reset_not_delivered', settledBy: ['portal_reset'] },
        { outcome: 'no_known_cause', settledBy: ['portal_reset'] },
      ],
    });
    expect(concluded('portal_reset')).toEqual(missing('reset_not_delivered', 'no_known_cause'));
  });

  it('makes those of GitLab.com all the same', () => {
    expect(concluded('gitlab_reset')).toEqual({
      kind: 'not-needed',
      because: [{ check: 'portal_reset', values: ['sent', 'undelivered'], byHand: false }],
    });
  });
});

describe('"not needed"', () => {
  // Asked in each test: what is worked out while a file loads, `npm run test:mutation` works out for every change.
  const allSkipped = () =>
    everyPartialKnowledge.flatMap((values) =>
      Object.entries(conclusions(values)).flatMap(([check, conclusion]) =>
        conclusion.kind === 'not-needed'
          ? [{ values, check: check as CheckId, because: conclusion.because }]
          : [],
      ),
    );

  it('is said exactly where the other answers leave nothing to it', () => {
    const skipped = allSkipped();
    for (const values of everyPartialKnowledge) {
      for (const check of passwordEdition.checks) {
        // That an account was found is not inferred again from its own fields.
        if (check === 'account' && values.account) continue;
        const { [check]: _own, ...others } = values;
        const said = skipped.some((one) => one.values === values && one.check === check);
        expect([values, check, said]).toEqual([
          values,
          check,
          isAllTheSame(check, answersIn(others)),
        ]);
      }
    }
  });

  it('names answers that are known, none of them its own, and at least one', () => {
    const skipped = allSkipped();
    for (const { values, check, because } of skipped) {
      expect(because.length).toBeGreaterThan(0);
      expect(answersIn(values)).toEqual(expect.arrayContaining([...because]));
      expect(because.map((one) => one.check)).not.toContain(check);
    }
  });

  it('names the fewest that the naive reading of the page needs to say the same to every answer', () => {
    const skipped = allSkipped();
    for (const { check, because } of skipped) {
      expect([check, because, isAllTheSame(check, because)]).toEqual([check, because, true]);
      for (const left of because) {
        const fewer = because.filter((one) => one !== left);
        expect([check, fewer, isAllTheSame(check, fewer)]).toEqual([check, fewer, false]);
      }
    }
  });
});

const answersIn = (values: Partial<CompleteFacts>) =>
  passwordEdition.checks.flatMap((check): readonly Answer[] => {
    const { [check]: value } = values;
    return value === undefined ? [] : [{ check, values: [value], byHand: false }];
  });

/** Whatever the check says beside these answers, the page says the same. */
function isAllTheSame(check: CheckId, answers: readonly Answer[]): boolean {
  const ways = everyCombination.filter((way) =>
    answers.every(({ check: other, values }) => values.some((value) => value === way[other])),
  );
  // Its login or confirmation known, the account cannot be missing.
  const seen = answers.some((answer) => answer.check === 'login' || answer.check === 'confirmed');
  const possible = ways.filter(({ account }) => !seen || account === 'found');
  return possible.every((one) =>
    possible.every((other) => {
      const alike = passwordEdition.checks.every((id) => id === check || one[id] === other[id]);
      return !alike || isSame(oracle(one), oracle(other));
    }),
  );
}

const verdictIn = (values: Partial<CompleteFacts>) => verdictOf(passwordEdition, factsOf(values));

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
