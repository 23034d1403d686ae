import type { Result } from '../lib/result';
import type { Failure } from '../lib/failure';

/** What the engineer saw when she pressed the button; re-read before anything is written. */
export interface Expected {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  readonly channel: string;
}

export type InsertRefusal =
  | { readonly kind: 'ticket-changed' }
  | { readonly kind: 'requester-changed' }
  | { readonly kind: 'channel-changed'; readonly now: string }
  | { readonly kind: 'internal-note-selected' }
  | { readonly kind: 'unresolved-placeholder'; readonly placeholders: readonly string[] }
  /** Put there before, at epoch ms; again only when asked. */
  | { readonly kind: 'already-inserted'; readonly at: number }
  /** Not among the replies suggested for this address: the privacy gate holds here too. */
  | { readonly kind: 'not-suggested' }
  /** The composer was read back and does not hold the reply, or no longer holds the draft. */
  | { readonly kind: 'not-in-composer' }
  | { readonly kind: 'draft-changed' }
  | { readonly kind: 'zendesk'; readonly failure: Failure };

export type Inserted = Result<{ readonly format: 'rich' | 'plain' }, InsertRefusal>;
