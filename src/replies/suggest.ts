import { sameAddress } from '../address/address';
import type { Address, AddressCandidate } from '../address/address';
import {
  type Mail,
  type MailLog,
  arrivalOf,
  isLostToTheAddress,
  mailsOf,
} from '../diagnosis/answers';
import type { Diagnosis, Edition } from '../diagnosis/diagnosis';
import { type Fact, isByHand, type Evidence, type Lookup } from '../diagnosis/evidence';
import type { OutcomeId } from '../diagnosis/rules';
import type { Language, ReplyName } from '../shared/reply';
import type { Disclosure } from './may-disclose';

/**
 * The neutral reply does not even depend on the diagnosis: when it appears, and whether it does, must not
 * tell anything either. Where others may read what the customer answers (not known to be private counts as such) it
 * asks for nothing there. Otherwise nothing is suggested before the verdict is settled.
 */
export function suggestReplies(
  { edition, verdict, evidence }: Pick<Diagnosis, 'edition' | 'verdict' | 'evidence'>,
  { address, origin }: Pick<AddressCandidate, 'address' | 'origin'>,
  disclosure: Disclosure,
  answersArePrivate: boolean,
): readonly SuggestedReply[] {
  if (disclosure.kind === 'closed') {
    // Who reads is known a moment later; until then either reply could be the wrong one.
    if (disclosure.why.kind === 'pending') return [];
    const reason = answersArePrivate ? undefined : 'read-by-others';
    return [{ name: 'verify_ownership', reason, role: 'neutral' }];
  }
  // Findings about one address never become a reply about another.
  if (verdict.kind !== 'settled' || !sameAddress(evidence.address, address)) return [];
  const about = origin === 'requester' ? undefined : address;
  const reply = replyFor(edition, verdict.outcome, evidence);
  const also = verdict.alsoApplies.flatMap<SuggestedReply>((outcome) => {
    const another = replyFor(edition, outcome, evidence);
    return another ? [{ ...another, about, role: 'also', outcome }] : [];
  });
  return reply ? [{ ...reply, about, role: 'verdict' }, ...also] : also;
}

/** What the engineer should know of the reply before it is sent. */
export type ReplyWarning =
  | { readonly kind: 'undeliverable-in-zendesk' }
  | { readonly kind: `${LostMail}-bounced` };

/** A mail to sign in with. */
type LostMail = 'reset' | 'link';

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

/** The newest of either site, where it was lost: an older one that bounced says little once a later one arrived. */
function newestIfLost({ portal_log, gitlab_log }: Evidence): LostMail | undefined {
  const [newest] = [...answered(portal_log), ...answered(gitlab_log)]
    .flatMap((log) => [...mailsOf(log, 'reset'), ...mailsOf(log, 'sign_in_link')])
    .sort((one, other) => other.sentAt - one.sentAt);
  if (newest === undefined || !isLostToTheAddress(newest.outcome)) return undefined;
  // What was refused because of our servers says nothing of a reply, which Zendesk's send; a wrong MX record does.
  if (newest.lostTo === 'our-sending' || newest.lostTo === 'the-moment') return undefined;
  return newest.kind === 'sign_in_link' ? 'link' : 'reset';
}

/** The engineer's own word is about the newest mail. */
function lostMail({
  facts,
  evidence,
}: Pick<Diagnosis, 'facts' | 'evidence'>): LostMail | undefined {
  const { portal_reset: reset, sign_in_link: link } = facts;
  const hasLost = (fact: Fact) => fact.known && fact.value === 'undelivered';
  if (isByHand(link)) return hasLost(link) ? 'link' : undefined;
  if (isByHand(reset)) return hasLost(reset) ? 'reset' : undefined;
  return newestIfLost(evidence);
}

export function replyWarnings(
  requester: Requester | undefined,
  diagnosis: Pick<Diagnosis, 'facts' | 'evidence'>,
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

  const lost = lostMail(diagnosis);
  if (lost && sameAddress(diagnosis.evidence.address, address)) {
    warnings.push({ kind: `${lost}-bounced` });
  }
  return warnings;
}

