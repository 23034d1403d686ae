import styled from 'styled-components';
import type { PathState } from '../diagnosis/decision-tree';
import { isIdle } from '../diagnosis/diagnose';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import { type Facts, isByHand } from '../diagnosis/evidence';
import {
  type Picture,
  type PictureAnswer,
  type PictureBox,
  layoutPicture,
  wrapLabel,
} from '../diagnosis/tree-layout';
import { answerWords, conclusionWords, whyWords } from '../wording/findings-in-words';
import type { Messages } from '../wording/translate';
import { OutLink } from './garden';
import { Meta, Row } from './primitives';
import { color } from './theme';
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
  ['also', 'tree.also'],
  ['open', 'tree.open'],
  ['not-taken', 'tree.not_taken'],
] as const;

/** What the four kinds of line mean. */
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

  > li > p::first-letter {
    text-transform: uppercase;
  }
`;

/** The trace in words: each check, its answer, and what was concluded from it. */
function DecisionSteps({ trace }: { readonly trace: readonly TraceStep[] }) {
  const { messages: t } = useTools();
  return (
    <Steps>
      {trace
        .filter((step) => !isIdle(step))
        .map((step) => (
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
function cameBack(step: TraceStep, t: Messages): readonly string[] {
  const { fact } = step;
  if (!fact.known) return fact.why.kind === 'pending' ? [] : [whyWords(fact.why, step, t)];
  return fact.by === 'hand' ? [whyWords(fact.insteadOf, step, t)] : [];
}

function stepAnswer({ check, fact }: TraceStep, t: Messages): string {
  const answer = answerWords(check, fact, t);
  return fact.known && fact.by === 'hand' ? t('decision.by_hand', { answer }) : answer;
}

const width = 276;
const inset = 8;
const rowHeight = 13;

/**
 * What was ruled out recedes by dashes and paler words, what was taken stands out by weight, and what applies as well is
 * dotted: not by colour alone.
 */
const TreeSvg = styled.svg`
  display: block;
  max-width: 320px;
  font-size: 12px;
  fill: ${color('foreground.default')};

  rect,
  line {
    fill: ${color('background.default')};
    stroke: ${color('border.emphasis')};
  }

  .taken {
    stroke: ${color('border.primaryEmphasis')};
    stroke-width: 2.5;
  }

  .also {
    stroke: ${color('border.primaryEmphasis')};
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-dasharray: 0.1 5;
  }

  .not-taken {
    stroke-dasharray: 3 3;
  }

  text.taken,
  text.also {
    stroke: none;
    font-weight: 600;
  }

  text.not-taken {
    stroke: none;
    fill: ${color('foreground.subtle')};
  }
`;

/** The rule table as a tree, with the way this ticket took. The steps beside it say the same in words. */
function DecisionPicture({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { messages: t } = useTools();
  const picture = layoutPicture(diagnosis, width);
  return (
    <TreeSvg
      role="img"
      aria-label={`${t('tree.title')}.${pathWords(picture, diagnosis.facts, t)}`}
      width="100%"
      viewBox={`-2 -2 ${width + 4} ${picture.height + 4}`}
    >
      {picture.lines.map(({ id, state, ...ends }) => (
        <line key={id} className={state} {...ends} />
      ))}
      {picture.answers.map((answer) => (
        <text
          key={answer.id}
          className={answer.state}
          x={answer.x}
          y={answer.y + answer.height - 4}
        >
          {answerLabel(answer, diagnosis.facts, t)}
        </text>
      ))}
      {picture.boxes.map((box) => (
        <Box
          key={box.id}
          box={box}
          state={box.state}
          rows={wrapLabel(t(box.label), box.width - 2 * inset, 12)}
        />
      ))}
    </TreeSvg>
  );
}

/** What was answered on the way taken, each with its question, and what else is drawn as applying; nothing while all is open. */
function pathWords({ answers, boxes }: Picture, facts: Facts, t: Messages): string {
  const steps = answers
    .filter(({ state }) => state === 'taken')
    .map((answer) =>
      t('decision.step', {
        check: t(`check.${answer.check}`),
        answer: answerLabel(answer, facts, t),
      }),
    );
  if (steps.length === 0) return '';
  const beside = states.flatMap(([state, words]) => {
    const isBeside = state === 'also' || state === 'open';
    const outcomes = boxes.filter(
      ({ kind, state: own }) => isBeside && kind === 'outcome' && own === state,
    );
    const answer = t.list(outcomes.map(({ label }) => t(label)));
    return answer ? [t('decision.step', { check: t(words), answer })] : [];
  });
  return ` ${[t('tree.path', { steps: t.list(steps) }), ...beside].join('; ')}`;
}

function answerLabel(
  { check, value, label, orNotAsked, state }: PictureAnswer,
  facts: Facts,
  t: Messages,
) {
  const fact = facts[check];
  if (!fact.known && orNotAsked) return t('tree.or_not_asked', { answer: t(label) });
  // Taken though nobody answered it: what was entered by hand is of an account, so there is one.
  const byHand = fact.known ? isByHand(fact) && fact.value === value : state === 'taken';
  return byHand ? t('decision.by_hand', { answer: t(label) }) : t(label);
}

interface BoxProps {
  readonly box: PictureBox;
  readonly state: PathState;
  readonly rows: readonly string[];
}

function Box({ box: { kind, x, y, width: across, height }, state, rows }: BoxProps) {
  const first = y + height / 2 - ((rows.length - 1) * rowHeight) / 2 + 4;
  const radius = kind === 'outcome' ? height / 2 : 4;
  return (
    <>
      <rect className={state} x={x} y={y} width={across} height={height} rx={radius} />
      {rows.map((words, row) => (
        <text key={row} className={state} x={x + inset} y={first + row * rowHeight}>
          {words}
        </text>
      ))}
    </>
  );
}
