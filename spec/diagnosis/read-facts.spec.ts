import {
  accountAnswer,
  answered,
  evidence,
  failedLookup,
  failure,
  gitlabLog,
  minutes,
  noon,
  pending,
  portalAccount,
  portalLog,
  resetMail,
  withAccounts,
  withGitlabLog,
  withPortalLog,
} from '../../fixtures/evidence';
import type { AccountAnswer, MailOutcome, PortalAccount } from '../../src/diagnosis/answers';
import type { CheckId } from '../../src/diagnosis/checks';
import { type HandAnswers, type Evidence, factsFromEvidence } from '../../src/diagnosis/evidence';

/** The value where the fact is known, why not where it is unknown. */
function reads(check: CheckId, from: Evidence): string {
  const fact = factsFromEvidence(from)[check];
  return fact.known ? fact.value : `unknown: ${fact.why.kind}`;
}

const account = (change: Partial<PortalAccount>) => portalAccount({ id: '7', ...change });

describe('the account', () => {
  it('is found or absent', () => {
    expect(reads('account', withAccounts(portalAccount()))).toBe('found');
    expect(reads('account', withAccounts(portalAccount(), account({})))).toBe('found');
    expect(reads('account', withAccounts())).toBe('absent');
  });

  it('that is absent has neither login nor confirmation, whatever somebody says', () => {
    const none = { ...withAccounts(), byHand: { login: { value: 'on', at: 1 } } } as const;
    expect(reads('login', none)).toBe('unknown: no-account');
    expect(reads('confirmed', none)).toBe('unknown: no-account');
    expect(reads('login', { ...none, customersdot: failedLookup })).toBe('on');
    expect(
      reads('login', {
        ...none,
        customersdot: failedLookup,
        byHand: { ...none.byHand, account: { value: 'absent', at: 1 } },
      }),
    ).toBe('unknown: no-account');
  });
});

describe('an account that nobody could ask for, or only partly', () => {
  it('is unknown in all three checks, because it is looked at by hand', () => {
    const byHand = { ...withAccounts(), customersdot: { state: 'by-hand' } } as const;
    expect(
      ['account', 'login', 'confirmed'].map((check) => reads(check as CheckId, byHand)),
    ).toEqual(Array<string>(3).fill('unknown: by-hand'));
    const seen = { ...byHand, byHand: { account: { value: 'absent', at: 1 } } } as const;
    expect(reads('account', seen)).toBe('absent');
  });

  it('is neither found nor absent where the list has no exact match', () => {
    const answer: AccountAnswer = { accounts: [], lookAlikes: [], notExact: true };
    const similar = { ...withAccounts(), customersdot: answered(answer, noon) };
    expect(
      ['account', 'login', 'confirmed'].map((check) => reads(check as CheckId, similar)),
    ).toEqual(Array<string>(3).fill('unknown: not-exact'));
  });

  it('says why the login could not be asked for', () => {
    const known = portalAccount({ loginActivated: undefined });
    const answer: AccountAnswer = { ...accountAnswer(known), loginFailure: failure };
    const partly = { ...withAccounts(), customersdot: answered(answer, noon) };
    expect([reads('account', partly), reads('login', partly)]).toEqual([
      'found',
      'unknown: failed',
    ]);
  });
});

describe('login', () => {
  it.each<[string, readonly (boolean | undefined)[]]>([
    ['on', [true]],
    ['off', [false]],
    ['unknown: not-in-answer', [undefined]],
    ['on', [true, true]],
    ['off', [false, false]],
    ['unknown: ambiguous', [true, false]],
    ['unknown: not-in-answer', [true, undefined]],
    ['unknown: ambiguous', [true, false, undefined]],
    ['unknown: not-in-answer', [undefined, undefined]],
  ])('is %s where the accounts say %p', (expected, stated) => {
    const accounts = stated.map((loginActivated) => account({ loginActivated }));
    expect(reads('login', withAccounts(...accounts))).toBe(expected);
  });
});

