import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { OpenState } from '../app/panel-contract';
import { type CheckId, type FactValue, checks } from '../diagnosis/checks';
import type { TraceStep } from '../diagnosis/diagnosis';
import { accountsToChoose, isByHand, usedAccountOf } from '../diagnosis/evidence';
import { answerWords, valueWords } from '../wording/findings-in-words';
import {
  type CheckSource,
  canBeAnswered,
  checkSources,
  isOfOneAccount,
  linkOf,
  shownAnswer,
} from './check-row';
import {
  AccountChoice,
  AddressToCopy,
  Answers,
  Digit,
  Line,
  digitKey,
  useKeptHeight,
} from './choices';
import { keepFocus } from './folds';
import { Action, OutLink, Undo } from './garden';
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
  /** It stands below the name of the only source it asks about, and the link to it. */
  readonly isNamed?: boolean;
}

/** Everything the engineer has to look up, by who has to be asked: where to look, with what, and the answers. */
export function HandForm({ state, steps, id, first, isNamed = false }: HandFormProps) {
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
  useKeptPlace(form);
  const { messages: t } = useTools();
  const isHasty = useHasty();
  const days = state.settings.logWindowDays;
  return (
    <Stack
      id={id}
      ref={form}
      $gap={10}
      onKeyDownCapture={(event: KeyboardEvent) => {
        if (!isHasty(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div>
        {!shown.every(isOfOneAccount) && <AddressToCopy address={state.selected.address} />}
        <Meta>
          {shown.some(({ source }) => source !== 'customersdot') && t.count('hand.window', days)}{' '}
          {t('hand.by_key')}
        </Meta>
      </div>
      {checkSources
        .map((source) => ({ source, ofSource: shown.filter((step) => step.source === source) }))
        .filter(({ ofSource }) => ofSource.length > 0)
        .map(({ source, ofSource }) => (
          <SourceForm
            key={source}
            source={source}
            steps={ofSource}
            state={state}
            isNamed={isNamed}
          />
        ))}
    </Stack>
  );
}

/** Nobody has read a question within it, ms. */
const readMs = 500;

/**
 * The second half of a double press, or a key that is held: an answer takes the focus to the next question, where the
 * same key would answer that one unread. The press that opened the form counts as the first half.
 */
function useHasty(): (event: KeyboardEvent) => boolean {
  const { clock } = useTools();
  const last = useRef({ key: 'Enter', at: clock.now() });
  return ({ key, repeat }) => {
    const before = last.current;
    last.current = { key, at: clock.now() };
    const isTwice = key === before.key && clock.now() - before.at < readMs;
    return (repeat || isTwice) && /^(?:\d|Enter| )$/.test(key);
  };
}

/**
 * What the result still can be stands above the form in its card, and gets shorter with each answer: the form makes up
 * for it, px, and the next button stays under the finger.
 */
function useKeptPlace(form: RefObject<HTMLElement>): void {
  const kept = useRef<number>();
  const added = useRef(0);
  useLayoutEffect(() => {
    const card = form.current?.closest('[data-verdict]');
    if (!form.current || !card) return;
    const top = form.current.getBoundingClientRect().top - card.getBoundingClientRect().top;
    kept.current ??= top;
    added.current = Math.max(0, added.current + kept.current - top);
    form.current.style.marginTop = `${added.current}px`;
  });
}

interface SourceFormProps {
  readonly source: CheckSource;
  readonly steps: readonly TraceStep[];
  readonly state: OpenState;
  readonly isNamed: boolean;
}

/** The digit that answers while the focus is in this form: the same for an answer however many others are left. */
const digitOf = (steps: readonly TraceStep[], check: CheckId, value: FactValue): number =>
  steps
    .flatMap((step) => checks[step.check].domain.map((each) => `${step.check}=${each}`))
    .indexOf(`${check}=${value}`) + 1;

function SourceForm({ source, steps, state, isNamed }: SourceFormProps) {
  const { messages: t } = useTools();
  const form = useRef<HTMLDivElement>(null);
  const { evidence } = state.investigation.diagnosis;
  const accounts = source === 'customersdot' ? accountsToChoose(evidence) : [];
  const used = usedAccountOf(evidence);
  const isOfUsed = ({ check, fact }: TraceStep) => isByHand(fact) && !evidence.byHand[check];
  const differing =
    accounts.length > 0 ? steps.filter((step) => isOfOneAccount(step) || isOfUsed(step)) : [];
  /** Each account, none of them, not known. */
  const choices = differing.length > 0 ? accounts.length + 2 : 0;
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
        {!isNamed && (
          <>
            <SubHeading>{t(`source.${source}`)}</SubHeading>
            <OutLink href={linkOf(source, state)} label={t(`hand.open.${source}`)}>
              {t('checks.open_short')}
            </OutLink>
          </>
        )}
        {source !== 'customersdot' && (
          <Meta>{t('hand.choose_domain', { domain: domainOf(source, state) })}</Meta>
        )}
      </Row>
      {differing.length > 0 && <AccountChoice {...{ accounts, differing, used }} />}
      {steps
        .filter((step) => !differing.includes(step))
        .map((step) => (
          <HandAnswer
            key={step.check}
            step={step}
            digitFor={(value) => choices + digitOf(steps, step.check, value)}
          />
        ))}
    </Stack>
  );
}

const domainOf = (source: CheckSource, { settings }: OpenState): string =>
  source === 'portal_log' ? settings.portalMailDomain : settings.gitlabMailDomain;

interface HandAnswerProps {
  readonly step: TraceStep;
  readonly digitFor: (value: FactValue) => number;
}

/** One question: a press, or its digit, answers it. */
function HandAnswer({ step, digitFor }: HandAnswerProps) {
  const { messages: t, actions } = useTools();
  const { check, fact, answersLeft } = step;
  const name = t(`check.${check}`);
  const line = useKeptHeight();

  if (isByHand(fact)) {
    return (
      <Line ref={line}>
        <Meta as="span">{name}</Meta>
        <Row>
          <Strong>{answerWords(check, fact, t)}</Strong>
          <Undo
            of={t('hand.choice', { answer: answerWords(check, fact, t), check: name })}
            onUndo={() => {
              actions.answerByHand(check, undefined);
            }}
          />
        </Row>
      </Line>
    );
  }
  if (!canBeAnswered(step)) {
    return (
      <Line ref={line}>
        <Meta as="span">{name}</Meta>
        <Strong>{shownAnswer(step, t)}</Strong>
      </Line>
    );
  }
  return (
    <Line ref={line} role="group" aria-label={name}>
      <Meta as="span">{name}</Meta>
      <Answers>
        {answersLeft.map((value) => {
          const words = valueWords(check, value, t);
          const digit = digitKey(digitFor(value));
          return (
            <Action
              key={value}
              data-hand={`${check}=${value}`}
              aria-keyshortcuts={digit}
              aria-label={t('hand.choice', { answer: words, check: name })}
              onClick={(event) => {
                keepFocus(event);
                actions.answerByHand(check, value);
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
