import { useId, useRef, useState } from 'react';
import styled from 'styled-components';
import { exhaustive } from '../../lib/exhaustive';
import type { Evidence } from '../../diagnosis/evidence';
import type { TraceStep } from '../../diagnosis/diagnosis';
import type { Messages } from '../../i18n/messages';
import { answerWords } from '../answer-words';
import { failureWords, whyWords } from '../failure-words';
import { QuietAction } from '../parts/quiet-action';
import { Icon, type Tone } from '../parts/icon';
import { Meta, Strong } from '../parts/text';
import { useTools } from '../tools';
import { useQuiet } from '../use-quiet';
import { evidenceLines } from './evidence-lines';
import { HandAnswer } from './hand-answer';
import { lookupOf } from './source-view';

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
  if (lookupOf(source, evidence).state === 'failed') return [];
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