describe('confirmed', () => {
  it.each<[string, Partial<PortalAccount>]>([
    ['yes', { confirmedAt: noon }],
    ['yes', { confirmedAt: 0 }],
    ['no', { confirmedAt: null }],
    ['unknown: not-in-answer', { confirmedAt: undefined, confirmed: undefined }],
    ['yes', { confirmedAt: undefined, confirmed: true }],
    ['no', { confirmedAt: undefined, confirmed: false }],
    ['no', { confirmedAt: null, confirmed: true }],
  ])('is %s where the account has %p', (expected, change) => {
    expect(reads('confirmed', withAccounts(account(change)))).toBe(expected);
  });

  it('is known of several accounts only where they agree', () => {
    const yes = account({ confirmedAt: noon });
    const alsoYes = account({ confirmedAt: undefined, confirmed: true });
    const no = account({ confirmedAt: null });
    expect(reads('confirmed', withAccounts(yes, alsoYes))).toBe('yes');
    expect(reads('confirmed', withAccounts(yes, no))).toBe('unknown: ambiguous');
  });
});

describe('the portal reset', () => {
  it.each<[MailOutcome, string]>([
    ['delivered', 'sent'],
    ['accepted', 'unknown: underway'],
    ['retrying', 'unknown: underway'],
    ['unclear', 'unknown: underway'],
    ['delayed-bounce', 'undelivered'],
    ['bounced', 'undelivered'],
    ['suppressed', 'undelivered'],
    ['gave-up', 'undelivered'],
    ['failed', 'undelivered'],
    ['rejected', 'undelivered'],
  ])('whose mail is %s counts as %s', (outcome, expected) => {
    expect(reads('portal_reset', withPortalLog(portalLog(resetMail(outcome))))).toBe(expected);
  });

  it('is judged by the newest mail, in whatever order the log came', () => {
    const newer = resetMail('bounced', { sentAt: noon });
    const older = resetMail('delivered', { sentAt: noon - minutes(1) });
    expect(reads('portal_reset', withPortalLog(portalLog(newer, older)))).toBe('undelivered');
    expect(reads('portal_reset', withPortalLog(portalLog(older, newer)))).toBe('undelivered');
  });

  it('is none only in a log that was read to its end', () => {
    expect(reads('portal_reset', withPortalLog(portalLog()))).toBe('none');
    const truncated = { ...portalLog(), truncated: true };
    expect(reads('portal_reset', withPortalLog(truncated))).toBe('unknown: truncated');
    const unreadable = { ...portalLog(), unreadable: 1 };
    expect(reads('portal_reset', withPortalLog(unreadable))).toBe('unknown: unreadable');
  });

  it('is known from a log that was cut off where it lies before the cut', () => {
    const log = { ...portalLog(resetMail('delivered', { sentAt: noon })), truncated: true };
    expect(reads('portal_reset', withPortalLog({ ...log, readBackTo: noon }))).toBe('sent');
  });

  it('is not known where it lies behind the cut: a newer one may lie there too', () => {
    const log = { ...portalLog(resetMail('delivered', { sentAt: noon })), truncated: true };
    expect(reads('portal_reset', withPortalLog({ ...log, readBackTo: noon + 1 }))).toBe(
      'unknown: truncated',
    );
    expect(reads('portal_reset', withPortalLog(log))).toBe('unknown: truncated');
    expect(factsFromEvidence(evidence(withPortalLog(log))).portal_reset).toMatchObject({
      among: ['sent', 'undelivered'],
    });
  });

  it('is not known where only a late event of it lies before the cut', () => {
    const late = resetMail('delivered', { sentAt: noon, sentBefore: true });
    expect(reads('portal_reset', withPortalLog(portalLog(late)))).toBe('sent');
    const log = { ...portalLog(late), truncated: true, readBackTo: noon - 1 };
    expect(reads('portal_reset', withPortalLog(log))).toBe('unknown: truncated');
  });

  it('that is not known because a page failed says how', () => {
    const log = { ...portalLog(), truncated: true, failure };
    for (const one of [log, { ...log, mails: [resetMail('delivered')] }]) {
      expect(factsFromEvidence(withPortalLog(one)).portal_reset).toMatchObject({
        known: false,
        why: { kind: 'truncated', failure },
      });
    }
  });

  it.each(['delivered', 'bounced', 'retrying'] as const)(
    'is unknown beside a mail that cannot be read, which may be newer than the %s one',
    (outcome) => {
      const log = { ...portalLog(resetMail(outcome)), unreadable: 1 };
      expect(reads('portal_reset', withPortalLog(log))).toBe('unknown: unreadable');
    },
  );

  it.each([
    ['one that is underway', portalLog(resetMail('retrying'))],
    ['one and a mail that cannot be read', { ...portalLog(resetMail('bounced')), unreadable: 1 }],
  ])('cannot be none in a log that has %s, not even by hand', (_words, log) => {
    const byHand = { portal_reset: { value: 'none', at: noon } } as const;
    const { portal_reset: fact } = factsFromEvidence(evidence({ ...withPortalLog(log), byHand }));
    expect(fact).toMatchObject({ known: false, among: ['sent', 'undelivered'] });
  });

  it('that is underway can be told by hand', () => {
    const log = withPortalLog(portalLog(resetMail('retrying')));
    const byHand = { portal_reset: { value: 'undelivered', at: noon } } as const;
    expect(reads('portal_reset', { ...log, byHand })).toBe('undelivered');
  });

  it.each([
    ['the one on the screen', { mail: 'a' }, { id: 'a', sentAt: noon }, 'undelivered'],
    ['no other, newer or not', { mail: 'a' }, { id: 'b' }, 'unknown: underway'],
    [
      'with none on the screen, one of long before',
      {},
      { sentAt: noon - minutes(30) },
      'undelivered',
    ],
    [
      'not, with none on the screen, one that the log may not have had yet',
      {},
      { sentAt: noon - minutes(30) + 1 },
      'unknown: underway',
    ],
  ])('told by hand is %s', (_which, before, mail, expected) => {
    const log = withPortalLog(portalLog(resetMail('retrying', mail)));
    const byHand = { portal_reset: { value: 'undelivered', at: noon, ...before } } as const;
    expect(reads('portal_reset', { ...log, byHand })).toBe(expected);
  });

  it('that began before the window is the newest only where the others ended like it', () => {
    const late = resetMail('gave-up', { sentAt: noon, sentBefore: true });
    const log = (outcome: 'delivered' | 'bounced') =>
      withPortalLog(portalLog(late, resetMail(outcome)));
    expect(reads('portal_reset', log('bounced'))).toBe('undelivered');
    expect(reads('portal_reset', log('delivered'))).toBe('unknown: truncated');
    const begun = resetMail('gave-up', { sentAt: noon });
    const whole = withPortalLog(portalLog(begun, resetMail('delivered')));
    expect(reads('portal_reset', whole)).toBe('undelivered');
  });

  it('is none in a log of other mails', () => {
    const confirmation = resetMail('delivered', { kind: 'confirmation' });
    const other = resetMail('delivered', { kind: 'other' });
    expect(reads('portal_reset', withPortalLog(portalLog(confirmation, other)))).toBe('none');
  });
});

