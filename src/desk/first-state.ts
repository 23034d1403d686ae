import { parseAddress } from '../address/address';
import type { AddressCandidate } from '../address/candidate';
import { addressCandidates } from '../address/candidates';
import type { Settings } from '../zendesk/settings';
import type { TicketFacts } from '../zendesk/ticket-facts';
import { isOfInterest } from './interest';

export type Opening =
  | { readonly kind: 'no-address'; readonly found: string | undefined }
  | { readonly kind: 'not-of-interest'; readonly requester: AddressCandidate }
  | { readonly kind: 'investigate'; readonly requester: AddressCandidate };

/** Every address the ticket names, the requester's first. */
export function candidatesOf(ticket: TicketFacts): readonly AddressCandidate[] {
  return addressCandidates({
    requesterEmail: ticket.requester?.email,
    identities: ticket.requester?.identities ?? [],
    subscriptionEmail: ticket.subscriptionEmail,
    ccs: ticket.ccs,
    text: ticket.text,
  });
}

/** What to do with the ticket as it was read: ask at once, wait to be told, or say why not. */
export function openingOf(
  ticket: TicketFacts,
  candidates: readonly AddressCandidate[],
  settings: Settings,
): Opening {
  const found = ticket.requester?.email;
  const requester = candidates.find(({ origin }) => origin === 'requester');
  if (found === undefined || !parseAddress(found).ok || !requester) {
    return { kind: 'no-address', found };
  }
  return { kind: isOfInterest(ticket, settings) ? 'investigate' : 'not-of-interest', requester };
}
