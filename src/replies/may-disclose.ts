import type { AddressCandidate } from '../address/candidates';

/**
 * Whether a public reply may say anything about the account behind this address.
 * Only for one of the requester's own verified addresses: anybody can type somebody else's.
 */
export function mayDisclose(candidate: Pick<AddressCandidate, 'own'>): boolean {
  return candidate.own;
}
