import { type Mail, type MailLog, arrivalOf } from '../diagnosis/answers';
import { type Check, type CheckId, checks } from '../diagnosis/checks';
import type { Ground, TraceStep } from '../diagnosis/diagnosis';
import { isByHand } from '../diagnosis/facts';
import { visibleText } from '../shared/text';
import type { MessageKey, Messages } from '../wording/messages';
import { deliveryWords } from '../wording/delivery-words';
import { accountLines, conclusionWords, unknownWords } from '../wording/words';

/** One line of the note: a check, its answer, what the answer rests on, and what was concluded. */
export interface NoteFact {
  readonly label: string;
  readonly answer: string;
  readonly details: readonly string[];
}

const maxMails = 5;
const longestQuote = 300;

function mailLine({ sentAt, outcome, report }: Mail, messages: Messages): string {
  const code = report.code === undefined ? '' : ` (${report.code})`;
  return `${noteTime(sentAt)}: ${messages(`mail.outcome.${outcome}`)}${code}`;
}

/** Of the mail that counts: the server's own words, which a ticket to Mailgun wants, and what to do. */
function newestLines(mail: Mail, check: CheckId, messages: Messages): readonly string[] {
  const arrival = arrivalOf(mail.outcome);
  const line = mailLine(mail, messages);
  const one: Check = checks[check];
  const counts = 'newestCounts' in one && one.newestCounts;
  if (!counts || arrival === 'underway') return [line];
  // What is said of a mail that is no longer underway does not depend on the time.
  const words = deliveryWords(mail, { now: mail.sentAt, advised: true, time: noteTime }, messages);
  const said = arrival === 'lost' ? quoted(mail.report.text ?? '') : '';
  return [
    line,
    ...(said === '' ? [] : [messages('note.body.server_said', { words: said })]),
    ...words,
  ];
}

/** Anybody can run a mail server: no more of its words than tell the reason, and no link that Zendesk would make live. */
function quoted(text: string): string {
  const words = visibleText(text).replace(/:\/\//g, '[:]//');
  return words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words;
}

const windowLine = ({ window, domain }: MailLog, messages: Messages): string =>
  messages('note.body.window', {
    domain,
    from: noteTime(window.from),
    to: noteTime(window.to),
  });

function groundLines(ground: Ground, check: CheckId, messages: Messages): readonly string[] {
  switch (ground.kind) {
    case 'account':
      return accountLines(check, ground.answer.accounts, messages, noteTime);
    case 'mails': {
      const [newest, ...earlier] = ground.mails.slice(0, maxMails);
      const more = ground.mails.length - earlier.length - 1;
      return [
        ...(newest === undefined ? [] : newestLines(newest, check, messages)),
        ...earlier.map((mail) => mailLine(mail, messages)),
        ...(more > 0 ? [messages('note.body.more_mails', { count: more })] : []),
        windowLine(ground.log, messages),
      ];
    }
    case 'none-found':
      return [windowLine(ground.log, messages)];
    case 'by-hand':
      return [messages('note.body.by_hand', { time: noteTime(ground.at) })];
  }
}

/** Who was asked, and when; `answeredAt` of a hand answer is its own. */
function askedLine(
  { fact, source, askedAt, answeredAt: known }: TraceStep,
  messages: Messages,
): readonly string[] {
  const answeredAt = isByHand(fact) ? undefined : known;
  const at = answeredAt ?? askedAt;
  if (at === undefined) return [];
  return [
    messages(answeredAt === undefined ? 'decision.asked' : 'note.body.checked', {
      source: messages(`source.${source}`),
      time: noteTime(at),
    }),
  ];
}

/** What a source said; what it did not say comes after its name, which the words for that leave out. */
function cameBack(step: TraceStep, messages: Messages): readonly string[] {
  const { check, fact, ground } = step;
  const rests = ground ? groundLines(ground, check, messages) : [];
  const asked = askedLine(step, messages);
  if (!fact.known) return [...asked, unknownWords(fact.why, messages), ...rests];
  if (fact.by === 'hand') return [...rests, ...asked, unknownWords(fact.insteadOf, messages)];
  const isCutOff = ground?.kind === 'mails' && ground.log.truncated;
  return [...rests, ...(isCutOff ? [messages('unknown.truncated')] : []), ...asked];
}

/** Where there is no account, the gap has said it all; what has not been answered yet may be anything. */
function conclusionLine({ fact, conclusion }: TraceStep, messages: Messages): readonly string[] {
  const why = fact.known ? undefined : fact.why.kind;
  const isComing = why === 'pending' || why === 'not-asked';
  const goesWithoutSaying = why === 'no-account' || (isComing && conclusion.kind === 'missing');
  return goesWithoutSaying ? [] : [conclusionWords(conclusion, messages)];
}

export function noteFact(step: TraceStep, messages: Messages): NoteFact {
  const { check, fact } = step;
  return {
    label: messages(`check.${check}`),
    // Check and value are typed apart; the catalogue spec proves that every pair has its words.
    answer: fact.known
      ? messages(`answer.${check}.${fact.value}` as MessageKey)
      : messages('answer.unknown'),
    details: [...cameBack(step, messages), ...conclusionLine(step, messages)],
  };
}

/** A note is read later, and in another time zone: day, minute and UTC always. */
export function noteTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? '?'
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
