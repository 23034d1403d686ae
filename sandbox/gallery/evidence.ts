import {
  accountAnswer,
  answered,
  askedEvidence,
  days,
  failing,
  gitlabLog,
  jane,
  mail,
  minutes,
  noon,
  portalAccount,
  portalLog,
} from '../../fixtures/evidence';
import type { MailProvider } from '../../src/diagnosis/answers';
import type { Evidence } from '../../src/diagnosis/evidence';

const account = answered(accountAnswer(portalAccount()));
const reset = (daysAgo: number, change = {}) => mail({ sentAt: noon - days(daysAgo), ...change });
const confirmation = (daysAgo: number, change = {}) =>
  mail({
    sentAt: noon - days(daysAgo),
    kind: 'confirmation',
    subject: 'Confirmation instructions',
    ...change,
  });

const bounce = {
  outcome: 'bounced',
  report: {
    code: 550,
    enhancedCode: '5.1.1',
    text: '550 5.1.1 <jane.doe@example.com>: no such user',
  },
};

const refused = (enhancedCode: string, text: string, provider?: MailProvider) => ({
  outcome: 'bounced',
  report: {
    code: 550,
    enhancedCode,
    text: `550 ${enhancedCode} ${text}`,
    mxHost: 'mx.example.com',
    ...(provider === undefined ? {} : { provider }),
  },
});

