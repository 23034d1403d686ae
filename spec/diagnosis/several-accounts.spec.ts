import {
  accountAnswer,
  answered,
  days,
  evidence,
  gitlabLog,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import type { PortalAccount } from '../../src/diagnosis/answers';
import type { CheckId } from '../../src/diagnosis/checks';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import type { HandAnswers } from '../../src/diagnosis/evidence';

type Row = Pick<PortalAccount, 'loginActivated' | 'confirmedAt'>;

const judged = (rows: readonly Row[], byHand: HandAnswers = {}) =>
  diagnose(
    evidence({
      customersdot: answered(
        accountAnswer(...rows.map((row, id) => portalAccount({ id: `${id}`, ...row }))),
      ),
      portal_log: answered(portalLog(resetMail('delivered'))),
      gitlab_log: answered(gitlabLog()),
      byHand,
    }),
    { edition: passwordEdition, now: noon, customerWroteAt: noon - days(1) },
  );

const possible = ({ verdict }: ReturnType<typeof judged>) =>
  verdict.kind === 'settled' ? verdict.outcome : verdict.possible.map(({ outcome }) => outcome);

const concluded = ({ trace }: ReturnType<typeof judged>, check: CheckId) =>
  trace.find((step) => step.check === check)?.conclusion;

const onConfirmed = { loginActivated: true, confirmedAt: noon };
const offUnconfirmed = { loginActivated: false, confirmedAt: null };
const onUnconfirmed = { loginActivated: true, confirmedAt: null };
const offConfirmed = { loginActivated: false, confirmedAt: noon };

describe('several accounts that differ', () => {
  it('leave open what is true of one of them, and nothing else', () => {
    expect(possible(judged([onConfirmed, offUnconfirmed]))).toEqual(['reseller', 'no_known_cause']);
    expect(possible(judged([onUnconfirmed, offConfirmed]))).toEqual(['reseller', 'unconfirmed']);
    expect(possible(judged([onConfirmed, onUnconfirmed]))).toEqual([
      'unconfirmed',
      'no_known_cause',
    ]);
  });

  it('are told apart by what the engineer saw of one', () => {
    const login = { login: { value: 'on', at: noon } } as const;
    const seen = judged([onConfirmed, offUnconfirmed], login);
    expect(possible(seen)).toBe('no_known_cause');
    expect(concluded(seen, 'login')).toEqual({ kind: 'ruled-out', outcomes: ['reseller'] });
    expect(concluded(seen, 'confirmed')).toEqual({
      kind: 'not-needed',
      because: [{ check: 'login', values: ['on'], byHand: true }],
    });
  });

  it('say of every other check that it is not needed because of what told them apart', () => {
    const confirmed = { confirmed: { value: 'yes', at: noon } } as const;
    const seen = judged([onUnconfirmed, offConfirmed], confirmed);
    const because = [{ check: 'confirmed', values: ['yes'], byHand: true }];
    expect(possible(seen)).toBe('reseller');
    expect(concluded(seen, 'portal_reset')).toEqual({ kind: 'not-needed', because });
    expect(concluded(seen, 'login')).toEqual({ kind: 'not-needed', because });
    expect(concluded(seen, 'confirmed')).toEqual({ kind: 'ruled-out', outcomes: ['unconfirmed'] });
  });

  it('say what they agree in, and what that rules out', () => {
    const found = judged([onConfirmed, offConfirmed]);
    expect(concluded(found, 'confirmed')).toEqual({
      kind: 'ruled-out',
      outcomes: ['unconfirmed'],
    });
    expect(concluded(found, 'account')).toEqual({ kind: 'ruled-out', outcomes: ['no_account'] });
    expect(concluded(judged([onConfirmed, onUnconfirmed]), 'login')).toEqual({
      kind: 'ruled-out',
      outcomes: ['reseller'],
    });
  });
});
