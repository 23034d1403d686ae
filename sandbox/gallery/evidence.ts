import {
  accountAnswer,
  answered,
  askedEvidence,
  days,
  evidence,
  failing,
  gitlabLog,
  mail,
  minutes,
  noon,
  pending,
  portalAccount,
  portalLog,
} from '../../fixtures/evidence';
import type { Mail, MailProvider } from '../../src/diagnosis/answers';
import type { Evidence } from '../../src/diagnosis/evidence';

export const reset = (daysAgo: number, change: Partial<Mail> = {}) =>
  mail({ sentAt: noon - days(daysAgo), ...change });
const confirmation = (daysAgo: number, change: Partial<Mail> = {}) =>
  reset(daysAgo, { kind: 'confirmation', subject: 'Confirmation instructions', ...change });
const greeting = mail({ sentAt: noon - days(5), kind: 'other', subject: 'Hello' });

export const row = (change: Parameters<typeof portalAccount>[0]) =>
  answered(accountAnswer(portalAccount(change)));
const portal = (...mails: readonly Mail[]) => answered(portalLog(...mails));
export const gitlab = (...mails: readonly Mail[]) => answered(gitlabLog(...mails));

export const bounce = {
  outcome: 'bounced',
  report: {
    code: 550,
    enhancedCode: '5.1.1',
    text: '550 5.1.1 <jane.doe@example.com>: no such user',
  },
} as const;

const refused = (enhancedCode: string, text: string, provider?: MailProvider) =>
  ({
    outcome: 'bounced',
    report: {
      code: 550,
      enhancedCode,
      text: `550 ${enhancedCode} ${text}`,
      mxHost: 'mx.example.com',
      ...(provider === undefined ? {} : { provider }),
    },
  }) as const;

export const refusedBecauseOfUs = {
  ...refused('5.7.606', 'Access denied, banned sending IP [192.0.2.10]', 'microsoft'),
  lostTo: 'our-sending',
} as const;

/** An account that is fine and two empty logs, but for what is named. */
const emptyLogs = (change: Partial<Evidence>): Evidence =>
  evidence({ portal_log: portal(), ...change });

