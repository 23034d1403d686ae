import type { Evidence, Lookup, MailLog } from '../../diagnosis/evidence';
import { isWhole } from '../../diagnosis/whole-log';
import { groupMarks, type MarkGroup } from './mail-marks';

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

const logsOf = ({ portalLog, gitlabLog }: Evidence): readonly Lookup<MailLog>[] => [
  portalLog,
  gitlabLog,
];

/** The span both logs were asked for; nothing to draw before one has answered. */
export function windowOf(evidence: Evidence): MailWindow | undefined {
  const windows = logsOf(evidence).flatMap((lookup) =>
    lookup.state === 'answered' ? [lookup.value.window] : [],
  );
  if (windows.length === 0) return undefined;
  return {
    from: Math.min(...windows.map(({ from }) => from)),
    to: Math.max(...windows.map(({ to }) => to)),
  };
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
