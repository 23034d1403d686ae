import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import styled from 'styled-components';
import type { OpenState } from '../app/panel-contract';
import { type CheckId, type FactValue, checks } from '../diagnosis/checks';
import type { PortalAccount } from '../diagnosis/answers';
import type { TraceStep } from '../diagnosis/diagnosis';
import { accountKey, accountsToChoose, isByHand, statedBy } from '../diagnosis/evidence';
import { accountName, accountWords, answerWords, valueWords } from '../wording/findings-in-words';
import { AddressToCopy } from './address-choice';
import {
  type CheckSource,
  KeepsFocus,
  canBeAnswered,
  checkSources,
  isOfOneAccount,
  linkOf,
  shownAnswer,
} from './check-row';
import { QuietAction, keepFocus } from './folds';
import { Action, OutLink } from './garden';
import { Meta, Row, Stack, Strong, SubHeading } from './primitives';
import { useTools } from './tools';

/** What names an answer may stand within its button. */
const buttonFor = (place: HTMLElement | null | undefined, answer: string) =>
  place?.querySelector(answer)?.closest('button');

interface HandFormProps {
  readonly state: OpenState;
  readonly steps: readonly TraceStep[];
  readonly id: string;
  /** The check whose button opened the form: its first answer gets the focus. */
  readonly first?: CheckId | undefined;
}

/** Everything the engineer has to look up, by who has to be asked: where to look, with what, and the answers. */
export function HandForm({ state, steps, id, first }: HandFormProps) {
  const form = useRef<HTMLDivElement>(null);
  // What is answered while the form is open stays in it: the buttons below keep their place.
  const [asked] = useState(() => steps.map(({ check }) => check));
  const shown = state.investigation.diagnosis.trace.filter(
    (step) => steps.includes(step) || asked.includes(step.check),
  );
  useEffect(() => {
    if (first === undefined) return;
    buttonFor(form.current, `[data-hand^="${first}="]`)?.focus();
  }, [first]);
  return (
    <Stack id={id} ref={form} $gap={10}>
      <AddressToCopy address={state.selected.address} />
      {checkSources
        .map((source) => ({ source, ofSource: shown.filter((step) => step.source === source) }))
        .filter(({ ofSource }) => ofSource.length > 0)
        .map(({ source, ofSource }) => (
          <SourceForm key={source} source={source} steps={ofSource} state={state} />
        ))}
    </Stack>
  );
}

interface SourceFormProps {
  readonly source: CheckSource;
  readonly steps: readonly TraceStep[];
  readonly state: OpenState;
}

/** The digit that answers while the focus is in this form: the same for an answer however many others are left. */
const digitOf = (steps: readonly TraceStep[], check: CheckId, value: FactValue): number =>
  steps
    .flatMap((step) => checks[step.check].domain.map((each) => `${step.check}=${each}`))
    .indexOf(`${check}=${value}`) + 1;

interface AccountChoiceProps {
  readonly accounts: readonly PortalAccount[];
  /** What they differ in. */
  readonly differing: readonly TraceStep[];
}