/** What the sources know, for each outcome and each trouble. */
export const found = {
  reseller: emptyLogs({
    customersdot: row({ loginActivated: false }),
    gitlab_log: gitlab(reset(3)),
  }),
  wrongSite: emptyLogs({ gitlab_log: gitlab(reset(1.1), reset(2.2), reset(18)) }),
  noMail: emptyLogs({}),
  unconfirmed: emptyLogs({
    customersdot: row({ confirmedAt: null }),
    portal_log: portal(reset(2), confirmation(9, { outcome: 'bounced' })),
  }),
  several: emptyLogs({
    customersdot: row({ confirmedAt: null }),
    gitlab_log: gitlab(reset(2)),
  }),
  undelivered: emptyLogs({
    portal_log: portal(reset(1.5, bounce), reset(6), reset(12, { outcome: 'gave-up' })),
    suppressions: answered([
      { domain: 'customers.gitlab.com', list: 'bounce', listed: true, since: noon - days(1.5) },
    ]),
  }),
  /** One mail for each thing that a server can have said, the reset that counts first. */
  everyAnswer: emptyLogs({
    portal_log: portal(
      confirmation(0.05, { outcome: 'accepted' }),
      reset(1.5, refusedBecauseOfUs),
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
  }),
  underway: emptyLogs({
    portal_log: portal(reset(0.1, { outcome: 'retrying', report: { code: 452 } })),
  }),
  underwayRefused: emptyLogs({
    portal_log: portal(
      reset(0.1, {
        outcome: 'retrying',
        report: { code: 451, enhancedCode: '4.7.650', text: 'rate limited, IP reputation' },
      }),
    ),
  }),
  noAccount: emptyLogs({
    customersdot: answered({ accounts: [], lookAlikes: ['jane.doe+gitlab@example.com'] }),
  }),
  noCause: emptyLogs({
    portal_log: portal(reset(1.5), confirmation(25)),
    gitlab_log: gitlab(greeting),
  }),
  nothingYet: askedEvidence({}),
  early: askedEvidence({ customersdot: row({ loginActivated: false }) }),
  narrowing: emptyLogs({ gitlab_log: pending }),
  portalLogDown: emptyLogs({
    portal_log: failing('portal_log', { kind: 'timeout', afterMs: 10_000 }),
    gitlab_log: gitlab(reset(2)),
  }),
  logCutOff: emptyLogs({
    portal_log: answered({ ...portalLog(), truncated: true }),
    gitlab_log: gitlab(reset(2)),
  }),
  logFailed: emptyLogs({
    portal_log: portal(reset(1, { outcome: 'unclear', report: { code: 680 } })),
    gitlab_log: answered({
      ...gitlabLog(greeting),
      truncated: true,
      failure: { source: 'gitlab_log', kind: 'rate-limited', retryAfterMs: 30_000 },
    }),
  }),
  customersdotDown: emptyLogs({
    customersdot: failing('customersdot', { kind: 'malformed', what: 'sign-in-page' }),
    portal_log: portal(reset(2)),
  }),
  everythingDown: emptyLogs({
    customersdot: failing('customersdot', { kind: 'server', status: 502 }),
    portal_log: failing('portal_log', { kind: 'unauthorised', status: 401, maybeRegion: true }),
    gitlab_log: failing('gitlab_log', { kind: 'rate-limited', retryAfterMs: 30_000 }),
  }),
  offline: emptyLogs({
    portal_log: failing('portal_log', { kind: 'unreachable' }),
    gitlab_log: failing('gitlab_log', { kind: 'unreachable' }),
  }),
  handMode: emptyLogs({ customersdot: { state: 'by-hand' }, portal_log: portal(reset(2)) }),
  handModeDown: emptyLogs({
    customersdot: { state: 'by-hand' },
    portal_log: failing('portal_log', { kind: 'timeout', afterMs: 10_000 }),
    gitlab_log: failing('gitlab_log', { kind: 'unauthorised', status: 401 }),
    byHand: { account: { value: 'found', at: noon + minutes(1) } },
  }),
  doubted: emptyLogs({
    portal_log: portal(
      reset(3, {
        kind: 'other',
        subject: 'Reset your Customers Portal password',
        doubt: { why: 'unlisted-subject', mayBe: ['reset'] },
      }),
    ),
    gitlab_log: gitlab(reset(2)),
  }),
  byHand: emptyLogs({
    customersdot: failing('customersdot', { kind: 'forbidden', status: 403 }),
    portal_log: portal(reset(2)),
    byHand: {
      account: { value: 'found', at: noon + minutes(1) },
      login: { value: 'off', at: noon + minutes(1) },
    },
  }),
  byHandOpen: emptyLogs({
    customersdot: failing('customersdot', { kind: 'timeout', afterMs: 10_000 }),
    gitlab_log: failing('gitlab_log', { kind: 'rate-limited', retryAfterMs: 30_000 }),
    byHand: {
      login: { value: 'on', at: noon + minutes(1) },
      confirmed: { value: 'no', at: noon + minutes(1) },
    },
  }),
  halfAnswered: emptyLogs({
    customersdot: answered({
      ...accountAnswer(portalAccount({ confirmedAt: undefined })),
      confirmedFailure: { source: 'customersdot', kind: 'timeout', afterMs: 10_000 },
    }),
    portal_log: portal(reset(2)),
  }),
  severalAccounts: emptyLogs({
    customersdot: answered(
      accountAnswer(
        portalAccount({ id: '4' }),
        portalAccount({ id: '911', email: 'Jane.Doe@example.com', loginActivated: false }),
      ),
    ),
    portal_log: portal(reset(2)),
  }),
  accountChosen: emptyLogs({
    customersdot: answered(
      accountAnswer(
        portalAccount({ id: '1800', email: 'Jane.Doe@example.com' }),
        portalAccount({ id: '1801', confirmedAt: null }),
      ),
    ),
    portal_log: portal(reset(2)),
    usedAccount: { key: '1800', at: noon + minutes(1) },
  }),
  accountChosenOpen: emptyLogs({
    customersdot: answered(
      accountAnswer(
        portalAccount({ id: '1800', email: 'Jane.Doe@example.com' }),
        portalAccount({ id: '1801', confirmedAt: null }),
      ),
    ),
    portal_log: failing('portal_log', { kind: 'timeout', afterMs: 10_000 }),
    usedAccount: { key: '1800', at: noon + minutes(1) },
  }),
  unreached: emptyLogs({
    customersdot: failing('customersdot', { kind: 'unreachable' }),
    portal_log: failing('portal_log', { kind: 'unreachable' }),
    gitlab_log: failing('gitlab_log', { kind: 'unreachable' }),
  }),
  longAddress: emptyLogs({ gitlab_log: gitlab(reset(2)) }),
} as const satisfies Record<string, Evidence>;
