import styled from 'styled-components';
import type { TraceStep } from '../../diagnosis/diagnosis';
import type { Messages } from '../../i18n/messages';
import { conclusionWords } from '../../reply/conclusion-words';
import { answerWords } from '../answer-words';
import { whyWords } from '../failure-words';
import { Meta } from '../parts/text';
import { useTools } from '../tools';

const Steps = styled.ol`
  display: grid;
  gap: 4px;
  margin: 0;
  padding-left: 20px;
`;

/** The trace in words: each check, its answer, and what was concluded from it. */
export function DecisionSteps({ trace }: { readonly trace: readonly TraceStep[] }) {
  const { messages: t } = useTools();
  return (
    <Steps>
      {trace.map((step) => (
        <li key={step.check}>
          {t('decision.step', { check: t(`check.${step.check}`), answer: stepAnswer(step, t) })}
          {step.askedAt !== undefined && (
            <Meta>
              {t('decision.asked', {
                source: t(`source.${step.source}`),
                time: t.time(step.askedAt),
              })}
            </Meta>
          )}
          {cameBack(step, t).map((words) => (
            <Meta key={words}>{words}</Meta>
          ))}
          <Meta>{conclusionWords(step.conclusion, t)}</Meta>
        </li>
      ))}
    </Steps>
  );
}

/** Where the source gave no answer, what it gave instead; pending says it all. */
function cameBack({ fact }: TraceStep, t: Messages): readonly string[] {
  if (!fact.known) return fact.why.kind === 'pending' ? [] : [whyWords(fact.why, t)];
  return fact.by === 'hand' ? [whyWords(fact.insteadOf, t)] : [];
}

function stepAnswer({ check, fact }: TraceStep, t: Messages): string {
  const answer = answerWords(check, fact, t);
  return fact.known && fact.by === 'hand' ? t('decision.by_hand', { answer }) : answer;
}
