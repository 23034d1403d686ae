import type { DeliveryReport, MailOutcome } from '../diagnosis/evidence';
import type { EventKind, LogEvent } from './log-event';

/** What decides when a mail has several events: Mailgun's own order, strongest first. */
const precedence: readonly EventKind[] = [
  'delayed-bounce',
  'delivered',
  'permanent',
  'temporary',
  'failed',
  'rejected',
  'accepted',
];

const lists = { 605: 'bounce', 606: 'unsubscribe', 607: 'complaint' } as const;

/** The event that decides: the newest of the strongest kind. */
export function decidingEvent(events: readonly [LogEvent, ...(readonly LogEvent[])]): LogEvent {
  return events.reduce((best, event) => {
    const stronger = precedence.indexOf(best.what) - precedence.indexOf(event.what);
    return stronger > 0 || (stronger === 0 && event.at > best.at) ? event : best;
  });
}

export function mailOutcome(event: LogEvent): MailOutcome {
  switch (event.what) {
    case 'permanent':
      return whyPermanent(event);
    case 'temporary':
      return 'retrying';
    case 'failed':
      return 'unclear';
    case 'delayed-bounce':
    case 'delivered':
    case 'rejected':
    case 'accepted':
      return event.what;
  }
}

function whyPermanent(event: LogEvent): MailOutcome {
  const { reason = '', bounceType, report } = event;
  if (suppressedBy(event) !== undefined || reason.startsWith('suppress')) return 'suppressed';
  if (reason === 'old' || report.code === 602) return 'gave-up';
  return reason === 'bounce' || bounceType !== undefined ? 'bounced' : 'failed';
}

function suppressedBy({ reason, report }: LogEvent): DeliveryReport['suppressedBy'] {
  const byReason = /^suppress-(bounce|complaint|unsubscribe)$/.exec(reason ?? '')?.[1];
  if (byReason !== undefined) return byReason as NonNullable<DeliveryReport['suppressedBy']>;
  return report.code === 605 || report.code === 606 || report.code === 607
    ? lists[report.code]
    : undefined;
}

/** What was said of the deciding event, and what follows from it. */
export function mailReport(event: LogEvent): DeliveryReport {
  const list = event.what === 'permanent' ? suppressedBy(event) : undefined;
  return {
    ...event.report,
    ...(list === undefined ? {} : { suppressedBy: list }),
  };
}
