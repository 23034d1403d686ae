import type { Failure } from '../shared/failure';
import {
  type AccountAnswer,
  type Mail,
  type MailLog,
  type SuppressionEntry,
  mailsOf,
} from './answers';
import type { HandAnswers } from './facts';

/** The state of one question to one source. Instants are epoch milliseconds. */
export type Lookup<T> =
  | { readonly state: 'not-asked' }
  /** The app has no way to ask this source: the engineer looks, and answers its checks. */
  | { readonly state: 'by-hand' }
  | { readonly state: 'pending'; readonly askedAt: number }
  | { readonly state: 'answered'; readonly value: T; readonly askedAt: number; readonly at: number }
  | {
      readonly state: 'failed';
      readonly failure: Failure;
      readonly askedAt: number;
      readonly at: number;
    };

/** Everything that is known, suspected or still being asked about one address. */
export interface Evidence {
  readonly address: string;
  readonly customersdot: Lookup<AccountAnswer>;
  readonly portal_log: Lookup<MailLog>;
  readonly gitlab_log: Lookup<MailLog>;
  /** Asked only when a portal reset was suppressed or failed; a stated extra, never part of the verdict. */
  readonly suppressions: Lookup<readonly SuppressionEntry[]>;
  readonly byHand: HandAnswers;
}

/** What kept a source from answering, or from answering all of it. */
export function failureIn(
  evidence: Evidence,
  source: 'customersdot' | 'portal_log' | 'gitlab_log',
): Failure | undefined {
  const lookup = evidence[source];
  if (lookup.state === 'failed') return lookup.failure;
  if (lookup.state !== 'answered') return undefined;
  const { value } = lookup;
  if ('accounts' in value) return value.loginFailure ?? value.confirmedFailure;
  return value.failure ?? value.unseen?.failure;
}

/** "Last confirmation mail: 3 May, bounced": evidence for an unconfirmed account, never part of the verdict. */
export function lastConfirmation({ portal_log }: Evidence): Mail | undefined {
  return portal_log.state === 'answered' ? mailsOf(portal_log.value, 'confirmation')[0] : undefined;
}
