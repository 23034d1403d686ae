import { useId, useState, type FormEvent } from 'react';
import styled from 'styled-components';
import { Action } from '../parts/button';
import { Stack } from '../parts/layout';
import { Meta } from '../parts/text';
import { color } from '../theme';
import { useTools } from '../tools';

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
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.default')};
  color: inherit;
  font: inherit;
`;

const Problem = styled(Meta)`
  color: ${color('foreground.danger')};
`;

/** What was typed stays until it is checked, right or wrong. */
export function AddressEntry() {
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
