import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { OpenState } from '../app/panel-contract';
import { type CheckId, type FactValue, checks } from '../diagnosis/checks';
import type { TraceStep } from '../diagnosis/diagnosis';
import { isByHand } from '../diagnosis/evidence';
import { answerWords, valueWords } from '../wording/findings-in-words';
import {
  type CheckSource,
  KeepsFocus,
  canBeAnswered,
  checkSources,
  linkOf,
  shownAnswer,
} from './check-row';
import { QuietAction, keepFocus } from './folds';
import { Action, OutLink } from './garden';
import { Meta, Row, Stack, Strong, SubHeading } from './primitives';
import { useTools } from './tools';
import { useCopy } from './use-insertion';

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
    form.current?.querySelector<HTMLElement>(`[data-hand^="${first}="]`)?.focus();
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

/** What to search for, where a console's link cannot carry it. */
function AddressToCopy({ address }: { readonly address: string }) {
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

function SourceForm({ source, steps, state }: SourceFormProps) {
  const { messages: t } = useTools();
  const form = useRef<HTMLDivElement>(null);
  const entered = steps.filter(({ fact }) => isByHand(fact)).length;
  const before = useRef(entered);

  // The next question is where the hands already are, of this source or another; a form that is done goes away by itself.
  useEffect(() => {
    const answered = entered > before.current;
    before.current = entered;
    if (!answered) return;
    const places = [form.current, form.current?.parentElement];
    const next = places.map((place) => place?.querySelector<HTMLElement>('[data-hand]'));
    next.find((button) => button)?.focus();
  }, [entered]);

  function answerByDigit(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    form.current
      ?.querySelector<HTMLElement>(`[data-hand][aria-keyshortcuts="${event.key}"]`)
      ?.click();
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
      {steps.map((step) => (
        <HandAnswer
          key={step.check}
          step={step}
          digitFor={(value) => digitOf(steps, step.check, value)}
        />
      ))}
      {steps.some(canBeAnswered) && <Meta>{t('hand.by_key')}</Meta>}
    </Stack>
  );
}

const domainOf = (source: CheckSource, { settings }: OpenState): string =>
  source === 'portal_log' ? settings.portalMailDomain : settings.gitlabMailDomain;

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
