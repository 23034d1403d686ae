import { type FormEvent, useId, useState } from 'react';
import styled from 'styled-components';
import type { AddressCandidate } from '../address/candidates';
import { AddressLabel } from './address-bar';
import { Action } from './garden';
import { Meta, Stack } from './primitives';
import { color, radius } from './theme';
import { useTools } from './tools';

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

/** A ticket can have forty people in copy: a list that long is not chosen from. The likely ones come first. */
const most = 12;

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
          {candidates.slice(0, most).map((candidate) => (
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
      {candidates.length > most && <Meta>{t.count('address.more', candidates.length - most)}</Meta>}
      <AddressEntry />
    </Stack>
  );
}

const Line = styled.div`
  display: flex;
  gap: 8px;
`;

const Input = styled.input`
  flex: 1;
  min-width: 0;
  height: 32px;
  padding: 0 8px;
  border: 1px solid ${color('border.emphasis')};
  border-radius: ${radius};
  background: ${color('background.default')};
  color: inherit;
  font: inherit;
`;

const Problem = styled(Meta)`
  color: ${color('foreground.danger')};
`;

/** What was typed stays until it is checked, right or wrong. */
function AddressEntry() {
  const { messages: t, actions } = useTools();
  const id = useId();
  const [text, setText] = useState('');
  const [invalid, setInvalid] = useState(false);

  function check(event: FormEvent): void {
    event.preventDefault();
    const { ok } = actions.selectAddress(text);
    setInvalid(!ok);
    if (ok) setText('');
  }

  return (
    <form onSubmit={check} noValidate>
      <Stack $gap={4}>
        <Meta as="label" htmlFor={id}>
          {t('address.entry')}
        </Meta>
        <Line>
          <Input
            id={id}
            type="email"
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-invalid={invalid}
            aria-describedby={`${id}-problem`}
            onChange={(event) => {
              setText(event.target.value);
              setInvalid(false);
            }}
          />
          <Action submits>{t('address.check')}</Action>
        </Line>
        <Problem id={`${id}-problem`}>{invalid ? t('address.invalid') : ''}</Problem>
      </Stack>
    </form>
  );
}
