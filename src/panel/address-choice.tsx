import { Field, Fieldset, Input, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, useRef, useState } from 'react';
import styled from 'styled-components';
import type { AddressCandidate } from '../address/address';
import { AddressLabel } from './address-bar';
import { QuietAction } from './folds';
import { Action } from './garden';
import { Meta, Row, Stack } from './primitives';
import { useSay, useTools } from './tools';
import { useCopy } from './use-insertion';

/** A ticket can have forty people in copy: a list that long is not chosen from. The likely ones come first. */
const most = 12;

/**
 * Garden's radios are as far apart as in a form; here they are a list. With forced colours Chromium leaves a drawing the
 * colour it had, and the dot of the chosen one would be black on black; Garden's own rule for it weighs three classes.
 */
const Choices = styled(Fieldset)`
  display: grid;
  gap: 8px;
  min-width: 0;

  && > * {
    margin: 0;
  }

  && > legend {
    margin-bottom: 4px;
  }

  @media (forced-colors: active) {
    &&& label > svg {
      color: CanvasText;
    }
  }
`;

interface AddressChoiceProps {
  readonly candidates: readonly AddressCandidate[];
  readonly selected: AddressCandidate | undefined;
  /** An address was taken, and will be checked. */
  readonly onChosen?: () => void;
}

/** Every address the ticket knows, what each is, and a field for any other. Nothing is asked before it is confirmed. */
export function AddressChoice({ candidates, selected, onChosen }: AddressChoiceProps) {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | undefined>(selected?.address);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();

  function check(event: FormEvent): void {
    event.preventDefault();
    const typed = text.trim();
    const address = typed === '' ? (chosen ?? '') : typed;
    if (address !== '' && actions.selectAddress(address).ok) {
      setText('');
      onChosen?.();
      return;
    }
    const why = address === '' ? t('address.empty') : t('address.invalid');
    setProblem(why);
    say(why);
    field.current?.focus();
  }

  return (
    <form onSubmit={check} noValidate>
      <Stack $gap={12}>
        {candidates.length > 0 && (
          <Choices isCompact>
            <Fieldset.Legend>{t('address.choose')}</Fieldset.Legend>
            {candidates.slice(0, most).map((candidate) => (
              <Field key={candidate.address}>
                <Radio
                  name="address"
                  value={candidate.address}
                  checked={text === '' && candidate.address === chosen}
                  onChange={() => {
                    setChosen(candidate.address);
                    setText('');
                    setProblem(undefined);
                  }}
                >
                  <Field.Label isRegular>
                    <AddressLabel candidate={candidate} />
                  </Field.Label>
                </Radio>
              </Field>
            ))}
          </Choices>
        )}
        {candidates.length > most && (
          <Meta>{t.count('address.more', candidates.length - most)}</Meta>
        )}
        <Field>
          <Field.Label isRegular>{t('address.entry')}</Field.Label>
          <Input
            ref={field}
            isCompact
            type="email"
            autoComplete="off"
            spellCheck={false}
            value={text}
            {...(problem === undefined ? {} : { validation: 'error' as const })}
            aria-invalid={problem !== undefined}
            onChange={(event) => {
              setText(event.target.value);
              setProblem(undefined);
            }}
          />
          {problem !== undefined && <Field.Message validation="error">{problem}</Field.Message>}
        </Field>
        <div>
          <Action submits>{t('address.check')}</Action>
        </div>
      </Stack>
    </form>
  );
}

/** What to search for, where a console's link cannot carry it. */
export function AddressToCopy({ address }: { readonly address: string }) {
  const { messages: t } = useTools();
  const { copied, copy } = useCopy();
  return (
    <div>
      <Row>
        <Meta as="strong">{address}</Meta>
        <QuietAction data-action="copy-address" onClick={() => void copy(address)}>
          {t('hand.copy_address')}
        </QuietAction>
      </Row>
      {copied !== undefined && <Meta>{copied}</Meta>}
    </div>
  );
}
