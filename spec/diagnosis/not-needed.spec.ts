import { evidence } from '../../fixtures/evidence';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import { conclusionOf, diagnose, isIdle, whySkipped } from '../../src/diagnosis/diagnose';
import type { Facts } from '../../src/diagnosis/evidence';
import type { RuleTable } from '../../src/diagnosis/rules';
import { verdictOf } from '../../src/diagnosis/verdict';
import { factsOf } from './facts-builders';

describe('why a check is not needed', () => {
  it('is the fewest answers, and of equally few the first', () => {
    const facts = factsOf({
      account: 'found',
      login: 'off',
      confirmed: 'no',
      portal_reset: 'sent',
    });
    expect(whySkipped(passwordEdition, 'gitlab_reset', facts)).toEqual([
      { check: 'login', values: ['off'], byHand: false },
    ]);
  });

  it('is never its own answer, nor one that is not known', () => {
    expect(whySkipped(passwordEdition, 'account', factsOf({ account: 'found' }))).toEqual([]);
    expect(
      whySkipped(passwordEdition, 'portal_reset', factsOf({ account: 'found', login: 'on' })),
    ).toEqual([]);
  });

  it('says which of the answers were entered by hand', () => {
    const login = { known: true, value: 'off', by: 'hand', at: 1, insteadOf: { kind: 'pending' } };
    const facts = { ...factsOf({ account: 'found' }), login } as Facts;
    expect(whySkipped(passwordEdition, 'confirmed', facts)).toEqual([
      { check: 'login', values: ['off'], byHand: true },
    ]);
  });

  it('is, of several accounts, the answer that leaves only one', () => {
    const accounts = [
      { login: ['on'], confirmed: ['yes'] },
      { login: ['off'], confirmed: ['no'] },
    ] as const;
    const facts = { ...factsOf({ account: 'found', login: 'on', portal_reset: 'sent' }), accounts };
    expect(whySkipped(passwordEdition, 'confirmed', facts)).toEqual([
      { check: 'login', values: ['on'], byHand: false },
    ]);
  });

  it('is, where the several accounts alone are the reason, that they were found', () => {
    const accounts = [
      { login: ['on', 'off'], confirmed: ['yes'] },
      { login: ['off'], confirmed: ['no'] },
    ] as const;
    const facts = { ...factsOf({ account: 'found', confirmed: 'yes' }), accounts };
    expect(whySkipped(passwordEdition, 'confirmed', facts)).toEqual([
      { check: 'account', values: ['found'], byHand: false },
    ]);
  });

  describe('where a rule needs it together with what not every lookup can say', () => {
    const invented: RuleTable = {
      ...oneTimeLinkEdition,
      rules: oneTimeLinkEdition.rules.map((rule) =>
        rule.outcome === 'unconfirmed'
          ? { ...rule, when: { confirmed: 'no', linked: 'no' } }
          : rule,
      ),
    };
    const found = { account: 'found', login: 'on', confirmed: 'no', sign_in_link: 'sent' } as const;
    const notAsked = { known: false, why: { kind: 'by-hand' } } as const;
    const asked = (linked: Facts['linked']): Facts => ({
      ...factsOf(found),
      login_changed: notAsked,
      gitlab_password: notAsked,
      linked,
    });

    it('is that nobody has looked, which has no value', () => {
      const facts = asked(notAsked);
      expect(conclusionOf(invented, 'confirmed', facts, verdictOf(invented, facts))).toEqual({
        kind: 'not-needed',
        because: [{ check: 'linked', values: [], byHand: false }],
      });
    });

    it('is that nobody has looked at either of what two rules need', () => {
      const two: RuleTable = {
        ...invented,
        rules: [
          ...invented.rules,
          {
            outcome: 'enterprise_without_password',
            cause: 'invented',
            when: { confirmed: 'no', gitlab_password: 'off' },
            standsAlone: false,
          },
        ],
      };
      expect(whySkipped(two, 'confirmed', asked(notAsked)).map(({ check }) => check)).toEqual([
        'linked',
        'gitlab_password',
      ]);
    });

    it('is the answer of who has looked', () => {
      const linked = { known: true, value: 'yes', by: 'lookup', at: 1 } as const;
      expect(whySkipped(invented, 'confirmed', asked(linked))).toEqual([
        { check: 'linked', values: ['yes'], byHand: false },
      ]);
    });
  });
});

describe('a step of the trace', () => {
  const idle = {
    check: 'linked',
    fact: { known: false, why: { kind: 'by-hand' } },
    conclusion: { kind: 'not-needed', because: [] },
  } as const;

  it.each([
    ['an optional check that nobody answered and nothing hangs on', idle, true],
    [
      'one that may add something',
      { ...idle, conclusion: { kind: 'may-add', outcomes: [] } },
      false,
    ],
    [
      'one whose answer is on its way',
      { ...idle, fact: { known: false, why: { kind: 'pending' } } },
      false,
    ],
    ['a check that is not optional', { ...idle, check: 'login' }, false],
  ] as const)('is idle or not: %s', (_, change, expected) => {
    const [step] = diagnose(evidence(), {
      edition: oneTimeLinkEdition,
      now: 0,
      customerWroteAt: undefined,
    }).trace;
    if (!step) throw new Error('There is no step.');
    expect(isIdle({ ...step, ...change })).toBe(expected);
  });
});
