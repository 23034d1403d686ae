import { type Address, parseAddress, sameAddress } from './address';
import { findAddresses } from './find-addresses';

export type AddressOrigin =
  'requester' | 'identity' | 'wrote_last' | 'subscription_field' | 'cc' | 'ticket_text' | 'typed';

/** An address the engineer can check, and whether a public reply may speak about it. */
export interface AddressCandidate {
  readonly address: Address;
  readonly origin: AddressOrigin;
  /** One of the requester's own *verified* addresses. Unknown counts as not own (brief, rule 6). */
  readonly own: boolean;
}

interface Identity {
  readonly type: string;
  readonly value: string;
  readonly verified: boolean | undefined;
}

export interface AddressSources {
  readonly requesterEmail: string | undefined;
  readonly identities: readonly Identity[];
  /** A colleague in copy, where the newest message is theirs: it is often their account that is meant. */
  readonly colleagueWhoWroteLast?: string | undefined;
  readonly subscriptionEmail: string | undefined;
  readonly ccs: readonly string[];
  readonly text: string;
}

/** Every address worth offering, each once, under the first of its origins. */
export function addressCandidates(sources: AddressSources): readonly AddressCandidate[] {
  const { requesterEmail, subscriptionEmail, ccs, text } = sources;
  const identities = sources.identities.filter(({ type }) => type === 'email');
  const verified = identities.filter((identity) => identity.verified === true);

  const candidates: AddressCandidate[] = [];
  const offer = (origin: AddressOrigin, ...texts: readonly string[]): void => {
    for (const found of texts) {
      const parsed = parseAddress(found);
      if (!parsed.ok) continue;
      const address = parsed.value;
      if (candidates.some((candidate) => sameAddress(candidate.address, address))) continue;
      const own = verified.some(({ value }) => sameAddress(value.trim(), address));
      candidates.push({ address, origin, own });
    }
  };

  offer('requester', requesterEmail ?? '');
  offer('identity', ...identities.map(({ value }) => value));
  offer('wrote_last', sources.colleagueWhoWroteLast ?? '');
  offer('subscription_field', subscriptionEmail ?? '');
  offer('cc', ...ccs);
  offer('ticket_text', ...findAddresses(text));
  return candidates;
}
