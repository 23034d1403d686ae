import { checks, type CheckId } from '../../src/diagnosis/checks';
import {
  checkIds,
  nothingKnown,
  type HandAnswers,
  type Evidence,
} from '../../src/diagnosis/evidence';
import { withHandAnswer, withoutOverruled } from '../../src/investigation/investigation';
import {
  accountAnswer,
  gitlabLog,
  jane,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';

const answered = <T>(value: T) => ({ state: 'answered', value, askedAt: noon, at: noon }) as const;
const nothing = nothingKnown(jane);

const everyHandAnswer: HandAnswers = {
  account: { value: 'found', at: noon },
  login: { value: 'off', at: noon },
  confirmed: { value: 'no', at: noon },
  portal_reset: { value: 'undelivered', at: noon },
  gitlab_reset: { value: 'sent', at: noon },
};

const answeredByHand = (evidence: Evidence) => Object.keys(evidence.byHand).sort();

describe('a hand answer', () => {
  it.each(checkIds)('to %s fills the gap, with any value of its domain', (check) => {
    for (const value of checks[check].domain) {
      expect(withHandAnswer(nothing, check, value, noon).byHand).toEqual({
        [check]: { value, at: noon },
      });
    }
  });

  it('is taken back without a trace, and replaced by a later one', () => {
    const first = withHandAnswer(nothing, 'login', 'on', noon);
    expect(withHandAnswer(first, 'login', undefined, noon + 1)).toEqual(nothing);
    expect(withHandAnswer(first, 'login', 'off', noon + 1).byHand).toEqual({
      login: { value: 'off', at: noon + 1 },
    });
  });

  it('to what a source has answered is not taken', () => {
    const evidence = { ...nothing, customersdot: answered(accountAnswer(portalAccount())) };
    expect(withHandAnswer(evidence, 'login', 'off', noon)).toBe(evidence);
    expect(withHandAnswer(evidence, 'login', 'on', noon).byHand).toEqual({});
  });

  it('about an account that is not there is not taken', () => {
    const evidence = { ...nothing, customersdot: answered(accountAnswer()) };
    expect(withHandAnswer(evidence, 'login', 'off', noon)).toBe(evidence);
    expect(withHandAnswer(evidence, 'confirmed', 'no', noon)).toBe(evidence);
  });

  it('against another one is not taken: who has seen its login has seen the account', () => {
    const seen = withHandAnswer(nothing, 'login', 'off', noon);
    expect(withHandAnswer(seen, 'account', 'absent', noon)).toBe(seen);
    const missing = withHandAnswer(nothing, 'account', 'absent', noon);
    expect(withHandAnswer(missing, 'login', 'off', noon)).toBe(missing);
  });

  it('cannot say that a reset which is underway is none', () => {
    const evidence = { ...nothing, portal_log: answered(portalLog(resetMail('retrying'))) };
    expect(withHandAnswer(evidence, 'portal_reset', 'none', noon)).toBe(evidence);
    expect(answeredByHand(withHandAnswer(evidence, 'portal_reset', 'sent', noon))).toEqual([
      'portal_reset',
    ]);
  });
});

describe('a real answer', () => {
  const byHand = { ...nothing, byHand: everyHandAnswer };

  it('is waited for: nothing is dropped before it comes', () => {
    expect(answeredByHand(withoutOverruled(byHand))).toEqual([
      'account',
      'confirmed',
      'gitlab_reset',
      'login',
      'portal_reset',
    ]);
  });

  it.each<[string, Partial<Evidence>, readonly CheckId[]]>([
    [
      'of CustomersDot',
      { customersdot: answered(accountAnswer(portalAccount())) },
      ['gitlab_reset', 'portal_reset'],
    ],
    [
      'of CustomersDot that there is no account',
      { customersdot: answered(accountAnswer()) },
      ['gitlab_reset', 'portal_reset'],
    ],
    [
      'of CustomersDot without the login',
      { customersdot: answered(accountAnswer(portalAccount({ loginActivated: undefined }))) },
      ['gitlab_reset', 'login', 'portal_reset'],
    ],
    [
      'of the portal’s log',
      { portal_log: answered(portalLog()) },
      ['account', 'confirmed', 'gitlab_reset', 'login'],
    ],
    [
      'of the portal’s log, cut off',
      { portal_log: answered({ ...portalLog(), truncated: true }) },
      ['account', 'confirmed', 'gitlab_reset', 'login', 'portal_reset'],
    ],
    [
      'of GitLab.com’s log',
      { gitlab_log: answered(gitlabLog()) },
      ['account', 'confirmed', 'login', 'portal_reset'],
    ],
  ])('%s drops what was answered by hand for it', (_whose, answer, left) => {
    expect(answeredByHand(withoutOverruled({ ...byHand, ...answer }))).toEqual(left);
  });

  it('drops for good: the hand answer does not return when the answer is lost', () => {
    const overruled = withoutOverruled({ ...byHand, customersdot: answered(accountAnswer()) });
    expect(
      answeredByHand(withoutOverruled({ ...overruled, customersdot: nothing.customersdot })),
    ).toEqual(['gitlab_reset', 'portal_reset']);
  });
});
