import type { Diagnosis } from './diagnosis';
import type { CheckId, FactValue } from './facts';
import { layOut } from './lay-out';
import type { OutcomeId } from './outcome';
import { statesOf, type PathState, type StateAt } from './path-state';
import { treeOfRules } from './tree';

export type AnswerLabel = { [C in CheckId]: `answer.${C}.${FactValue<C>}` }[CheckId];

interface Place {
  /** Unique in the picture. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly state: PathState;
}

/** Text of up to two lines, centred from top to bottom. Labels are message keys. */
export type PictureBox = Place &
  (
    | { readonly kind: 'question'; readonly check: CheckId; readonly label: `check.${CheckId}` }
    | {
        readonly kind: 'outcome';
        readonly outcome: OutcomeId;
        readonly label: `outcome.${OutcomeId}`;
      }
  );

/** One line of text, to the right of its branch. */
export type PictureAnswer = Place & {
  readonly check: CheckId;
  readonly value: FactValue;
  readonly label: AnswerLabel;
};

export interface PictureLine {
  readonly id: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly state: PathState;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  readonly answers: readonly PictureAnswer[];
  /** In drawing order: the path taken lies on top. */
  readonly lines: readonly PictureLine[];
}

/** The decision tree at this width, with the way the diagnosis went; without one everything is open. */
export function layoutPicture(diagnosis: Diagnosis | undefined, width: number): Picture {
  const stateAt: StateAt = diagnosis ? statesOf(diagnosis.facts) : () => 'open';
  const { boxes, answers, lines, bottom } = layOut(treeOfRules(), width, stateAt);
  return {
    width,
    height: bottom,
    boxes,
    answers,
    lines: drawingOrder.flatMap((state) => lines.filter((line) => line.state === state)),
  };
}

const drawingOrder: readonly PathState[] = ['not-taken', 'open', 'taken'];
