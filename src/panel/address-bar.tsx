import { useId, useState } from 'react';
import styled from 'styled-components';
import type { AddressCandidate } from '../address/candidates';
import type { OpenState } from '../app/state';
import { QuietAction, keepFocus } from './quiet-action';
import { LaterPart } from './deferred';
import { Meta, Row, Spread, Stack, Strong } from './primitives';
import { Bone } from './starting';
import { useTools } from './tools';

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

/** A slip of the finger, or an account that only looks like this one: said, never acted on. */
function AddressHints({ state }: { readonly state: OpenState }) {
  const { messages: t, actions } = useTools();
  const { customersdot: account } = state.investigation.diagnosis.evidence;
  const lookAlikes = account.state === 'answered' ? account.value.lookAlikes : [];
  const { nearMiss } = state;
  return (
    <>
      {nearMiss !== undefined && (
        <Row>
          <Meta>{t('address.near_miss', { address: nearMiss })}</Meta>
          <QuietAction
            onClick={(event) => {
              keepFocus(event);
              actions.selectAddress(nearMiss);
            }}
          >
            {t('address.check')}
          </QuietAction>
        </Row>
      )}
      {lookAlikes.length > 0 && (
        <Meta>{t('address.look_alikes', { addresses: t.list(lookAlikes) })}</Meta>
      )}
    </>
  );
}

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
