import {
  accountAnswer,
  days,
  gitlabLog,
  jane,
  minutes,
  noon,
  portalAccount,
  portalLog,
} from '../../spec/support/evidence';
import type { Evidence } from '../../src/diagnosis/evidence';
import { answered, evidence, failing, mail } from './fixtures';

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

/** What the sources know, for each outcome and each trouble. */
export const found = {
  reseller: evidence({
    account: answered(accountAnswer(portalAccount({ loginActivated: false }))),
    portalLog: answered(portalLog()),
    gitlabLog: answered(gitlabLog(reset(3))),
  }),
  wrongSite: evidence({
    account,
    portalLog: answered(portalLog()),
    gitlabLog: answered(gitlabLog(reset(1.1), reset(2.2), reset(18))),
  }),
  noMail: evidence({
    account,
    portalLog: answered(portalLog()),
    gitlabLog: answered(gitlabLog()),
  }),
  unconfirmed: evidence({
    account: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
    portalLog: answered(portalLog(reset(2), confirmation(9, { outcome: 'bounced' }))),
    gitlabLog: answered(gitlabLog()),
  }),
  several: evidence({
    account: answered(accountAnswer(portalAccount({ confirmedAt: null }))),
    portalLog: answered(portalLog()),
    gitlabLog: answered(gitlabLog(reset(2))),
  }),
  undelivered: evidence({
    account,
    portalLog: answered(portalLog(reset(1.5, bounce), reset(6), reset(12, { outcome: 'gave-up' }))),
    gitlabLog: answered(gitlabLog()),
    suppressions: answered([
      { domain: 'customers.gitlab.com', list: 'bounce', listed: true, since: noon - days(1.5) },
    ]),
  }),
  underway: evidence({
    account,
    portalLog: answered(
      portalLog(
        reset(0.1, {
          outcome: 'retrying',
          report: { code: 452 },
        }),
      ),
    ),
    gitlabLog: answered(gitlabLog()),
  }),
  noAccount: evidence({
    account: answered({ accounts: [], lookAlikes: ['jane.doe+gitlab@example.com'] }),
    portalLog: answered(portalLog()),
    gitlabLog: answered(gitlabLog()),
  }),
  noCause: evidence({
    account,
    portalLog: answered(portalLog(reset(1.5), confirmation(25))),
    gitlabLog: answered(
      gitlabLog(mail({ sentAt: noon - days(5), kind: 'other', subject: 'Hello' })),
    ),
  }),
  nothingYet: evidence({}),
  early: evidence({ account: answered(accountAnswer(portalAccount({ loginActivated: false }))) }),
  narrowing: evidence({ account, portalLog: answered(portalLog()) }),
  portalLogDown: evidence({
    account,
    portalLog: failing('portal_log', { kind: 'timeout', afterMs: 10_000 }),
    gitlabLog: answered(gitlabLog(reset(2))),
  }),
  logCutOff: evidence({
    account,
    portalLog: answered({ ...portalLog(), truncated: true }),
    gitlabLog: answered(gitlabLog(reset(2))),
  }),
  logFailed: evidence({
    account,
    portalLog: answered(portalLog(reset(1, { outcome: 'unclear', report: { code: 680 } }))),
    gitlabLog: answered({
      ...gitlabLog(mail({ sentAt: noon - days(5), kind: 'other', subject: 'Hello' })),
      truncated: true,
      failure: { source: 'gitlab_log', kind: 'rate-limited', retryAfterMs: 30_000 },
    }),
  }),
  customersdotDown: evidence({
    account: failing('customersdot', { kind: 'malformed', what: 'sign-in-page' }),
    portalLog: answered(portalLog(reset(2))),
    gitlabLog: answered(gitlabLog()),
  }),
  everythingDown: evidence({
    account: failing('customersdot', { kind: 'server', status: 502 }),
    portalLog: failing('portal_log', { kind: 'unauthorised', status: 401, maybeRegion: true }),
    gitlabLog: failing('gitlab_log', { kind: 'rate-limited', retryAfterMs: 30_000 }),
  }),
  offline: evidence({
    account,
    portalLog: failing('portal_log', { kind: 'unreachable' }),
    gitlabLog: failing('gitlab_log', { kind: 'unreachable' }),
  }),
  byHand: evidence({
    account: failing('customersdot', { kind: 'forbidden', status: 403 }),
    portalLog: answered(portalLog(reset(2))),
    gitlabLog: answered(gitlabLog()),
    byHand: {
      account: { value: 'found', at: noon + minutes(1) },
      login: { value: 'off', at: noon + minutes(1) },
    },
  }),
  byHandOpen: evidence({
    account: failing('customersdot', { kind: 'timeout', afterMs: 10_000 }),
    portalLog: answered(portalLog()),
    gitlabLog: failing('gitlab_log', { kind: 'rate-limited', retryAfterMs: 30_000 }),
    byHand: {
      login: { value: 'on', at: noon + minutes(1) },
      confirmed: { value: 'no', at: noon + minutes(1) },
    },
  }),
  halfAnswered: evidence({
    account: answered({
      ...accountAnswer(portalAccount({ confirmedAt: undefined })),
      confirmedFailure: { source: 'customersdot', kind: 'timeout', afterMs: 10_000 },
    }),
    portalLog: answered(portalLog(reset(2))),
    gitlabLog: answered(gitlabLog()),
  }),
  severalAccounts: evidence({
    account: answered(
      accountAnswer(
        portalAccount({ id: '4' }),
        portalAccount({ id: '911', email: 'Jane.Doe@example.com', loginActivated: false }),
      ),
    ),
    portalLog: answered(portalLog(reset(2))),
    gitlabLog: answered(gitlabLog()),
  }),
  longAddress: evidence({
    address: jane,
    account,
    portalLog: answered(portalLog()),
    gitlabLog: answered(gitlabLog(reset(2))),
  }),
} as const satisfies Record<string, Evidence>;
