import { useId, useState } from 'react';
import type { OpenState } from '../desk-types';
import { QuietAction } from '../parts/quiet-action';
import styled from 'styled-components';
import { Spread, Stack } from '../parts/layout';
import { Bone } from '../starting';
import { LaterPart } from '../later-part';
import { useTools } from '../tools';
import { AddressHints } from './address-hints';
import { AddressLabel } from './address-label';

const Top = styled(Spread)`
  flex-wrap: nowrap;
  align-items: start;
  gap: 16px;
`;

/** The address under examination; the others are one press away. */
export function AddressBar({ state }: { readonly state: OpenState }) {
  const { messages: t } = useTools();
  const [choosing, setChoosing] = useState(false);
  const id = useId();
  const others = state.candidates.length - 1;
  const label = others > 0 ? t.count('address.others', others) : t('address.other');

  return (
    <Stack as="section" aria-label={t('address.heading')}>
      <Top>
        <AddressLabel candidate={state.selected} />
        <QuietAction
          aria-expanded={choosing}
          aria-controls={id}
          onClick={() => {
            setChoosing(!choosing);
          }}
        >
          {choosing ? t('address.close') : label}
        </QuietAction>
      </Top>
      <AddressHints state={state} />
      <div id={id} hidden={!choosing}>
        {choosing && (
          <LaterPart outline={<Bone $height={120} />}>
            {({ AddressChoice }) => (
              <AddressChoice candidates={state.candidates} selected={state.selected} />
            )}
          </LaterPart>
        )}
      </div>
    </Stack>
  );
}
