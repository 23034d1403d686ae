import {
  type Branch,
  type PathState,
  type Question,
  type States,
  type Tree,
  statesOf,
  treeOfRules,
  weakestFirst,
} from './decision-tree';
import type { CheckId, FactValue } from './checks';
import type { CompleteFacts, Facts } from './evidence';
import type { OutcomeId, RuleTable } from './rules';

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
  readonly orNotAsked: boolean;
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

interface Decided {
  readonly edition: RuleTable;
  readonly facts?: Facts;
}

/** The edition's decision tree at this width, with the way that the facts take; without any everything is open. */
export function layoutPicture({ edition, facts }: Decided, width: number): Picture {
  const states = facts ? statesOf(edition, facts) : allOpen;
  const { boxes, answers, lines, bottom } = layOut(treeOfRules(edition), width, states);
  return {
    width,
    height: bottom,
    boxes,
    answers,
    lines: weakestFirst.flatMap((state) => lines.filter((line) => line.state === state)),
  };
}

const allOpen: States = { of: () => 'open', ofAnswer: () => 'open' };

const margin = 1;
const answerHeight = 16;
const gap = 8;
/** Between an answer and the lines beside it. */
const aside = 5;
/** From a question's left edge to its trunk, and from there to what hangs on it. */
const trunkAt = 12;
const twig = 14;
/** From this width on outcomes stand beside their answers, in a column at this part of the width. */
const roomy = 480;
const columnAt = 0.44;

interface Drawn extends Pick<Picture, 'boxes' | 'answers' | 'lines'> {
  readonly bottom: number;
}

interface Sheet {
  readonly width: number;
  readonly states: States;
  readonly boxHeight: number;
  /** Where outcomes stand beside their answers; `undefined`: below them. */
  readonly column: number | undefined;
}

interface Spot {
  readonly path: CompleteFacts;
  readonly x: number;
  readonly y: number;
}

/** Questions down the left, and at each answer that ends the matter its outcome. */
function layOut(tree: Tree, width: number, states: States): Drawn {
  const sheet =
    width < roomy
      ? { width, states, boxHeight: 30, column: undefined }
      : { width, states, boxHeight: 36, column: Math.round(width * columnAt) };
  const drawn = drawTree(tree, { path: {}, x: margin, y: margin }, sheet);
  return { ...drawn, bottom: drawn.bottom + margin };
}

function drawTree(tree: Tree, spot: Spot, sheet: Sheet): Drawn {
  const { path, x, y } = spot;
  const box = {
    id: idOf(path),
    x,
    y,
    width: sheet.width - margin - x,
    height: sheet.boxHeight,
    state: sheet.states.of(tree, path),
  };
  const bottom = y + sheet.boxHeight;
  if (tree.kind === 'outcome') {
    const { outcome } = tree;
    const drawn = { ...box, kind: 'outcome', outcome, label: `outcome.${outcome}` } as const;
    return { boxes: [drawn], answers: [], lines: [], bottom };
  }
  const { check } = tree;
  const drawn = { ...box, kind: 'question', check, label: `check.${check}` } as const;
  return tree.branches.reduce<Drawn>(
    (above, branch) => together(above, drawBranch(tree, branch, spot, above.bottom, sheet)),
    { boxes: [drawn], answers: [], lines: [], bottom },
  );
}

function together(above: Drawn, below: Drawn): Drawn {
  return {
    boxes: [...above.boxes, ...below.boxes],
    answers: [...above.answers, ...below.answers],
    lines: [...above.lines, ...below.lines],
    bottom: below.bottom,
  };
}

function drawBranch(
  { check, branches }: Question,
  branch: Branch,
  { path, x, y }: Spot,
  below: number,
  sheet: Sheet,
): Drawn {
  const { value, to, orNotAsked } = branch;
  const way = { ...path, [check]: value };
  const mark = { id: idOf(way), state: sheet.states.ofAnswer(check, branch, path) };
  const trunk = x + trunkAt;
  const isLast = branches.at(-1)?.to === to;
  const beside = to.kind === 'outcome' ? sheet.column : undefined;
  const answer = {
    ...mark,
    x: trunk + aside,
    y: below + gap / 2,
    width: (beside ?? sheet.width - margin) - trunk - 2 * aside,
    height: answerHeight,
    check,
    value,
    orNotAsked,
    label: `answer.${check}.${value}` as AnswerLabel,
  };
  const next =
    beside === undefined
      ? { x: isLast && to.kind === 'question' ? x : trunk + twig, y: below + gap + answerHeight }
      : { x: beside, y: below + gap };
  const from = { x: trunk, y: y + sheet.boxHeight };
  const lines = next.x === x ? [straightTo(next, from)] : acrossTo(next, from, sheet.boxHeight);
  const arm = {
    boxes: [],
    answers: [answer],
    lines: lines.map((line, part) => ({ ...line, ...mark, id: `${mark.id}:${part}` })),
    bottom: below,
  };
  return together(arm, drawTree(to, { path: way, ...next }, sheet));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

type Line = Omit<PictureLine, 'id' | 'state'>;

/** Down the trunk, to a question that stands on it. */
function straightTo(next: Point, from: Point): Line {
  return { x1: from.x, y1: from.y, x2: from.x, y2: next.y };
}

/** Down the trunk and across to the middle of the box. */
function acrossTo(next: Point, from: Point, boxHeight: number): readonly Line[] {
  const middle = next.y + boxHeight / 2;
  return [
    { x1: from.x, y1: from.y, x2: from.x, y2: middle },
    { x1: from.x, y1: middle, x2: next.x, y2: middle },
  ];
}

function idOf(path: CompleteFacts): string {
  return ['tree', ...Object.entries(path).map(([check, value]) => `${check}-${value}`)].join('.');
}

/** Rough widths in ems, on the wide side and as in bold: nothing can be measured where the picture is laid out. */
const wide = 1.02;
const narrow = 0.6;

/** Breaks a label into the lines that fit: between words, and within one only where it is too long itself. */
export function wrapLabel(text: string, width: number, fontSize: number): readonly string[] {
  const room = width / fontSize;
  return pieces(text, room).reduce<readonly string[]>((lines, piece) => {
    const last = lines.at(-1);
    if (last === undefined) return [piece.trimStart()];
    return emsOf(last + piece) <= room
      ? [...lines.slice(0, -1), last + piece]
      : [...lines, piece.trimStart()];
  }, []);
}

/** Words with the space before them; Chinese and Japanese may break anywhere. */
function pieces(text: string, room: number): readonly string[] {
  const words = text.match(/\s*[\u3000-\u9fff\uff00-\uffef]|\s*[^\s\u3000-\u9fff\uff00-\uffef]+/gu);
  return (words ?? []).flatMap((word) =>
    emsOf(word.trimStart()) > room ? Array.from(word) : [word],
  );
}

function emsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter >= '\u3000' ? wide : narrow), 0);
}
