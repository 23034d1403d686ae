import { type Mail, type SuppressionEntry, arrivalOf } from '../diagnosis/answers';
import { type Check, type CheckId, checks } from '../diagnosis/checks';
import { deliveryAdvice } from '../diagnosis/delivery-advice';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import { isByHand, lastConfirmation } from '../diagnosis/evidence';
import { visibleText } from '../shared/text';
import { deliveryWords } from '../wording/delivery-in-words';
import {
  accountLines,
  conclusionWords,
  unknownWords,
  usedWords,
  whatHappened,
} from '../wording/findings-in-words';
import type { MessageKey, Messages } from '../wording/translate';
import type { ReplyOrigin } from './suggest';

/** One line of the note: a check, its answer, what the answer rests on, and what was concluded. */
export interface NoteFact {
  readonly label: string;
  readonly answer: string;
  readonly details: readonly string[];
}

/** When the sources answered, said once for the whole note; `days`: how far back in a log to look by hand. */
export type NoteTimes = Readonly<{ checked: string | undefined; days: number }>;

const maxMails = 5;
const longestQuote = 300;

/** Of the newest answer; a check that was answered at another minute says so itself. */
export function noteTimesOf(trace: readonly TraceStep[], days: number): NoteTimes {
  const answered = trace.flatMap(({ fact, answeredAt }) =>
    answeredAt === undefined || isByHand(fact) ? [] : [answeredAt],
  );
  const newest = answered.toSorted((one, other) => other - one)[0];
  return { checked: newest === undefined ? undefined : noteTime(newest), days };
}

/** "Checked: … · Email logs read: … to …", or nothing where no source has answered. */
export function noteTimesLine(
  diagnosis: Pick<Diagnosis, 'trace' | 'evidence'>,
  { checked }: NoteTimes,
  messages: Messages,
): readonly string[] {
  const said = [
    ...(checked === undefined ? [] : [messages('note.body.read', { time: checked })]),
    ...windowsRead(diagnosis, messages),
  ];
  return said.length === 0 ? [] : [said.join(' · ')];
}

/** Of one that was not read, nothing; of one that was not read to its end, what was. Each by its name where they differ. */
function windowsRead(
  { trace, evidence }: Pick<Diagnosis, 'trace' | 'evidence'>,
  messages: Messages,
): readonly string[] {
  const logs = new Set(trace.flatMap(({ source }) => (source === 'customersdot' ? [] : [source])));
  const read = [...logs].flatMap((source) => {
    const log = evidence[source].state === 'answered' ? evidence[source].value : undefined;
    const from = log?.truncated ? log.readBackTo : log?.window.from;
    if (!log || from === undefined) return [];
    const ends = { from: noteTime(from), to: noteTime(log.window.to) };
    const values = { source: messages(`source.${source}`), ...ends };
    return [{ ...ends, of: messages('note.body.window_of', values) }];
  });
  const [first] = read;
  const isOfAll = read.every(({ from, to }) => from === first?.from && to === first.to);
  return first && isOfAll && read.length === logs.size
    ? [messages('note.body.window', first)]
    : read.map(({ of }) => of);
}

function mailLine({ sentAt, outcome, report }: Mail, messages: Messages): string {
  // What a server says as it takes a mail tells nobody anything.
  const code = report.code === undefined || outcome === 'delivered' ? '' : ` (${report.code})`;
  return `${noteTime(sentAt)}: ${messages(`mail.outcome.${outcome}`)}${code}`;
}

/** What to do about GitLab.com's mails would lead back to the wrong site. */
function newestCounts(check: CheckId): boolean {
  const one: Check = checks[check];
  return 'newestCounts' in one && one.newestCounts;
}

/** The mail that a verdict of "not delivered" is about. */
export function lostMailOf({ check, fact, ground }: TraceStep): Mail | undefined {
  if (ground?.kind !== 'mails' || !newestCounts(check) || isByHand(fact)) return undefined;
  const [newest] = ground.mails;
  return newest && arrivalOf(newest.outcome) === 'lost' ? newest : undefined;
}

/** What a lost mail was lost to, in our words and in the server's own, which a ticket to Mailgun wants. */
export function lossLines(mail: Mail, messages: Messages): readonly string[] {
  const said = quoted(mail.report.text ?? '');
  return [
    messages(`delivery.${adviceOn(mail)}`),
    ...(said === '' ? [] : [messages('note.body.server_said', { words: said })]),
  ];
}

