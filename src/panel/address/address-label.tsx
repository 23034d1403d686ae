import type { AddressCandidate } from '../../address/candidate';
import { Meta, Strong } from '../parts/text';
import { useTools } from '../tools';

/** The address, what it is, and whether it is verified as the requester's own. */
export function AddressLabel({ candidate }: { readonly candidate: AddressCandidate }) {
  const { messages: t } = useTools();
  const { address, origin, own } = candidate;
  return (
    <div>
      <Strong>{address}</Strong>
      <Meta>{`${t(`origin.${origin}`)} · ${own ? t('address.own') : t('address.not_own')}`}</Meta>
    </div>
  );
}
