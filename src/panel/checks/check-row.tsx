import styled from 'styled-components';
import type { TraceStep } from '../../diagnosis/diagnosis';
import type { Unknown } from '../../diagnosis/facts';
import { answerWords } from '../answer-words';
import { Icon, type Tone } from '../parts/icon';
import { Meta, Strong } from '../parts/text';
import { useTools } from '../tools';
import { evidenceLines } from './evidence-lines';
import { HandAnswer } from './hand-answer';

const Item = styled.li`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 0 8px;

  > svg {
    margin-top: 2px;
  }
`;

const Answer = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0 8px;
  justify-content: space-between;
`;

/** One question, its answer, and what the answer rests on. */
export function CheckRow({ step }: { readonly step: TraceStep }) {
  const { messages: t } = useTools();
  const { check, fact } = step;
  return (
    <Item data-check={check} data-answer={fact.known ? fact.value : 'unknown'}>
      <Icon tone={toneOf(step)} />
      <div>
        <Answer>
          <span>{t(`check.${check}`)}</span>
          <Strong>{answerWords(check, fact, t)}</Strong>
        </Answer>
        {evidenceLines(step, t).map((line) => (
          <Meta key={line}>{line}</Meta>
        ))}
        {!fact.known && saysWhy(fact.why) && <Meta>{t(`unknown.${fact.why.kind}`)}</Meta>}
        <HandAnswer step={step} />
      </div>
    </Item>
  );
}

/** Pending is the answer itself, and a failure stands beside its source. */
const saysWhy = ({ kind }: Unknown): boolean => kind !== 'pending' && kind !== 'failed';

function toneOf({ fact, conclusion }: TraceStep): Tone {
  if (!fact.known) return fact.why.kind === 'pending' ? 'waiting' : 'unknown';
  return conclusion.kind === 'decided' || conclusion.kind === 'also' ? 'cause' : 'good';
}
