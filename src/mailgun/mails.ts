import type { Address } from '../address/address';
import {
  type DeliveryReport,
  type Mail,
  type MailLog,
  type MailDoubt,
  type MailOutcome,
  type MailSubjects,
  mailKinds,
} from '../diagnosis/answers';
import { visibleText } from '../shared/text';
import { type EventKind, type LogEvent, isSameText, readItem, statedDomain } from './log-event';
import type { LogQuery } from './logs-request';

/** The mails of what the log's pages hold, and how many of its items may be one without saying so. */
export function readItems(
  items: readonly unknown[],
  query: LogQuery,
  address: Address,
): Pick<MailLog, 'mails' | 'unreadable'> {
  const read = items.map((item) => readItem(item, address, query.domain));
  const mails = mailsFromEvents(
    read.flatMap((one) => (one.kind === 'event' ? [one.event] : [])),
    query,
  );
  const known = new Set(mails.map(({ id }) => id));
  const orphans = new Set(
    read.flatMap((one) =>
      one.kind === 'aside' && !(one.messageId !== undefined && known.has(one.messageId))
        ? [one.messageId]
        : [],
    ),
  );
  return {
    mails,
    // A mail that nothing names may be the very reset that is looked for.
    unreadable:
      read.filter(({ kind }) => kind === 'unreadable').length +
      mails.filter(({ subject }) => subject === '').length +
      orphans.size,
  };
}

/** When the oldest event of these items was, epoch ms; `Infinity` where none can be read. */
export function oldestEvent(
  items: readonly unknown[],
  { domain }: Pick<LogQuery, 'domain'>,
  address: Address,
): number {
  return items.reduce<number>((oldest, item) => {
    const read = readItem(item, address, domain);
    return read.kind === 'event' ? Math.min(oldest, read.event.at) : oldest;
  }, Infinity);
}

export const isOfDomain = (item: unknown, domain: string): boolean =>
  isSameText(statedDomain(item), domain);

type Told = ReturnType<typeof toldBySubject>;

type Events = [LogEvent, ...LogEvent[]];

