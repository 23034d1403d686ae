import styled from 'styled-components';
import type { AddressCandidate } from '../address/address';
import type { OpenState } from '../app/panel-contract';
import { AskedPart, LaterPart } from './deferred-part';
import { QuietAction, useFold } from './folds';
import { Meta, Stack, Strong, Bone } from './primitives';
import { useTools } from './tools';

/** A long address breaks, its button does not; what is said of the address has the whole line below both. */
const Top = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 0 16px;
  align-items: start;

  > div {
    display: contents;
  }

  p {
    grid-column: 1 / -1;
  }

  > button {
    grid-area: 1 / 2;
    margin-block: -2px;
  }
`;

/** The address under examination; the others are two presses away. */
export function AddressBar({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const fold = useFold();
  const known = state.candidates.length;
  const label = known > 1 ? t.count('address.all', known) : t('address.other');

  return (
    <Stack as="section" aria-label={t('address.heading')} onKeyDown={fold.onKeyDown}>
      <Top>
        <AddressLabel candidate={state.selected} />
        <QuietAction {...fold.opener} onClick={fold.toggle}>
          {fold.open ? t('address.close') : label}
        </QuietAction>
      </Top>
      {fold.open && (
        <div id={fold.id}>
          <LaterPart outline={<Bone $height={120} />}>
            {() => (
              <AskedPart outline={<Bone $height={120} />}>
                {({ AddressChoice }) => (
                  <AddressChoice
                    candidates={state.candidates}
                    selected={state.selected}
                    onChosen={fold.close}
                  />
                )}
              </AskedPart>
            )}
          </LaterPart>
        </div>
      )}
    </Stack>
  );
}

/** The address, where it comes from, and of the requester's own what Zendesk says of them. */
export function AddressLabel({ candidate }: { readonly candidate: AddressCandidate }) {
  const { messages: t } = useTools();
  const { address, origin, own } = candidate;
  const isTheirs = origin === 'requester' || origin === 'identity';
  const verification = own ? [t('address.own')] : isTheirs ? [t('address.not_own')] : [];
  return (
    <div>
      <Strong>{address}</Strong>
      <Meta>{[t(`origin.${origin}`), ...verification].join(' · ')}</Meta>
    </div>
  );
}
