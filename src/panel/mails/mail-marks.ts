import type { Mail } from '../../diagnosis/evidence';

/** Mails too close together to be pointed at one by one share a target. */
export interface MarkGroup {
  /** The middle of the target, 0 (start of the window) to 1 (its end). */
  readonly at: number;
  /** Oldest first, each where it belongs. */
  readonly marks: readonly { readonly mail: Mail; readonly at: number }[];
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where an instant stands in the window; what lies outside stands at its edge. */
export function placeIn({ from, to }: Window, instant: number): number {
  const share = to > from ? (instant - from) / (to - from) : 1;
  return Math.min(1, Math.max(0, share));
}

/** One target is 24 px wide; the picture is 272 px at its narrowest. */
const reach = 24 / 272;

export function groupMarks(mails: readonly Mail[], window: Window): readonly MarkGroup[] {
  const marks = mails
    .map((mail) => ({ mail, at: placeIn(window, mail.sentAt) }))
    .sort((one, other) => one.at - other.at);

  const groups: { mail: Mail; at: number }[][] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    const start = group?.[0];
    if (group && start && mark.at - start.at < reach) group.push(mark);
    else groups.push([mark]);
  }
  return spread(groups.map((group) => ({ at: middleOf(group), marks: group })));
}

function middleOf(marks: MarkGroup['marks']): number {
  return ((marks[0]?.at ?? 0) + (marks.at(-1)?.at ?? 0)) / 2;
}

/** Two neighbours' middles can be nearer than a target is wide: the later one joins the earlier. */
function spread(groups: readonly MarkGroup[]): readonly MarkGroup[] {
  return groups.reduce<readonly MarkGroup[]>((apart, group) => {
    const last = apart.at(-1);
    if (!last || group.at - last.at >= reach) return [...apart, group];
    const marks = [...last.marks, ...group.marks];
    return [...apart.slice(0, -1), { at: middleOf(marks), marks }];
  }, []);
}
