import {
  accountAnswer,
  answered,
  evidence,
  failure,
  gitlabLog,
  minutes,
  noon,
  portalAccount,
  portalLog,
  resetMail,
  withAccounts,
  withPortalLog,
} from '../../fixtures/evidence';
import type { AccountAnswer, Mail, MailDoubt, MailLog } from '../../src/diagnosis/answers';
import { checks } from '../../src/diagnosis/checks';
import { factsFromEvidence, newestOf } from '../../src/diagnosis/evidence';

const doubtful = (why: MailDoubt['why'], { outcome, ...change }: Partial<Mail> = {}): Mail =>
  resetMail(outcome ?? 'delivered', {
    kind: 'other',
    doubt: { why, mayBe: ['reset'] },
    subject: 'Reset password instructions | Welcome (#1)',
    ...change,
  });

const portalReset = (log: MailLog) => factsFromEvidence(withPortalLog(log)).portal_reset;

describe('a log without a portal reset says why that is not "none"', () => {
  const domain = 'customers.gitlab.com';
  const empty = portalLog();
  const mail = doubtful('suffixed-subject');
  const asked = { subject: mail.subject, sentAt: mail.sentAt };

  it.each<[string, MailLog, object]>([
    ['it was cut off', { ...empty, truncated: true }, { kind: 'truncated' }],
    [
      'it goes on behind what was read',
      { ...empty, truncated: true, stoppedAfter: 12 },
      { kind: 'log-too-long', requests: 12 },
    ],
    [
      'a page did not come, however many did',
      { ...empty, truncated: true, stoppedAfter: 12, failure },
      { kind: 'truncated', failure },
    ],
    ['an entry could not be read', { ...empty, unreadable: 1 }, { kind: 'unreadable' }],
    [
      'nothing shows that the key sees mail',
      { ...empty, unseen: {} },
      { kind: 'domain-unseen', domain },
    ],
    [
      'whether the key sees mail could not be asked',
      { ...empty, unseen: { failure } },
      { kind: 'domain-unchecked', domain, failure },
    ],
    [
      'an entry could not be read, and nothing else was there',
      { ...empty, unreadable: 1, unseen: {} },
      { kind: 'unreadable' },
    ],
    [
      'a subject goes on after a listed one',
      portalLog(mail),
      { kind: 'suffixed-subject', ...asked },
    ],
    [
      'a subject is not listed',
      portalLog(doubtful('unlisted-subject')),
      { kind: 'unlisted-subject', ...asked },
    ],
    [
      'a subject is in doubt, in a log that was cut off too',
      { ...portalLog(mail), truncated: true },
      { kind: 'suffixed-subject', ...asked },
    ],
  ])('%s', (_, log, why) => {
    expect(portalReset(log)).toEqual({ known: false, why });
  });
});

describe('a reset beside a mail in doubt that ended otherwise', () => {
  const reset = resetMail('delivered');
  const rival = (sentAt: number) =>
    doubtful('suffixed-subject', { id: 'rival', outcome: 'bounced', sentAt });

  it.each([
    ['younger', reset.sentAt + 1, reset, false],
    ['sent at the same moment', reset.sentAt, reset, false],
    ['older', reset.sentAt - 1, reset, true],
    [
      'older than what was read of the reset',
      reset.sentAt - 1,
      { ...reset, sentBefore: true },
      false,
    ],
  ] as const)('%s', (_, sentAt, newest, known) => {
    const fact = portalReset(portalLog(newest, rival(sentAt)));
    expect(fact).toMatchObject(
      known
        ? { known: true, value: 'sent' }
        : { known: false, why: { kind: 'suffixed-subject' }, among: ['sent', 'undelivered'] },
    );
  });
});

describe('what an account’s row leaves possible', () => {
  const linked = (change: Partial<AccountAnswer>, ...rows: readonly object[]) =>
    factsFromEvidence(
      evidence({
        customersdot: answered({
          ...accountAnswer(...rows.map((row) => portalAccount(row))),
          ...change,
        }),
      }),
    ).linked;
  const why = { kind: 'not-in-answer' };

  it('is said of the one account that states half of it', () => {
    expect(linked({}, { linked: true })).toEqual({
      known: false,
      why,
      among: ['yes', 'elsewhere'],
    });
  });

  it.each<[string, Partial<AccountAnswer>, readonly object[]]>([
    ['a row that states nothing', {}, [{}]],
    ['several accounts', {}, [{ linked: true }, { linked: true }]],
    ['an account behind which there may be more', { mayBeMore: true }, [{ linked: true }]],
  ])('is not said of %s', (_, change, rows) => {
    expect(linked(change, ...rows)).toEqual({ known: false, why });
  });

  it('is everything for those that may be behind the one that was found', () => {
    const answer = { ...accountAnswer(portalAccount()), mayBeMore: true } as const;
    const { accounts } = factsFromEvidence(evidence({ customersdot: answered(answer) }));
    expect(accounts).toEqual([
      { login: ['on'], confirmed: ['yes'], linked: checks.linked.domain },
      {
        login: checks.login.domain,
        confirmed: checks.confirmed.domain,
        linked: checks.linked.domain,
      },
    ]);
  });
});

it('accounts that differ are ambiguous, also where one could not be asked for its login', () => {
  const rows = [true, false].map((loginActivated) => portalAccount({ loginActivated }));
  const answer = { ...accountAnswer(...rows), loginFailure: failure };
  const { login } = factsFromEvidence(evidence({ customersdot: answered(answer) }));
  expect(login).toMatchObject({ known: false, why: { kind: 'ambiguous' } });
});

it('what no lookup says is looked up by hand', () => {
  const { login_changed: changed } = factsFromEvidence(withAccounts(portalAccount()));
  expect(changed).toEqual({ known: false, why: { kind: 'by-hand' } });
});

it('the newest mail is that of a check that only the newest counts for', () => {
  const newest = resetMail('bounced', { sentAt: noon - minutes(5) });
  const known = evidence({
    portal_log: answered(portalLog(resetMail('delivered'), newest)),
    gitlab_log: answered(gitlabLog(newest)),
  });
  expect(newestOf('portal_reset', known)).toBe(newest);
  expect(newestOf('gitlab_reset', known)).toBeUndefined();
  expect(newestOf('login', known)).toBeUndefined();
});
