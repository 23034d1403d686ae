import type { CompleteFacts } from './facts';
import type { StateAt } from './path-state';
import type { AnswerLabel, Picture, PictureLine } from './picture';
import type { Branch, Question, Tree } from './tree';

const margin = 1;
const boxHeight = 36;
const answerHeight = 16;
const gap = 8;
/** Between an answer and the lines beside it. */
const aside = 5;
/** From a question's left edge to its trunk, and from there to a question that hangs on it. */
const trunkAt = 12;
const twig = 14;
/** Outcomes share a column, at this part of the width. */
const outcomesAt = 0.44;

interface Drawn extends Pick<Picture, 'boxes' | 'answers' | 'lines'> {
  readonly bottom: number;
}

interface Sheet {
  readonly width: number;
  readonly stateAt: StateAt;
}

interface Place {
  readonly path: Partial<CompleteFacts>;
  readonly x: number;
  readonly y: number;
}

/** Questions down the left, each answer that ends the matter with its outcome to the right. */
export function layOut(tree: Tree, sheet: Sheet): Drawn {
  const drawn = drawTree(tree, { path: {}, x: margin, y: margin }, sheet);
  return { ...drawn, bottom: drawn.bottom + margin };
}

function drawTree(tree: Tree, place: Place, sheet: Sheet): Drawn {
  const { path, x, y } = place;
  const box = {
    id: idOf(path),
    x,
    y,
    width: sheet.width - margin - x,
    height: boxHeight,
    state: sheet.stateAt(path),
  };
  const bottom = y + boxHeight;
  if (tree.kind === 'outcome') {
    const { outcome } = tree;
    const drawn = { ...box, kind: 'outcome', outcome, label: `outcome.${outcome}` } as const;
    return { boxes: [drawn], answers: [], lines: [], bottom };
  }
  const { check } = tree;
  const drawn = { ...box, kind: 'question', check, label: `check.${check}` } as const;
  return tree.branches.reduce<Drawn>(
    (above, branch) => together(above, drawBranch(tree, branch, place, above.bottom, sheet)),
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
  { value, to }: Branch,
  { path, x, y }: Place,
  below: number,
  sheet: Sheet,
): Drawn {
  const way = { ...path, [check]: value };
  const mark = { id: idOf(way), state: sheet.stateAt(way) };
  const trunk = x + trunkAt;
  const column = Math.round(sheet.width * outcomesAt);
  const answer = {
    ...mark,
    x: trunk + aside,
    y: below + gap / 2,
    width: (to.kind === 'outcome' ? column : sheet.width) - trunk - 2 * aside,
    height: answerHeight,
    label: `answer.${check}.${value}` as AnswerLabel,
  };
  const isLast = branches.at(-1)?.to === to;
  const next = nextPlace(to, isLast, { trunk, column, x, below });
  const lines = linesTo(next, { x: trunk, y: y + boxHeight }, next.x === x);
  const arm = {
    boxes: [],
    answers: [answer],
    lines: lines.map((line, part) => ({ ...line, ...mark, id: `${mark.id}:${part}` })),
    bottom: below,
  };
  return together(arm, drawTree(to, { path: way, ...next }, sheet));
}

interface Around {
  readonly trunk: number;
  readonly column: number;
  readonly x: number;
  readonly below: number;
}

/** An outcome beside its answer; a question below it, and straight below when it is the last. */
function nextPlace(to: Tree, isLast: boolean, { trunk, column, x, below }: Around): Point {
  if (to.kind === 'outcome') return { x: column, y: below + gap };
  return { x: isLast ? x : trunk + twig, y: below + gap + answerHeight };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Down the trunk, and across unless the next question stands on it. */
function linesTo(
  next: Point,
  from: Point,
  straightDown: boolean,
): readonly Omit<PictureLine, 'id' | 'state'>[] {
  const middle = next.y + boxHeight / 2;
  const down = { x1: from.x, y1: from.y, x2: from.x, y2: straightDown ? next.y : middle };
  const across = { x1: from.x, y1: middle, x2: next.x, y2: middle };
  return straightDown ? [down] : [down, across];
}

function idOf(path: Partial<CompleteFacts>): string {
  return ['tree', ...Object.entries(path).map(([check, value]) => `${check}-${value}`)].join('.');
}