/**
 * The edition's reply to an outcome. What a customer whose mail was lost is asked to do depends on what it was lost to:
 * nobody is sent to their administrator for a fault of ours, nor asked to change a mailbox that is fine.
 */
export function replyFor(
  { replies, ifLost }: Pick<Edition, 'replies' | 'ifLost'>,
  outcome: OutcomeId,
  { portal_log: log }: Pick<Evidence, 'portal_log'>,
): Pick<SuggestedReply, 'name' | 'reason'> | undefined {
  const usual = replies[outcome];
  if (outcome === 'unconfirmed') return usual && { name: usual, reason: confirmationLostTo(log) };
  const instead = ifLost[outcome];
  const newest =
    instead && log.state === 'answered' ? mailsOf(log.value, instead.mail)[0] : undefined;
  const to = newest?.lostTo;
  if (usual === undefined || instead === undefined || to === undefined) {
    return usual && { name: usual };
  }
  if (to === 'our-sending' || to === 'the-moment' || to === 'the-mx-record') {
    return { name: instead[to] };
  }
  return { name: usual, reason: to };
}

/** What the last confirmation was lost to. Where a later mail of the portal's arrived, that is over. */
function confirmationLostTo(log: Evidence['portal_log']): ReplyReason | undefined {
  if (log.state !== 'answered') return undefined;
  const [last] = mailsOf(log.value, 'confirmation');
  if (last === undefined || arrivalOf(last.outcome) !== 'lost') return undefined;
  const isOver = log.value.mails.some(
    ({ sentAt, outcome }) => sentAt > last.sentAt && arrivalOf(outcome) === 'arrived',
  );
  return isOver ? 'lost-before' : (last.lostTo ?? 'lost');
}

/**
 * What part of a reply's words depends on: what a mail was lost to (`lost`: nobody knows to what; `lost-before`: to
 * something that is over), or that others read what the customer answers.
 */
export type ReplyReason = NonNullable<Mail['lostTo']> | 'lost' | 'lost-before' | 'read-by-others';

export type SuggestedReply = {
  readonly name: ReplyName;
  readonly reason?: ReplyReason | undefined;
  /** Where it is another address than the one the customer writes from: the reply names it. */
  readonly about?: Address | undefined;
} & (
  | {
      /** `verdict`: for the primary outcome; `neutral`: discloses nothing. */
      readonly role: 'verdict' | 'neutral';
    }
  /** For an outcome that applies as well. */
  | { readonly role: 'also'; readonly outcome: OutcomeId }
);

/** Where the words come from. */
export type ReplyOrigin =
  | {
      readonly kind: 'macro';
      readonly macroId: number;
      readonly title: string;
      readonly ownMacro: boolean;
    }
  | {
      readonly kind: 'bundled';
      readonly language: Language;
      /** Why the macro was not used. `language`: the engineer picked another language. */
      readonly why:
        | 'not-installed'
        | 'several'
        | 'missing'
        | 'inactive'
        | 'forbidden'
        | 'failed'
        | 'too-large'
        | 'language'
        /** Its words are the admin's, and may ask for what must not be written where others read it. */
        | 'read-by-others'
        | 'unsaved-ticket';
    };

/** A reply with its words, ready to be looked at. `html` is sanitised; `text` is the same without markup. */
export interface ReplyText {
  readonly name: ReplyName;
  readonly html: string;
  readonly text: string;
  readonly origin: ReplyOrigin;
  /** Placeholders that nothing has filled, as written: `{{ticket.requester.first_name}}`. Non-empty: may not be inserted. */
  readonly unresolved: readonly string[];
  /**
   * Of a macro, where the reason is known. `fitted`: its general part was the app's own, and `html` has the reason's in
   * its place; the macro itself still writes `written`. `general`: its words are the admin's, and stay.
   */
  readonly macroIs?: 'general' | { readonly fitted: { readonly written: string } };
}
