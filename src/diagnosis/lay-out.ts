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
  question: Question,
  { value, to }: Branch,
  { path, x, y }: Place,
  below: number,
  sheet: Sheet,
): Drawn {
  const { check } = question;
  const isLast = question.branches.at(-1)?.to === to;
  const way = { ...path, [check]: value };
  const state = sheet.stateAt(way);
  const id = idOf(way);
  const trunk = x + trunkAt;
  const column = Math.round(sheet.width * outcomesAt);

  const answerY = below + gap / 2;
  const answer = {
    id,
    x: trunk + aside,
    y: answerY,
    width: (to.kind === 'outcome' ? column : sheet.width) - trunk - 2 * aside,
    height: answerHeight,
    state,
    label: `answer.${check}.${value}` as AnswerLabel,
  };
  const next = nextPlace(to, isLast, { trunk, column, x, below });
  const middle = next.y + boxHeight / 2;
  const line = (part: string, x2: number, y1: number, y2: number): PictureLine => ({
    id: `${id}:${part}`,
    x1: trunk,
    y1,
    x2,
    y2,
    state,
  });
  const straightDown = next.x === x;
  const lines = [line('down', trunk, y + boxHeight, straightDown ? next.y : middle)].concat(
    straightDown ? [] : line('across', next.x, middle, middle),
  );
  return together(
    { boxes: [], answers: [answer], lines, bottom: 0 },
    drawTree(to, { path: way, ...next }, sheet),
  );
}

interface Around {
  readonly trunk: number;
  readonly column: number;
  readonly x: number;
  readonly below: number;
}

/** An outcome beside its answer; a question below it, and straight below when it is the last. */
function nextPlace(to: Tree, isLast: boolean, { trunk, column, x, below }: Around) {
  if (to.kind === 'outcome') return { x: column, y: below + gap };
  return { x: isLast ? x : trunk + twig, y: below + gap + answerHeight };
}

function idOf(path: Partial<CompleteFacts>): string {
  return ['tree', ...Object.entries(path).map(([check, value]) => `${check}-${value}`)].join('.');
}