/** Which of several accounts the customer uses: what its row says is then the answer to all that they differ in. */
function AccountChoice({ accounts, differing }: AccountChoiceProps) {
  const { messages: t, actions } = useTools();
  const question = t('hand.which_account');
  return (
    <Stack role="group" aria-label={question} $gap={4}>
      <Meta>{question}</Meta>
      {accounts.map((account, nth) => {
        const name = accountName(account, t);
        const key = accountKey(account);
        const digit = String(nth + 1);
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

function SourceForm({ source, steps, state }: SourceFormProps) {
  const { messages: t } = useTools();
  const form = useRef<HTMLDivElement>(null);
  const { evidence } = state.investigation.diagnosis;
  const accounts = source === 'customersdot' ? accountsToChoose(evidence) : [];
  const differing = accounts.length > 0 ? steps.filter(isOfOneAccount) : [];
  const entered = steps.filter(({ fact }) => isByHand(fact)).length;
  const before = useRef(entered);

  // The next question is where the hands already are, of this source or another; a form that is done goes away by itself.
  useEffect(() => {
    const answered = entered > before.current;
    before.current = entered;
    if (!answered) return;
    const places = [form.current, form.current?.parentElement];
    const next = places.map((place) => buttonFor(place, '[data-hand]'));
    next.find((button) => button)?.focus();
  }, [entered]);

  function answerByDigit(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    buttonFor(form.current, `[aria-keyshortcuts="${CSS.escape(event.key)}"]`)?.click();
  }

  return (
    <Stack
      ref={form}
      role="group"
      aria-label={t('hand.form', { source: t(`source.${source}`) })}
      $gap={4}
      onKeyDown={answerByDigit}
    >
      <Row>
        <SubHeading>{t(`source.${source}`)}</SubHeading>
        <OutLink href={linkOf(source, state)} label={t(`hand.open.${source}`)}>
          {t('checks.open_short')}
        </OutLink>
        {source !== 'customersdot' && (
          <Meta>{t('hand.choose_domain', { domain: domainOf(source, state) })}</Meta>
        )}
      </Row>
      {differing.length > 0 && <AccountChoice accounts={accounts} differing={differing} />}
      {steps
        .filter((step) => !differing.includes(step))
        .map((step) => (
          <HandAnswer
            key={step.check}
            step={step}
            digitFor={(value) => accounts.length + digitOf(steps, step.check, value)}
          />
        ))}
      {steps.some(canBeAnswered) && <Meta>{t('hand.by_key')}</Meta>}
    </Stack>
  );
}

const domainOf = (source: CheckSource, { settings }: OpenState): string =>
  source === 'portal_log' ? settings.portalMailDomain : settings.gitlabMailDomain;

const Said = styled.div`
  flex: 1 1 100%;
  min-width: 0;
`;

/** The answers stand at the end of the line, as in the checks; where a language leaves them no room, below. */
const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  min-height: 32px;
  gap: 2px 8px;
  align-items: center;
  justify-content: space-between;
`;

/** Narrower than an answer's words where the whole panel is. */
const Answers = styled(KeepsFocus)`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
  min-width: 0;
`;

const Digit = styled.kbd`
  margin-right: 6px;
  color: inherit;
  font: inherit;
  opacity: 0.7;
`;

interface HandAnswerProps {
  readonly step: TraceStep;
  readonly digitFor: (value: FactValue) => number;
}

/** One question: a press, or its digit, answers it. */
function HandAnswer({ step, digitFor }: HandAnswerProps) {
  const { messages: t, actions } = useTools();
  const { check, fact, answersLeft } = step;
  const name = t(`check.${check}`);

  function answer(event: MouseEvent, value: FactValue | undefined): void {
    keepFocus(event);
    actions.answerByHand(check, value);
  }

  if (isByHand(fact)) {
    return (
      <Line>
        <Meta as="span">{name}</Meta>
        <Row>
          <Strong>{answerWords(check, fact, t)}</Strong>
          <QuietAction
            aria-label={t('hand.choice', { answer: t('hand.take_back'), check: name })}
            onClick={(event) => {
              answer(event, undefined);
            }}
          >
            {t('hand.take_back')}
          </QuietAction>
        </Row>
      </Line>
    );
  }
  if (!canBeAnswered(step)) {
    return (
      <Line>
        <Meta as="span">{name}</Meta>
        <Strong>{shownAnswer(step, t)}</Strong>
      </Line>
    );
  }
  return (
    <Line role="group" aria-label={name}>
      <Meta as="span">{name}</Meta>
      <Answers>
        {answersLeft.map((value) => {
          const words = valueWords(check, value, t);
          const digit = String(digitFor(value));
          return (
            <Action
              key={value}
              data-hand={`${check}=${value}`}
              aria-keyshortcuts={digit}
              aria-label={t('hand.choice', { answer: words, check: name })}
              onClick={(event) => {
                answer(event, value);
              }}
            >
              <Digit aria-hidden>{digit}</Digit>
              {words}
            </Action>
          );
        })}
      </Answers>
    </Line>
  );
}