/** Where the customer has to confirm: the last mail to do it with, and what it was lost to. */
export function confirmationLines(
  { verdict, evidence }: Pick<Diagnosis, 'verdict' | 'evidence'>,
  messages: Messages,
): readonly string[] {
  const isAsked =
    verdict.kind === 'settled' && [verdict.outcome, ...verdict.alsoApplies].includes('unconfirmed');
  const mail = isAsked ? lastConfirmation(evidence) : undefined;
  if (!mail) return [];
  const time = noteTime(mail.sentAt);
  if (arrivalOf(mail.outcome) !== 'lost') {
    const outcome = messages(`mail.outcome.${mail.outcome}`);
    return [messages('evidence.last_confirmation', { time, outcome })];
  }
  const [what = '', ...said] = lossLines(mail, messages);
  return [`${messages('reason.confirmation_lost', { time })} ${what}`, ...said];
}

/** What clears it. */
export const lossNext = (mail: Mail, messages: Messages): string =>
  messages(`delivery.${adviceOn(mail)}.next`);

// What is said of a mail that is no longer underway does not depend on the time.
const adviceOn = (mail: Mail) => deliveryAdvice(mail, mail.sentAt).id;

/** Anybody can run a mail server: no more of its words than tell the reason, and no link that Zendesk would make live. */
function quoted(text: string): string {
  const words = visibleText(text)
    .replace(/:\/\/|\b(?:mailto|tel):/gi, (start) => start.replace(':', '[:]'))
    .replace(/\bwww\.|\.(?=[\p{L}\d-]{1,63}[/?#])/giu, (start) => start.replace('.', '[.]'));
  return words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words;
}

/** What the verdict rests on, in as few words as tell it: "Portal reset email: None found". */
export function decisiveWords({ check, fact, ground }: TraceStep, messages: Messages): string {
  const answer = answerOf({ check, fact }, messages);
  const newest = ground?.kind === 'mails' ? ground.mails[0] : undefined;
  const mail = newest === undefined ? '' : ` (${mailLine(newest, messages)})`;
  return messages('decision.step', {
    check: messages(`check.${check}`),
    answer: isByHand(fact) ? messages('decision.by_hand', { answer }) : `${answer}${mail}`,
  });
}

function answerOf({ check, fact }: Pick<TraceStep, 'check' | 'fact'>, messages: Messages): string {
  // Check and value are typed apart; the catalogue spec proves that every pair has its words.
  return fact.known
    ? messages(`answer.${check}.${fact.value}` as MessageKey)
    : messages('answer.unknown');
}

/** Of the portal's newest mail: what became of it there. The verdict's own is told above all details. */
function newestLines(mail: Mail, step: TraceStep, messages: Messages): readonly string[] {
  const arrival = arrivalOf(mail.outcome);
  const line = mailLine(mail, messages);
  if (!newestCounts(step.check) || arrival === 'underway' || isByHand(step.fact)) return [line];
  const telling = { now: mail.sentAt, advised: true, time: noteTime };
  const [first = '', ...where] = deliveryWords(mail, telling, messages);
  if (arrival === 'arrived') return [line, first, ...where];
  const isTold = step.conclusion.kind === 'decided';
  return [line, ...(isTold ? [] : lossLines(mail, messages)), ...where];
}

function groundLines(step: TraceStep, messages: Messages): readonly string[] {
  const { check, ground } = step;
  switch (ground?.kind) {
    case undefined:
    case 'none-found':
      return [];
    case 'account':
      return [
        ...accountLines(check, ground.answer.accounts, messages, noteTime),
        ...(check === 'account' && ground.used ? [usedWords(ground.used, messages)] : []),
      ];
    case 'mails': {
      const [newest, ...earlier] = ground.mails.slice(0, maxMails);
      const more = ground.mails.length - earlier.length - 1;
      return [
        ...(newest === undefined ? [] : newestLines(newest, step, messages)),
        ...earlier.map((mail) => mailLine(mail, messages)),
        ...(more > 0 ? [messages.count('note.body.more_mails', more)] : []),
      ];
    }
    case 'by-hand':
      return accountLines(check, ground.answer?.accounts ?? [], messages, noteTime);
  }
}

/** Who was asked, and when, where that is not what is said once for all; `answeredAt` of a hand answer is its own. */
function askedLine(
  { fact, source, askedAt, answeredAt: known }: TraceStep,
  { checked }: NoteTimes,
  messages: Messages,
): readonly string[] {
  const answeredAt = isByHand(fact) ? undefined : known;
  const at = answeredAt ?? askedAt;
  if (at === undefined) return [];
  const name = messages(`source.${source}`);
  const time = noteTime(at);
  if (answeredAt === undefined) return [messages('decision.asked', { source: name, time })];
  if (time !== checked) return [messages('note.body.checked', { source: name, time })];
  // What went wrong comes after the source's name, which the words for that leave out.
  return !fact.known && fact.why.kind === 'failed' ? [name] : [];
}

/** What a source said. */
function cameBack(step: TraceStep, times: NoteTimes, messages: Messages): readonly string[] {
  const { fact, ground } = step;
  const rests = groundLines(step, messages);
  const asked = askedLine(step, times, messages);
  if (!fact.known) {
    // What the account's row does say has said what it does not.
    const isSaid = fact.why.kind === 'not-in-answer' && fact.among !== undefined;
    return [...asked, ...(isSaid ? [] : [unknownWords(fact.why, step, messages)]), ...rests];
  }
  if (fact.by === 'hand') {
    const time = noteTime(fact.at);
    const entered = messages('note.body.by_hand', { time });
    const none =
      fact.value === 'none' ? [messages.count('evidence.none', times.days, { time })] : [];
    return [entered, ...none, ...rests, ...asked, unknownWords(fact.insteadOf, step, messages)];
  }
  const isCutOff = ground?.kind === 'mails' && ground.log.truncated;
  return [...rests, ...(isCutOff ? [messages('unknown.truncated')] : []), ...asked];
}

/** What an answer rules out is plain from the answer; a gap without an account or an answer has said it all. */
function conclusionLine({ fact, conclusion }: TraceStep, messages: Messages): readonly string[] {
  if (conclusion.kind === 'ruled-out') return [];
  const why = fact.known ? undefined : fact.why.kind;
  const isComing = why === 'pending' || why === 'not-asked';
  const goesWithoutSaying = why === 'no-account' || (isComing && conclusion.kind === 'missing');
  return goesWithoutSaying ? [] : [conclusionWords(conclusion, messages)];
}

export function noteFact(step: TraceStep, times: NoteTimes, messages: Messages): NoteFact {
  return {
    label: messages(`check.${step.check}`),
    answer: answerOf(step, messages),
    details: [...cameBack(step, times, messages), ...conclusionLine(step, messages)],
  };
}

interface Suppressions {
  /** Mailgun's lists that hold the address, which an engineer would clear. */
  readonly listed: readonly string[];
  /** That none does, or why nobody knows. */
  readonly others: readonly string[];
}

export function suppressionLines(
  { evidence: { suppressions } }: Pick<Diagnosis, 'evidence'>,
  { checked }: NoteTimes,
  messages: Messages,
): Suppressions {
  if (!('at' in suppressions)) return { listed: [], others: [] };
  const time = noteTime(suppressions.at);
  const own = time === checked ? [] : [messages('note.body.read', { time })];
  const line = (said: readonly string[]) => [[...said, ...own].join(' · ')];
  if (suppressions.state === 'failed') {
    const why = whatHappened(suppressions.failure, messages);
    return { listed: [], others: line([messages('suppression.failed'), why]) };
  }
  const listed = listedWords(suppressions.value, messages);
  return listed.length === 0
    ? { listed, others: line([messages('suppression.none')]) }
    : { listed: line(listed), others: [] };
}

function listedWords(entries: readonly SuppressionEntry[], messages: Messages): readonly string[] {
  return entries
    .filter((entry) => entry.listed)
    .map(({ list, domain, since }) => {
      const values = { domain, list: messages(`suppression.list.${list}`) };
      return since === undefined
        ? messages('suppression.listed_undated', values)
        : messages('note.body.suppressed', { ...values, since: noteTime(since) });
    });
}

/** A note is read later, and in another time zone: day, minute and UTC always. */
function noteTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? '?'
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Whose words a reply is in, where that is known. */
export function originWords(
  origin: ReplyOrigin | undefined,
  messages: Messages,
): readonly string[] {
  if (!origin) return [];
  return origin.kind === 'macro'
    ? [messages('reply.origin.macro', { title: visibleText(origin.title) })]
    : [messages('reply.origin.bundled', { language: messages(`language.${origin.language}`) })];
}