describe('the GitLab.com reset', () => {
  it('counts as sent wherever it ended up', () => {
    const logs = ['delivered', 'bounced', 'suppressed'] as const;
    for (const outcome of logs) {
      expect(reads('gitlab_reset', withGitlabLog(gitlabLog(resetMail(outcome))))).toBe('sent');
    }
  });

  it('is none only in a log that was read to its end', () => {
    expect(reads('gitlab_reset', withGitlabLog(gitlabLog()))).toBe('none');
    const truncated = { ...gitlabLog(), truncated: true };
    expect(reads('gitlab_reset', withGitlabLog(truncated))).toBe('unknown: truncated');
    const unreadable = { ...gitlabLog(), unreadable: 1 };
    expect(reads('gitlab_reset', withGitlabLog(unreadable))).toBe('unknown: unreadable');
  });

  it('is known beside a mail that cannot be read: which of them is newer does not matter', () => {
    const log = { ...gitlabLog(resetMail('delivered')), unreadable: 1 };
    expect(reads('gitlab_reset', withGitlabLog(log))).toBe('sent');
  });
});

describe('a lookup without an answer', () => {
  const checks: readonly [CheckId, 'customersdot' | 'portal_log' | 'gitlab_log'][] = [
    ['account', 'customersdot'],
    ['login', 'customersdot'],
    ['confirmed', 'customersdot'],
    ['portal_reset', 'portal_log'],
    ['gitlab_reset', 'gitlab_log'],
  ];

  it.each(checks)('leaves %s unknown, and says why', (check, lookup) => {
    const with_ = (state: Evidence['customersdot'] & Evidence['portal_log']) =>
      factsFromEvidence(evidence({ [lookup]: state }))[check];
    expect(with_({ state: 'not-asked' })).toEqual({ known: false, why: { kind: 'not-asked' } });
    expect(with_(pending)).toEqual({ known: false, why: { kind: 'pending' } });
    expect(with_(failedLookup)).toEqual({ known: false, why: { kind: 'failed', failure } });
  });
});

