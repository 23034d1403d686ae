import type { Address } from '../address/address';

/**
 * Whether Mailgun compares addresses with or without regard to capitals is not known, so both spellings are asked:
 * lower case, as GitLab's applications store addresses, and as typed where that differs.
 */
export function spellings(address: Address): readonly string[] {
  const lower = address.toLowerCase();
  return lower === address ? [lower] : [lower, address];
}
