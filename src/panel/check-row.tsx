import { useId, useRef, useState } from 'react';
import styled from 'styled-components';
import type { OpenState } from '../app/state';
import type { TraceStep } from '../diagnosis/diagnosis';
import { type Evidence, lastConfirmation } from '../diagnosis/evidence';
import { exhaustive } from '../shared/result';
import type { Messages } from '../wording/messages';
import {
  accountLines,
  answerWords,
  failureWords,
  noneFoundWords,
  valueWords,
  whyWords,
} from '../wording/words';
import { Action } from './garden';
import { QuietAction } from './quiet-action';
import { Icon, Meta, Row, Strong, type Tone } from './primitives';
import { useQuiet, useTools } from './tools';

const Item = styled.li`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 0 8px;

  > svg {
    margin-top: 4px;
  }
`;

const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 8px;
  min-height: 24px;

  > :first-child {
    flex: 1;
  }
`;

interface CheckRowProps {
  readonly step: TraceStep;
  readonly evidence: Evidence;
}

/** One question, its answer, and what the answer rests on; for a gap, the way to fill it by hand. */
export function CheckRow({ step, evidence }: CheckRowProps) {
  const { messages: t, actions } = useTools();
  const [asking, setAsking] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  // A source that is slow need not be waited for; one that answers at once needs no button before it.
  const quiet = useQuiet(isPending(step));
  const { check, fact } = step;
  const answerable = quiet && canBeAnswered(step);
  const byHand = fact.known && fact.by === 'hand';
  const name = t(`check.${check}`);
  const answer = answerWords(check, fact, t);
  const lines = [
    ...evidenceLines(step, evidence, t),
    ...whyLines(step, evidence, t),
    ...(byHand ? [t('hand.marked', { time: t.time(fact.at) })] : []),
  ];

  return (
    <Item data-check={check} data-answer={fact.known ? fact.value : 'unknown'}>
      <Icon tone={toneOf(step)} />
      <div>
        <Line>
          <span>{name}</span>
          {isPending(step) ? <Meta as="span">{answer}</Meta> : <Strong>{answer}</Strong>}
          {/* One button in one place, so that the focus stays when the answer changes it. */}
          {(byHand || answerable) && (
            <QuietAction
              ref={toggle}
              aria-label={`${byHand ? t('hand.take_back') : t('hand.answer')}: ${name}`}
              aria-expanded={byHand ? undefined : asking}
              aria-controls={byHand ? undefined : id}
              onClick={() => {
                if (byHand) actions.answerByHand(check, undefined);
                else setAsking(!asking);
              }}
            >
              {byHand ? t('hand.take_back') : asking ? t('hand.cancel') : t('hand.answer_short')}
            </QuietAction>
          )}
        </Line>
        {lines.map((line) => (
          <Meta key={line}>{line}</Meta>
        ))}
        {asking && answerable && (
          <HandAnswer
            step={step}
            id={id}
            onDone={() => {
              toggle.current?.focus();
              setAsking(false);
            }}
          />
        )}
      </div>
    </Item>
  );
}

const isPending = ({ fact }: TraceStep): boolean => !fact.known && fact.why.kind === 'pending';

/** Not where one answer is left: it would say nothing new. */
const canBeAnswered = ({ fact, answersLeft }: TraceStep): boolean =>
  !fact.known && answersLeft.length > 1;

/** Pending is the answer itself, and what befell the whole source stands beside it. */
function whyLines({ fact, source }: TraceStep, evidence: Evidence, t: Messages): readonly string[] {
  if (fact.known || fact.why.kind === 'pending') return [];
  if (evidence[source].state === 'failed') return [];
  const why = whyWords(fact.why, t);
  const failure = 'failure' in fact.why ? fact.why.failure : undefined;
  return [failure ? `${why} ${failureWords(failure, t).next}` : why];
}

function toneOf(step: TraceStep): Tone {
  const { fact, conclusion } = step;
  if (!fact.known) return isPending(step) ? 'waiting' : 'unknown';
  switch (conclusion.kind) {
    case 'decided':
    case 'also':
    case 'points-to':
      return 'cause';
    case 'ruled-out':
      return 'good';
    case 'not-needed':
      return 'quiet';
    case 'missing':
    case 'may-add':
      return 'unknown';
    default:
      return exhaustive(conclusion);
  }
}

interface HandAnswerProps {
  readonly step: TraceStep;
  readonly id: string;
  readonly onDone: () => void;
}

/** What the engineer saw with her own eyes: one press answers the check. */
function HandAnswer({ step: { check, answersLeft }, id, onDone }: HandAnswerProps) {
  const { messages: t, actions } = useTools();
  return (
    <Row id={id} role="group" aria-label={t(`check.${check}`)}>
      <Meta>{t('hand.question')}</Meta>
      {answersLeft.map((value) => (
        <Action
          key={value}
          onClick={() => {
            actions.answerByHand(check, value);
            onDone();
          }}
        >
          {valueWords(check, value, t)}
        </Action>
      ))}
    </Row>
  );
}

/** What the answer rests on, in a line or two. "None found" always names its window. */
export function evidenceLines(step: TraceStep, evidence: Evidence, t: Messages): readonly string[] {
  const { check, ground } = step;
  if (!ground) return [];
  switch (ground.kind) {
    case 'account':
      return [
        ...accountLines(check, ground.answer.accounts, t, t.date),
        ...(isUnconfirmed(step) ? confirmationLines(evidence, t) : []),
      ];
    case 'mails': {
      const [newest] = ground.mails;
      // Not "none found": the log was not read to its end. The reason stands beside the unknown.
      if (!newest) return [];
      const outcome = t(`mail.outcome.${newest.outcome}`);
      return [
        t.count('evidence.resets', ground.mails.length),
        t('evidence.last_reset', { time: t.time(newest.sentAt), outcome }),
      ];
    }
    case 'none-found':
      return noneFoundWords(ground.log, t);
    case 'by-hand':
      return [];
    default:
      return exhaustive(ground);
  }
}

const isUnconfirmed = ({ check, fact }: TraceStep): boolean =>
  check === 'confirmed' && fact.known && fact.value === 'no';

/** Worth knowing only while the address is not confirmed. */
function confirmationLines(evidence: Evidence, t: Messages): readonly string[] {
  const mail = lastConfirmation(evidence);
  if (!mail) return [];
  const outcome = t(`mail.outcome.${mail.outcome}`);
  return [t('evidence.last_confirmation', { time: t.time(mail.sentAt), outcome })];
}

export type CheckSource = TraceStep['source'];

/** Where the engineer can look for herself: the very account where there is one. */
export function linkOf(source: CheckSource, { links }: Pick<OpenState, 'links'>): string {
  return source === 'customersdot'
    ? (links.customersdotAccount ?? links.customersdotSearch)
    : links.mailgunLogs;
}
