import styled from 'styled-components';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import type { Messages } from '../wording/messages';
import { answerWords, conclusionWords, whyWords } from '../wording/words';
import { DecisionPicture, TreeSvg } from './decision-picture';
import { OutLink } from './garden';
import { Meta, Row } from './primitives';
import { useTools } from './tools';

interface DecisionProps {
  readonly diagnosis: Diagnosis;
  readonly handbook: string;
}

/** How the checks lead to the verdict: as a picture, and in words. */
export function DecisionBody({ diagnosis, handbook }: DecisionProps) {
  const { messages: t } = useTools();
  return (
    <>
      <DecisionPicture diagnosis={diagnosis} />
      <DecisionLegend />
      <DecisionSteps trace={diagnosis.trace} />
      <div>
        <OutLink href={handbook}>{t('decision.handbook')}</OutLink>
      </div>
    </>
  );
}

const states = [
  ['taken', 'tree.taken'],
  ['open', 'tree.open'],
  ['not-taken', 'tree.not_taken'],
] as const;

/** What the three kinds of line mean. */
function DecisionLegend() {
  const { messages: t } = useTools();
  return (
    <Row>
      {states.map(([state, words]) => (
        <Row key={state}>
          <TreeSvg width="18" height="8" aria-hidden>
            <line className={state} x1="0" x2="18" y1="4" y2="4" />
          </TreeSvg>
          <Meta as="span">{t(words)}</Meta>
        </Row>
      ))}
    </Row>
  );
}

const Steps = styled.ol`
  display: grid;
  gap: 4px;
  margin: 0;
  padding-left: 20px;
`;

/** The trace in words: each check, its answer, and what was concluded from it. */
function DecisionSteps({ trace }: { readonly trace: readonly TraceStep[] }) {
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
          {cameBack(step, t).map((words, index) => (
            <Meta key={index}>{words}</Meta>
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
