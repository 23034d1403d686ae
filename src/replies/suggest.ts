import { sameAddress } from '../address/address';
import type { AddressCandidate } from '../address/candidates';
import type { Diagnosis } from '../diagnosis/diagnosis';
import type { MailLog } from '../diagnosis/answers';
import type { Evidence, Lookup } from '../diagnosis/evidence';
import { isLostToTheAddress, newestReset } from '../diagnosis/mail-log';
import type { Disclosure } from './may-disclose';
import type { SuggestedReply } from './reply';
import { replyFor } from './reply-for';

/**
 * The neutral reply does not even depend on the diagnosis: when it appears, and whether it does, must not
 * tell anything either. Otherwise nothing is suggested before the verdict is settled.
 */
export function suggestReplies(
  { edition, verdict, evidence }: Pick<Diagnosis, 'edition' | 'verdict' | 'evidence'>,
  candidate: Pick<AddressCandidate, 'address'>,
  disclosure: Disclosure,
): readonly SuggestedReply[] {
  if (disclosure.kind === 'closed') {
    // Who reads is known a moment later; until then either reply could be the wrong one.
    if (disclosure.why.kind === 'pending') return [];
    return [{ name: 'verify_ownership', role: 'neutral' }];
  }
  // Findings about one address never become a reply about another.
  if (verdict.kind !== 'settled' || !sameAddress(evidence.address, candidate.address)) return [];
  return [verdict.outcome, ...verdict.alsoApplies].flatMap((outcome, place) => {
    const name = replyFor(edition, outcome, evidence);
    return name ? { name, role: place === 0 ? 'verdict' : 'also' } : [];
  });
}

/** What the engineer should know of her own reply before she sends it. */
export type ReplyWarning =
  { readonly kind: 'undeliverable-in-zendesk' } | { readonly kind: 'reset-bounced' };

interface Requester {
  readonly email: string | undefined;
  readonly identities: readonly {
    readonly type: string;
    readonly value: string;
    readonly deliverableState: string | undefined;
  }[];
}

const answered = (lookup: Lookup<MailLog>): readonly MailLog[] =>
  lookup.state === 'answered' ? [lookup.value] : [];

/** The newest reset of either site: an older one that bounced says little once a later one arrived. */
function newestResetFailed({ portal_log, gitlab_log }: Evidence): boolean {
  const newest = [...answered(portal_log), ...answered(gitlab_log)]
    .flatMap((log) => newestReset(log) ?? [])
    .sort((one, other) => other.sentAt - one.sentAt)[0];
  if (newest === undefined || !isLostToTheAddress(newest.outcome)) return false;
  // What was refused because of our servers says nothing of a reply, which Zendesk's send.
  return newest.lostTo === undefined;
}

export function replyWarnings(
  requester: Requester | undefined,
  { facts, evidence }: Pick<Diagnosis, 'facts' | 'evidence'>,
): readonly ReplyWarning[] {
  const address = requester?.email?.trim();
  if (requester === undefined || address === undefined) return [];

  const warnings: ReplyWarning[] = [];
  const undeliverable = requester.identities.some(
    ({ type, value, deliverableState }) =>
      type === 'email' &&
      sameAddress(value.trim(), address) &&
      deliverableState === 'undeliverable',
  );
  if (undeliverable) warnings.push({ kind: 'undeliverable-in-zendesk' });

  const portal = facts.portal_reset;
  const bounced =
    portal.known && portal.by === 'hand'
      ? portal.value === 'undelivered'
      : newestResetFailed(evidence);
  if (bounced && sameAddress(evidence.address, address)) warnings.push({ kind: 'reset-bounced' });
  return warnings;
}