/** What the sources know, for each outcome and each trouble. */
export const found = {
  reseller: askedEvidence({
    customersdot: answered(accountAnswer(portalAccount({ loginActivated: false }))),
    portal_log: answered(portalLog()),
    gitlab_log: answered(gitlabLog(reset(3))),
  }),
  wrongSite: askedEvidence({
    customersdot: account,
    portal_log: answered(portalLog()),
    gitlab_log: answered(gitlabLog(reset(1.1), reset(2.2), reset(18))),
  }),
  noMail: askedEvidence({
    customersdot: account,
    portal_log: answered(portalLog()),
    gitlab_log: answered(gitlabLog()),
  }),
  unconfirmed: askedEvidence({
    customersdot: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
    portal_log: answered(portalLog(reset(2), confirmation(9, { outcome: 'bounced' }))),
    gitlab_log: answered(gitlabLog()),
  }),
  several: askedEvidence({
    customersdot: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
    portal_log: answered(portalLog()),
    gitlab_log: answered(gitlabLog(reset(2))),
  }),
  undelivered: askedEvidence({
    customersdot: account,
    portal_log: answered(
      portalLog(reset(1.5, bounce), reset(6), reset(12, { outcome: 'gave-up' })),
    ),
    gitlab_log: answered(gitlabLog()),
    suppressions: answered([
      { domain: 'customers.gitlab.com', list: 'bounce', listed: true, since: noon - days(1.5) },
    ]),
  }),
  /** One mail for each thing that a server can have said, the reset that counts first. */
  everyAnswer: askedEvidence({
    customersdot: account,
    portal_log: answered(
      portalLog(
        confirmation(0.05, { outcome: 'accepted' }),
        reset(1.5, {
          ...refused('5.7.606', 'Access denied, banned sending IP [192.0.2.10]', 'microsoft'),
          lostTo: 'our-sending',
        }),
        reset(3, refused('5.7.1', '<jane.doe@example.com>: Relay access denied')),
        reset(
          5,
          refused('5.2.1', 'receiving mail at a rate that prevents additional messages', 'google'),
        ),
        reset(9, {
          report: {
            code: 250,
            text: 'OK',
            mxHost: 'us-smtp-inbound-1.mimecast.com',
            provider: 'mimecast',
          },
        }),
      ),
    ),
    gitlab_log: answered(gitlabLog()),
  }),
  underway: askedEvidence({
    customersdot: account,
    portal_log: answered(
      portalLog(
        reset(0.1, {
          outcome: 'retrying',
          report: { code: 452 },
        }),
      ),
    ),
    gitlab_log: answered(gitlabLog()),
  }),
  underwayRefused: askedEvidence({
    customersdot: account,
    portal_log: answered(
      portalLog(
        reset(0.1, {
          outcome: 'retrying',
          report: { code: 451, enhancedCode: '4.7.650', text: 'rate limited, IP reputation' },
        }),
      ),
    ),
    gitlab_log: answered(gitlabLog()),
  }),
  noAccount: askedEvidence({
    customersdot: answered({ accounts: [], lookAlikes: ['jane.doe+gitlab@example.com'] }),
    portal_log: answered(portalLog()),
    gitlab_log: answered(gitlabLog()),
  }),
  noCause: askedEvidence({
    customersdot: account,
    portal_log: answered(portalLog(reset(1.5), confirmation(25))),
    gitlab_log: answered(
      gitlabLog(mail({ sentAt: noon - days(5), kind: 'other', subject: 'Hello' })),
    ),
  }),
  nothingYet: askedEvidence({}),
  early: askedEvidence({
    customersdot: answered(accountAnswer(portalAccount({ loginActivated: false }))),
  }),
  narrowing: askedEvidence({ customersdot: account, portal_log: answered(portalLog()) }),
  portalLogDown: askedEvidence({
    customersdot: account,
    portal_log: failing('portal_log', { kind: 'timeout', afterMs: 10_000 }),
    gitlab_log: answered(gitlabLog(reset(2))),
  }),
  logCutOff: askedEvidence({
    customersdot: account,
    portal_log: answered({ ...portalLog(), truncated: true }),
    gitlab_log: answered(gitlabLog(reset(2))),
  }),
  logFailed: askedEvidence({
    customersdot: account,
    portal_log: answered(portalLog(reset(1, { outcome: 'unclear', report: { code: 680 } }))),
    gitlab_log: answered({
      ...gitlabLog(mail({ sentAt: noon - days(5), kind: 'other', subject: 'Hello' })),
      truncated: true,
      failure: { source: 'gitlab_log', kind: 'rate-limited', retryAfterMs: 30_000 },
    }),
  }),
  customersdotDown: askedEvidence({
    customersdot: failing('customersdot', { kind: 'malformed', what: 'sign-in-page' }),
    portal_log: answered(portalLog(reset(2))),
    gitlab_log: answered(gitlabLog()),
  }),
  everythingDown: askedEvidence({
    customersdot: failing('customersdot', { kind: 'server', status: 502 }),
    portal_log: failing('portal_log', { kind: 'unauthorised', status: 401, maybeRegion: true }),
    gitlab_log: failing('gitlab_log', { kind: 'rate-limited', retryAfterMs: 30_000 }),
  }),
  offline: askedEvidence({
    customersdot: account,
    portal_log: failing('portal_log', { kind: 'unreachable' }),
    gitlab_log: failing('gitlab_log', { kind: 'unreachable' }),
  }),
  handMode: askedEvidence({
    customersdot: { state: 'by-hand' },
    portal_log: answered(portalLog(reset(2))),
    gitlab_log: answered(gitlabLog()),
  }),
  doubted: askedEvidence({
    customersdot: account,
    portal_log: answered(
      portalLog(
        reset(3, {
          kind: 'other',
          subject: 'Reset your Customers Portal password',
          doubt: { why: 'unlisted-subject', mayBe: ['reset'] },
        }),
      ),
    ),
    gitlab_log: answered(gitlabLog(reset(2))),
  }),
  byHand: askedEvidence({
    customersdot: failing('customersdot', { kind: 'forbidden', status: 403 }),
    portal_log: answered(portalLog(reset(2))),
    gitlab_log: answered(gitlabLog()),
    byHand: {
      account: { value: 'found', at: noon + minutes(1) },
      login: { value: 'off', at: noon + minutes(1) },
    },
  }),
  byHandOpen: askedEvidence({
    customersdot: failing('customersdot', { kind: 'timeout', afterMs: 10_000 }),
    portal_log: answered(portalLog()),
    gitlab_log: failing('gitlab_log', { kind: 'rate-limited', retryAfterMs: 30_000 }),
    byHand: {
      login: { value: 'on', at: noon + minutes(1) },
      confirmed: { value: 'no', at: noon + minutes(1) },
    },
  }),
  halfAnswered: askedEvidence({
    customersdot: answered({
      ...accountAnswer(portalAccount({ confirmedAt: undefined })),
      confirmedFailure: { source: 'customersdot', kind: 'timeout', afterMs: 10_000 },
    }),
    portal_log: answered(portalLog(reset(2))),
    gitlab_log: answered(gitlabLog()),
  }),
  severalAccounts: askedEvidence({
    customersdot: answered(
      accountAnswer(
        portalAccount({ id: '4' }),
        portalAccount({ id: '911', email: 'Jane.Doe@example.com', loginActivated: false }),
      ),
    ),
    portal_log: answered(portalLog(reset(2))),
    gitlab_log: answered(gitlabLog()),
  }),
  longAddress: askedEvidence({
    address: jane,
    customersdot: account,
    portal_log: answered(portalLog()),
    gitlab_log: answered(gitlabLog(reset(2))),
  }),
} as const satisfies Record<string, Evidence>;