/** Puts the events of one recipient together into mails, newest first. The same event twice counts once. */
export function mailsFromEvents(
  events: readonly LogEvent[],
  { source, subjects }: Pick<LogQuery, 'source' | 'subjects'>,
): readonly Mail[] {
  const tell = (subject: string) => toldBySubject(subject, subjects, source === 'portal_log');
  const byMail = new Map<string, Events>();
  for (const [index, event] of withoutRepeats(events).entries()) {
    // Without a message-id nothing says which mail it belongs to: it stands for one of its own.
    const id = event.messageId ?? `event ${index}`;
    const siblings = byMail.get(id);
    if (siblings) siblings.push(event);
    else byMail.set(id, [event]);
  }
  return Array.from(byMail, ([id, siblings]) => mailOf(id, siblings, tell)).sort(
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

function mailOf(id: string, events: Events, tell: (subject: string) => Told): Mail {
  const subjects = events.flatMap(({ subject }) => (subject === undefined ? [] : [subject]));
  // Where the events of one mail differ in it, the one that says most counts.
  const told = subjects.map((subject) => ({ subject, ...tell(subject) }));
  const { subject, ...said } = told.find(({ kind }) => kind !== 'other') ??
    told.find(({ doubt }) => doubt) ??
    told[0] ?? { subject: '', kind: 'other' };
  const sentAt = events.reduce((first, { at }) => Math.min(first, at), Infinity);
  const deciding = decidingEvent(events);
  return {
    id,
    ...said,
    subject: visibleText(subject, { most: 250 }),
    sentAt,
    ...(events.some(beginsMail) ? {} : { sentBefore: true as const }),
    outcome: mailOutcome(deciding),
    report: mailReport(deciding, events),
  };
}

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
function decidingEvent(events: readonly [LogEvent, ...(readonly LogEvent[])]): LogEvent {
  return events.reduce((best, event) => {
    const stronger = precedence.indexOf(best.what) - precedence.indexOf(event.what);
    return stronger > 0 || (stronger === 0 && event.at > best.at) ? event : best;
  });
}

function mailOutcome(event: LogEvent): MailOutcome {
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
function mailReport(event: LogEvent, events: readonly LogEvent[]): DeliveryReport {
  const list = event.what === 'permanent' ? suppressedBy(event) : undefined;
  return {
    ...event.report,
    ...(mailOutcome(event) === 'gave-up' ? lastWord(event, events) : {}),
    // The others say no more than the outcome does.
    ...(event.reason === 'espblock' ? { reason: event.reason } : {}),
    ...(list === undefined ? {} : { suppressedBy: list }),
  };
}

/** "Too old" is Mailgun's word for giving up: why, only the last answer to a try of it says. */
function lastWord({ report }: LogEvent, events: readonly LogEvent[]): DeliveryReport {
  if (report.text !== undefined && !/^too old\b/i.test(report.text)) return {};
  const [last] = events
    .filter(({ what, report: { text } }) => what === 'temporary' && text !== undefined)
    .toSorted((one, other) => other.at - one.at);
  if (last === undefined) return {};
  const { code: _, ...words } = last.report;
  return words;
}

/**
 * What a mail is, by its decoded subject: a listed subject counts when it is equal, capitals and blanks aside.
 * GitLab's notifications begin with the name of a project, which anybody may choose (`Reset password instructions |
 * Welcome (#1)`), so a subject that goes on after a listed one is a doubt and nothing more. `ofPortal`: the mail came
 * from the portal's own domain, whose subjects nobody outside chooses; there an unlisted one can be a new subject, until
 * an admin has listed it as one of its kind or as harmless.
 */
export function toldBySubject(
  subject: string,
  listed: MailSubjects,
  ofPortal: boolean,
): Pick<Mail, 'kind' | 'doubt'> {
  const isOneOf = (kind: keyof MailSubjects, isLike: (subject: string, one: string) => boolean) =>
    (listed[kind] ?? []).some((one) => one.trim() !== '' && isLike(subject, one));

  const kind = mailKinds.find((one) => isOneOf(one, isEqual));
  if (kind) return { kind };
  if (isOneOf('harmless', isEqual)) return { kind: 'other' };
  const begun = mailKinds.filter((one) => isOneOf(one, goesOnAfter));
  const maySay = ofPortal && telling.test(asSeen(subject));
  if (begun.length === 0 && !maySay) return { kind: 'other' };
  const why: MailDoubt['why'] = begun.length > 0 ? 'suffixed-subject' : 'unlisted-subject';
  return { kind: 'other', doubt: { why, mayBe: maySay ? mailKinds : begun } };
}

const isEqual = (subject: string, one: string): boolean => plain(subject) === plain(one);

const plain = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Also where it is equal to the eye only, or too long to be read to its end. */
function goesOnAfter(subject: string, one: string): boolean {
  const seen = asSeen(subject);
  const start = asSeen(one);
  return seen.startsWith(start) && /^ ?(\||\.{3}$|$)/.test(seen.slice(start.length));
}

const asSeen = (text: string): string =>
  plain(text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}]/gu, unseen));

/** White space is there to be seen. */
const unseen = (character: string): string => (/\s/.test(character) ? ' ' : '');

/**
 * Speaks of a password, of signing in or of confirming, in the panel's languages. Devise's own subjects are among
 * them, in every translation of devise-i18n; the specs hold the list.
 */
const telling = new RegExp(
  [
    // A password, or setting something back.
    'passwor[dt]|passwört|passphrase|passcode|kennw[oö]rt|contrase[nñ]a|mots? de passe|senha|パスワード',
    '\\breset|zurücksetz|restablec|réinitialis|redefini|リセット|再設定',
    // Signing in, by whatever means.
    '\\b(sign|log)(ed|ged|ing|ging)?[ -]?(in|on)\\b|one[ -]time|magic link|verification code|security code',
    'anmeld|einlogg|einmal|sesi[oó]n|acceso|acceder|connexion|connecte[rz]|identifi(er|ez|ant)',
    'usage unique|un solo uso|uso único|acess(o|ar)\\b|サインイン|ログイン|ワンタイム',
    // Confirming an address, or unlocking an account.
    'confirm|verif|vérif|best[äa]e?tig|確認|認証',
    'unlock|entsperr|freischalt|desbloque|déverrouill|ロック解除',
  ].join('|'),
);
