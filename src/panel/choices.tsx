import { Field, Fieldset, Input, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { AddressCandidate } from '../address/address';
import type { PortalAccount } from '../diagnosis/answers';
import type { TraceStep } from '../diagnosis/diagnosis';
import { accountKey, statedBy } from '../diagnosis/evidence';
import { accountName, accountWords } from '../wording/findings-in-words';
import { AddressLabel } from './address-bar';
import { KeepsFocus } from './check-row';
import { QuietAction, keepFocus } from './folds';
import { Action, UndoChoice } from './garden';
import { Meta, Row, Stack, Strong, Text } from './primitives';
import { color } from './theme';
import { useSay, useTools } from './tools';
import { useCopy } from './insertion';

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

interface AccountChoiceProps {
  readonly accounts: readonly PortalAccount[];
  /** What they differ in. */
  readonly differing: readonly TraceStep[];
  readonly used: PortalAccount | undefined;
}

/** Neither says anything of any account, so the verdict stays open: what follows is what to ask the customer. */
const undecided = ['none_of_these', 'not_known'] as const;

/** Which of several accounts the customer uses: what its row says is then the answer to all that they differ in. */
export function AccountChoice({ accounts, differing, used }: AccountChoiceProps) {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const [said, setSaid] = useState<(typeof undecided)[number]>();
  const question = t('hand.which_account');
  const place = useKeptHeight();
  if (used) {
    return (
      <Line ref={place}>
        <Meta as="span">{question}</Meta>
        <Row>
          <Strong>{accountName(used, t)}</Strong>
          <UndoChoice of={question} />
        </Row>
      </Line>
    );
  }
  return (
    <Stack ref={place} role="group" aria-label={question} $gap={4}>
      <Meta>{question}</Meta>
      {accounts.map((account, nth) => {
        const name = accountName(account, t);
        const key = accountKey(account);
        const digit = digitKey(nth + 1);
        return (
          <Line key={key}>
            <Answers>
              <Action
                data-account={key}
                aria-keyshortcuts={digit}
                aria-label={t('hand.choice', { answer: name, check: question })}
                onClick={(event) => {
                  keepFocus(event);
                  actions.chooseAccount(key);
                }}
              >
                <Digit aria-hidden>{digit}</Digit>
                {answering(account, differing, name)}
              </Action>
            </Answers>
            <Said>
              {account.id !== '' && <Meta>{account.email}</Meta>}
              {differing.map(({ check }) => (
                <Meta key={check}>{accountWords(check, account, t)}</Meta>
              ))}
            </Said>
          </Line>
        );
      })}
      <Answers>
        {undecided.map((answer, nth) => {
          const words = t(`hand.${answer}`);
          const digit = digitKey(accounts.length + nth + 1);
          const isSaid = said === answer;
          return (
            <Action
              key={answer}
              aria-pressed={isSaid}
              aria-keyshortcuts={digit}
              aria-label={t('hand.choice', { answer: words, check: question })}
              onClick={() => {
                setSaid(isSaid ? undefined : answer);
                if (!isSaid) say(t(`hand.${answer}.next`));
              }}
            >
              <Digit aria-hidden>{digit}</Digit>
              {words}
            </Action>
          );
        })}
      </Answers>
      {said && <Text>{t(`hand.${said}.next`)}</Text>}
    </Stack>
  );
}

/** The button's words stand for each answer that the account's row states. */
function answering(
  account: PortalAccount,
  differing: readonly TraceStep[],
  name: ReactNode,
): ReactNode {
  return differing.reduce((words, { check }) => {
    const [value, ...others] = statedBy(account, check);
    return value === undefined || others.length > 0 ? (
      words
    ) : (
      <span data-hand={`${check}=${value}`}>{words}</span>
    );
  }, name);
}

const Said = styled.div`
  flex: 1 1 100%;
  min-width: 0;
`;

/** The answers stand at the end of the line, as in the checks; where a language leaves them no room, below. */
export const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  min-height: 32px;
  gap: 2px 8px;
  align-items: center;
  justify-content: space-between;
`;

/** Narrower than an answer's words where the whole panel is. */
export const Answers = styled(KeepsFocus)`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
  min-width: 0;
`;

/** A line that is answered is shorter: it keeps the room of its buttons, and those below it keep their place. */
export function useKeptHeight() {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (line.current) line.current.style.minHeight = `${line.current.offsetHeight}px`;
  });
  return line;
}

/** The key that presses the button; there is none for a tenth. */
export const digitKey = (nth: number): string | undefined => (nth > 9 ? undefined : String(nth));

export const Digit = styled.kbd`
  margin-right: 6px;
  font: inherit;
  color: ${color('foreground.subtle')};

  &:empty {
    display: none;
  }
`;
