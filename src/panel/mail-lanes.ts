import { type Mail, type MailLog, isWhole } from '../diagnosis/answers';
import type { Evidence, Lookup } from '../diagnosis/evidence';
import { earliestOf, latestOf } from '../shared/clock';
import type { Messages } from '../wording/translate';

export const laneIds = ['portal_log', 'gitlab_log'] as const;

export interface Lane {
  readonly source: (typeof laneIds)[number];
  /** What stands in an empty lane. */
  readonly state: 'mails' | 'none' | 'asking' | 'not_known';
  readonly domain: string | undefined;
  readonly groups: readonly MarkGroup[];
}

export interface MailWindow {
  readonly from: number;
  readonly to: number;
}

const logsOf = ({ portal_log, gitlab_log }: Evidence): readonly Lookup<MailLog>[] => [
  portal_log,
  gitlab_log,
];

/** No mail to sign in with: drawn small. */
export const isAside = ({ kind }: Mail): boolean => kind !== 'reset' && kind !== 'sign_in_link';

/** The span both logs were asked for; nothing to draw before one has answered. */
export function windowOf(evidence: Evidence): MailWindow | undefined {
  const windows = logsOf(evidence).flatMap((lookup) =>
    lookup.state === 'answered' ? [lookup.value.window] : [],
  );
  const from = earliestOf(windows.map((window) => window.from));
  const to = latestOf(windows.map((window) => window.to));
  return from === undefined || to === undefined ? undefined : { from, to };
}

export function lanesOf(evidence: Evidence, window: MailWindow): readonly Lane[] {
  return logsOf(evidence).map((lookup, index) => {
    const source = laneIds[index] ?? 'portal_log';
    if (lookup.state !== 'answered') {
      const state = lookup.state === 'pending' ? 'asking' : 'not_known';
      return { source, state, domain: undefined, groups: [] };
    }
    const { mails, domain } = lookup.value;
    const groups = groupMarks(mails, window);
    return { source, state: stateOf(lookup.value), domain, groups };
  });
}

/** A log that was cut off, or not read in every entry, may hold the very mail that is missing. */
function stateOf(log: MailLog): Lane['state'] {
  if (log.mails.length > 0) return 'mails';
  return isWhole(log) ? 'none' : 'not_known';
}

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
export function shareOfWindow({ from, to }: Window, instant: number): number {
  const share = to > from ? (instant - from) / (to - from) : 1;
  return Math.min(1, Math.max(0, share));
}

/** One target is 24 px wide; the picture is 272 px at its narrowest. */
const reach = 24 / 272;

export function groupMarks(mails: readonly Mail[], window: Window): readonly MarkGroup[] {
  const marks = mails
    .map((mail) => ({ mail, at: shareOfWindow(window, mail.sentAt) }))
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

/** A lane is its name and, under it, a line of targets; in pixels. */
export const laneHeight = 42;
const axisHeight = 18;

export const laneTop = (lane: number): number => lane * (laneHeight + 4);

export const pictureHeight = laneTop(laneIds.length) + axisHeight;

/** When it was sent, what it is and what became of it: the name of its mark, and its line in the list. */
export function mailWords(mail: Mail, t: Messages): string {
  return t('mails.mark', {
    time: t.time(mail.sentAt),
    kind: t(`mail.kind.${mail.kind}`),
    outcome: t(`mail.outcome.${mail.outcome}`),
  });
}
