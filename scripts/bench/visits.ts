import type { LogEntry } from '../../sandbox/proxy/request-log';

/** A ticket that was opened and closed. Times are epoch ms. */
export interface Visit {
  readonly ticket: string;
  readonly opened: number;
  readonly closed: number;
  /** It was closed before the verdict was there. */
  readonly early: boolean;
}

export type Asked = Readonly<Record<string, number>>;

export interface Tally {
  readonly visits: number;
  readonly early: number;
  /** By source. */
  readonly asked: Asked;
  /** Asked after the ticket had been closed, and before anybody opened it again. */
  readonly late: Asked;
  /** How long after the closing the last of these was, ms. What was on its way when it closed is one of them. */
  readonly latestMs: number;
}

/** Whom each request belongs to: the newest opening of its ticket. */
export function tally(visits: readonly Visit[], entries: readonly LogEntry[]): Tally {
  const asked: Record<string, number> = {};
  const late: Record<string, number> = {};
  let latestMs = 0;
  for (const { ticket, at, via, sent } of entries) {
    const visit = visits.findLast((one) => one.ticket === ticket && one.opened <= at);
    if (!visit) continue;
    const source = via === 'zendesk-api' ? 'zendesk' : (sent?.service ?? 'unknown');
    asked[source] = (asked[source] ?? 0) + 1;
    if (at <= visit.closed) continue;
    late[source] = (late[source] ?? 0) + 1;
    latestMs = Math.max(latestMs, at - visit.closed);
  }
  return {
    visits: visits.length,
    early: visits.filter(({ early }) => early).length,
    asked,
    late,
    latestMs,
  };
}
