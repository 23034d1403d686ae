import * as fc from 'fast-check';
import {
  accountAnswer,
  answered,
  askedAt,
  days,
  failedLookup,
  jane,
  mailLog,
  noon,
  pending,
  portalAccount,
} from '../../fixtures/evidence';
import {
  mailKinds,
  type AccountAnswer,
  type Mail,
  type MailLog,
  type PortalAccount,
} from '../../src/diagnosis/answers';
import {
  accountKey,
  type HandAnswers,
  type Evidence,
  type Lookup,
} from '../../src/diagnosis/evidence';

export const arbitraryAccount: fc.Arbitrary<PortalAccount> = fc
  .record({
    loginActivated: fc.constantFrom(true, true, false, undefined),
    confirmedAt: fc.constantFrom(noon - days(9), null, undefined),
    confirmed: fc.constantFrom(true, false, undefined),
    id: fc.constantFrom('4', '7', '9'),
    linked: fc.constantFrom(true, false, undefined),
  })
  .map(({ linked, ...change }) =>
    portalAccount({ ...change, ...(linked === undefined ? {} : { linked }) }),
  );

export const arbitraryAccountAnswer: fc.Arbitrary<AccountAnswer> = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 4, arbitrary: fc.tuple(arbitraryAccount) },
    { weight: 1, arbitrary: fc.tuple(arbitraryAccount, arbitraryAccount) },
  )
  .chain((accounts) =>
    (accounts.length > 0
      ? fc.constantFrom({}, {}, {}, { mayBeMore: true } as const)
      : fc.constantFrom({}, { notExact: true } as const)
    ).map((more) => ({ ...accountAnswer(...accounts), ...more })),
  );

const mail: fc.Arbitrary<Mail> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('reset', 'reset', 'sign_in_link', 'confirmation', 'other'),
  subject: fc.constant('Reset password instructions'),
  sentAt: fc.oneof(
    fc.integer({ min: noon - days(30), max: noon }),
    fc.integer({ min: noon - days(2), max: noon }),
  ),
  outcome: fc.constantFrom(
    'delivered',
    'delayed-bounce',
    'bounced',
    'suppressed',
    'gave-up',
    'failed',
    'retrying',
    'unclear',
    'rejected',
    'accepted',
  ),
  report: fc.constant({}),
});

export const arbitraryLog = (domain: string): fc.Arbitrary<MailLog> =>
  fc
    .record({
      mails: fc.array(mail, { maxLength: 4 }),
      truncated: fc.constantFrom(false, false, true),
      unreadable: fc.constantFrom(0, 0, 2),
      readBackTo: fc.constantFrom(noon - days(29), noon - days(15), noon - days(1)),
      kinds: fc.constantFrom(mailKinds, mailKinds, mailKinds, ['reset', 'confirmation'] as const),
    })
    .map(({ mails, ...rest }) => ({ ...mailLog(domain, ...mails), ...rest }));

const unanswered: fc.Arbitrary<Lookup<never>> = fc.constantFrom(
  { state: 'not-asked' },
  { state: 'by-hand' },
  pending,
  failedLookup,
);

const lookup = <T>(answer: fc.Arbitrary<T>): fc.Arbitrary<Lookup<T>> =>
  fc.oneof(
    { weight: 3, arbitrary: answer.map((value) => answered(value, askedAt + 400)) },
    { weight: 1, arbitrary: unanswered },
  );

/** Rarely, any of the checks also has a word of the engineer. */
export const arbitraryHandAnswers: fc.Arbitrary<HandAnswers> = fc
  .record(
    {
      account: fc.constantFrom('found', 'absent'),
      login: fc.constantFrom('on', 'off'),
      confirmed: fc.constantFrom('yes', 'no'),
      portal_reset: fc.constantFrom('none', 'sent', 'undelivered'),
      gitlab_reset: fc.constantFrom('none', 'sent'),
      sign_in_link: fc.constantFrom('none', 'sent', 'expired', 'undelivered'),
      linked: fc.constantFrom('yes', 'no', 'elsewhere'),
      gitlab_password: fc.constantFrom('on', 'off'),
      login_changed: fc.constantFrom('later', 'never'),
    },
    { requiredKeys: [] },
  )
  .map(
    (values) =>
      Object.fromEntries(
        Object.entries(values).map(([check, value]) => [check, { value, at: noon + 1 }]),
      ) as HandAnswers,
  );

const withoutChoice: fc.Arbitrary<Evidence> = fc.record({
  address: fc.constant(jane),
  customersdot: lookup(arbitraryAccountAnswer),
  portal_log: lookup(arbitraryLog('customers.gitlab.com')),
  gitlab_log: lookup(arbitraryLog('mg.gitlab.com')),
  suppressions: fc.constant({ state: 'not-asked' } as const),
  byHand: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: arbitraryHandAnswers },
  ),
});

/** Half of the time with the engineer's word for the first account that was found. */
export const arbitraryEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(withoutChoice, fc.boolean())
  .map(([evidence, chooses]) => {
    const { customersdot } = evidence;
    const [first] = customersdot.state === 'answered' ? customersdot.value.accounts : [];
    return chooses && first
      ? { ...evidence, usedAccount: { key: accountKey(first), at: noon + 1 } }
      : evidence;
  });
