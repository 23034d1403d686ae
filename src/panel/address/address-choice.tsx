import { useId } from 'react';
import styled from 'styled-components';
import type { AddressCandidate } from '../../address/candidate';
import { Stack } from '../parts/layout';
import { Meta } from '../parts/text';
import { color } from '../theme';
import { useTools } from '../tools';
import { AddressEntry } from './address-entry';
import { AddressLabel } from './address-label';

const Choices = styled.fieldset`
  display: grid;
  gap: 4px;
  margin: 0;
  padding: 0;
  border: 0;
  min-width: 0;

  legend {
    margin-bottom: 4px;
    padding: 0;
  }
`;

const Chip = styled.label`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  align-items: center;
  gap: 8px;
  min-height: 24px;
  padding: 4px 10px;
  border: 1px solid ${color('border.default')};
  border-radius: 16px;
  cursor: pointer;

  &:has(:checked) {
    border-color: ${color('border.primaryEmphasis')};
  }

  input {
    margin: 0;
    accent-color: ${color('border.primaryEmphasis')};
  }
`;

interface AddressChoiceProps {
  readonly candidates: readonly AddressCandidate[];
  readonly selected: AddressCandidate | undefined;
}

/** Every address the ticket knows, what each is, and a field for any other. */
export function AddressChoice({ candidates, selected }: AddressChoiceProps) {
  const { messages: t, actions } = useTools();
  const group = useId();
  return (
    <Stack>
      {candidates.length > 0 && (
        <Choices>
          <Meta as="legend">{t('address.choose')}</Meta>
          {candidates.map((candidate) => (
            <Chip key={candidate.address}>
              <input
                type="radio"
                name={group}
                checked={candidate.address === selected?.address}
                onChange={() => {
                  actions.selectAddress(candidate.address);
                }}
              />
              <AddressLabel candidate={candidate} />
            </Chip>
          ))}
        </Choices>
      )}
      <AddressEntry />
    </Stack>
  );
}
