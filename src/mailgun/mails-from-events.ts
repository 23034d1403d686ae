import type { Mail } from '../diagnosis/evidence';
import type { LogEvent } from './log-event';
import { mailKind, type KnownSubjects } from './mail-kind';
import { decidingEvent, mailOutcome, mailReport } from './mail-outcome';

type Events = [LogEvent, ...LogEvent[]];

/** Puts the events of one recipient together into mails, newest first. The same event twice counts once. */
export function mailsFromEvents(
  events: readonly LogEvent[],
  known: KnownSubjects,
): readonly Mail[] {
  const byMail = new Map<string, Events>();
  for (const [index, event] of withoutRepeats(events).entries()) {
    // Without a message-id nothing says which mail it belongs to: it stands for one of its own.
    const id = event.messageId ?? `event ${index}`;
    const siblings = byMail.get(id);
    if (siblings) siblings.push(event);
    else byMail.set(id, [event]);
  }
  return Array.from(byMail, ([id, siblings]) => mailOf(id, siblings, known)).sort(
    (one, other) => other.sentAt - one.sentAt,
  );
}

/** Mailgun's ids are unique within a day only, and one may be missing: a repeat is the same in everything. */
function withoutRepeats(events: readonly LogEvent[]): readonly LogEvent[] {
  return [...new Map(events.map((event) => [JSON.stringify(event), event])).values()];
}

/** Mailgun accepts a mail or refuses it before all else; one to an address on its lists fails there and then. */
const beginsMail = (event: LogEvent): boolean =>
  event.what === 'accepted' || event.what === 'rejected' || mailOutcome(event) === 'suppressed';

function mailOf(id: string, events: Events, known: KnownSubjects): Mail {
  const subjects = events.flatMap(({ subject }) => (subject === undefined ? [] : [subject]));
  const telling = subjects.find((subject) => mailKind(subject, known) !== 'other');
  const subject = telling ?? subjects[0] ?? '';
  const sentAt = Math.min(...events.map(({ at }) => at));
  const deciding = decidingEvent(events);
  return {
    id,
    kind: mailKind(subject, known),
    subject,
    sentAt,
    ...(events.some(beginsMail) ? {} : { sentBefore: true as const }),
    outcome: mailOutcome(deciding),
    report: mailReport(deciding),
  };
}
