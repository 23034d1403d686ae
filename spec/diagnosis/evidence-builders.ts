import type { AccountAnswer, MailLog } from '../../src/diagnosis/answers';
import type { Evidence, Lookup } from '../../src/diagnosis/evidence';
import type { Failure } from '../../src/shared/failure';
import {
  accountAnswer,
  gitlabLog,
  jane,
  noon,
  portalAccount,
  portalLog,
  resetMail,
} from '../support/evidence';

export const askedAt = noon - 400;

export const answered = <T>(value: T, at = noon): Lookup<T> => ({
  state: 'answered',
  value,
  askedAt,
  at,
});

export const pending: Lookup<never> = { state: 'pending', askedAt };

export const failure: Failure = { source: 'customersdot', kind: 'timeout', afterMs: 10_000 };

export const failedLookup: Lookup<never> = { state: 'failed', failure, askedAt, at: noon };

/** A found, enabled and confirmed account whose portal reset arrived, with nothing from GitLab.com. */
export function evidence(change: Partial<Evidence> = {}): Evidence {
  return {
    address: jane,
    customersdot: answered(accountAnswer(portalAccount())),
    portal_log: answered(portalLog(resetMail('delivered'))),
    gitlab_log: answered(gitlabLog()),
    suppressions: { state: 'not-asked' },
    byHand: {},
    ...change,
  };
}

export const withAccounts = (...accounts: AccountAnswer['accounts']): Evidence =>
  evidence({ customersdot: answered(accountAnswer(...accounts)) });

export const withPortalLog = (log: MailLog): Evidence => evidence({ portal_log: answered(log) });

export const withGitlabLog = (log: MailLog): Evidence => evidence({ gitlab_log: answered(log) });
