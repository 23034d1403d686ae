import type { Address } from './address';

export type AddressOrigin =
  'requester' | 'identity' | 'subscription_field' | 'cc' | 'ticket_text' | 'typed';

/** An address the engineer can check, and whether a public reply may speak about it. */
export interface AddressCandidate {
  readonly address: Address;
  readonly origin: AddressOrigin;
  /** One of the requester's own *verified* addresses. Unknown counts as not own (brief, rule 6). */
  readonly own: boolean;
}