describe('an answer by hand', () => {
  const byHand = {
    account: { value: 'found', at: 1 },
    login: { value: 'off', at: 2 },
    confirmed: { value: 'no', at: 3 },
    portal_reset: { value: 'undelivered', at: 4 },
    gitlab_reset: { value: 'sent', at: 5 },
  } as const;

  it('fills each gap and is marked as such', () => {
    const nothing = { customersdot: failedLookup, portal_log: pending, gitlab_log: failedLookup };
    const hand = { known: true, by: 'hand', insteadOf: { kind: 'failed', failure } } as const;
    expect(factsFromEvidence(evidence({ ...nothing, byHand }))).toMatchObject({
      account: { ...hand, value: 'found', at: 1 },
      login: { ...hand, value: 'off', at: 2 },
      confirmed: { ...hand, value: 'no', at: 3 },
      portal_reset: { ...hand, value: 'undelivered', at: 4, insteadOf: { kind: 'pending' } },
      gitlab_reset: { ...hand, value: 'sent', at: 5 },
    });
  });

  it('never stands against what a system said', () => {
    expect(factsFromEvidence(evidence({ byHand }))).toEqual(factsFromEvidence(evidence()));
    expect(factsFromEvidence(evidence()).login).toEqual({
      known: true,
      value: 'on',
      by: 'lookup',
      at: noon,
    });
  });

  it('fills the one gap that an answer leaves', () => {
    const half = withAccounts(portalAccount({ loginActivated: undefined }));
    expect(reads('login', { ...half, byHand })).toBe('off');
    expect(reads('confirmed', { ...half, byHand })).toBe('yes');
  });
});

describe('several accounts', () => {
  const two = (...byHand: readonly HandAnswers[]) =>
    evidence({
      customersdot: answered(
        accountAnswer(
          portalAccount({ id: '1', loginActivated: true, confirmedAt: noon }),
          portalAccount({ id: '2', loginActivated: false, confirmedAt: null }),
        ),
      ),
      byHand: Object.assign({}, ...byHand) as HandAnswers,
    });
  const on = { login: { value: 'on', at: 1 } } as const;
  const unconfirmed = { confirmed: { value: 'no', at: 2 } } as const;

  it('that differ are known together, not apart', () => {
    expect(factsFromEvidence(two())).toMatchObject({
      login: { known: false, why: { kind: 'ambiguous' } },
      confirmed: { known: false, why: { kind: 'ambiguous' } },
      accounts: [
        { login: ['on'], confirmed: ['yes'] },
        { login: ['off'], confirmed: ['no'] },
      ],
    });
  });

  it('take what was seen of one of them, and nothing that is true of none', () => {
    expect(factsFromEvidence(two(on)).login).toMatchObject({ value: 'on', by: 'hand' });
    const crossed = factsFromEvidence(two(on, unconfirmed));
    expect([crossed.login.known, crossed.confirmed.known]).toEqual([false, false]);
  });

  it('can be anything that they do not state', () => {
    const bare = portalAccount({ loginActivated: undefined, confirmedAt: undefined });
    const { accounts } = factsFromEvidence(withAccounts(bare, bare));
    expect(accounts).toEqual([pickDomains, pickDomains]);
  });

  it('are not counted where the list goes on behind the one that was found', () => {
    const answer = { ...accountAnswer(portalAccount({ loginActivated: false })), mayBeMore: true };
    const facts = factsFromEvidence(evidence({ customersdot: answered(answer as AccountAnswer) }));
    expect(facts.account).toMatchObject({ value: 'found' });
    expect(facts.login).toEqual({ known: false, why: { kind: 'more-accounts' } });
    expect(facts.confirmed).toEqual({ known: false, why: { kind: 'more-accounts' } });
  });

  it('are no matter where there is one', () => {
    expect(factsFromEvidence(evidence())).not.toHaveProperty('accounts');
  });
});

const pickDomains = {
  login: ['on', 'off'],
  confirmed: ['yes', 'no'],
  linked: ['yes', 'no', 'elsewhere'],
};

test('a confirmation that could not be asked for says why, and only where the row does not state it', () => {
  const answerOf = (confirmedAt: number | undefined): AccountAnswer => ({
    ...accountAnswer(portalAccount({ confirmedAt })),
    confirmedFailure: failure,
  });
  const confirmed = (at: number | undefined) =>
    factsFromEvidence(evidence({ customersdot: answered(answerOf(at)) })).confirmed;
  expect(confirmed(undefined)).toEqual({ known: false, why: { kind: 'failed', failure } });
  expect(confirmed(noon)).toMatchObject({ value: 'yes' });
});
