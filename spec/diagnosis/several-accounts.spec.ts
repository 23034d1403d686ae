import * as fc from 'fast-check';
import {
  accountAnswer,
  answered,
  days,
  evidence,
  noon,
  portalAccount,
} from '../../fixtures/evidence';
import type { PortalAccount } from '../../src/diagnosis/answers';
import type { CheckId } from '../../src/diagnosis/checks';
import { diagnose } from '../../src/diagnosis/diagnose';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import {
  type Evidence,
  type HandAnswers,
  factsFromEvidence,
  usedAccountOf,
} from '../../src/diagnosis/evidence';
import { verdictOf } from '../../src/diagnosis/verdict';
import { runs } from '../support/runs';
import { arbitraryAccount, arbitraryEvidence } from './arbitrary-evidence';
import { pages } from './pages';

type Row = Pick<PortalAccount, 'loginActivated' | 'confirmedAt'>;

const judgedBy = (change: Partial<Evidence>) =>
  diagnose(evidence(change), {
    edition: passwordEdition,
    now: noon,
    customerWroteAt: noon - days(1),
  });

const judged = (rows: readonly Row[], byHand: HandAnswers = {}) =>
  judgedBy({
    customersdot: answered(
      accountAnswer(...rows.map((row, id) => portalAccount({ id: `${id}`, ...row }))),
    ),
    byHand,
  });

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

describe('the account that the customer uses, by the engineer’s word', () => {
  const two = [
    portalAccount({ id: '1800', email: 'Jane.Doe@example.com', ...onConfirmed }),
    portalAccount({ id: '1801', ...offUnconfirmed }),
  ];
  const using = (key: string, accounts = two) =>
    judgedBy({
      customersdot: answered(accountAnswer(...accounts)),
      usedAccount: { key, at: noon },
    });

  it('answers all that the accounts differ in, marked as by hand, and shows them still', () => {
    const seen = using('1801');
    expect(possible(seen)).toBe('reseller');
    expect(seen.facts.login).toEqual({
      known: true,
      value: 'off',
      by: 'hand',
      at: noon,
      insteadOf: { kind: 'ambiguous' },
    });
    expect(seen.facts.confirmed).toMatchObject({ value: 'no', by: 'hand' });
    expect(seen.facts.account).toMatchObject({ value: 'found', by: 'lookup' });
    const { ground } = seen.trace.find(({ check }) => check === 'login') ?? {};
    expect(ground).toEqual({ kind: 'by-hand', at: noon, answer: accountAnswer(...two) });
    expect(possible(using('1800'))).toBe('no_known_cause');
  });

  it('says no more than its row does', () => {
    const silent = portalAccount({ id: '1802', loginActivated: undefined, confirmedAt: noon });
    const seen = using('1802', [...two, silent]);
    expect(seen.facts.login).toEqual({ known: false, why: { kind: 'not-in-answer' } });
    expect(seen.facts.confirmed).toMatchObject({ value: 'yes', by: 'hand' });
    expect(possible(seen)).toEqual(['reseller', 'no_known_cause']);
  });

  it('is none that was not found, none where they agree, and none that cannot be told from another', () => {
    const [one, other] = two as [PortalAccount, PortalAccount];
    const unnamed = two.map((account) => ({ ...account, id: '', email: 'jane.doe@example.com' }));
    expect(using('4').facts.login).toMatchObject({ known: false });
    expect(using('1800', [one, { ...one, id: '7' }]).facts.login).toMatchObject({ by: 'lookup' });
    expect(using('jane.doe@example.com', unnamed).facts.login).toMatchObject({ known: false });
    const spelled = [
      { ...one, id: '' },
      { ...other, id: '' },
    ];
    expect(using('Jane.Doe@example.com', spelled).facts.login).toMatchObject({ value: 'on' });
  });
});

it('of several accounts, the one that the customer uses is judged as if it were the only one', () => {
  fc.assert(
    fc.property(arbitraryEvidence, arbitraryAccount, arbitraryAccount, (found, one, other) => {
      const accounts = [
        { ...one, id: '1800' },
        { ...other, id: '1801' },
      ];
      const evidence = {
        ...found,
        byHand: {},
        customersdot: answered({ accounts, lookAlikes: [] }),
        usedAccount: { key: '1801', at: noon + 1 },
      };
      const used = usedAccountOf(evidence);
      fc.pre(used !== undefined);
      const alone = { ...evidence, customersdot: answered({ accounts: [used], lookAlikes: [] }) };
      for (const { edition } of pages) {
        expect(verdictOf(edition, factsFromEvidence(evidence))).toEqual(
          verdictOf(edition, factsFromEvidence(alone)),
        );
      }
    }),
    { numRuns: runs(60, 600) },
  );
});
