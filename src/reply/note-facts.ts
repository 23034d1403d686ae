import type { Ground, TraceStep } from '../diagnosis/diagnosis';
import type { Mail, MailLog } from '../diagnosis/evidence';
import type { CheckId, Unknown } from '../diagnosis/facts';
import type { MessageKey, Messages } from '../i18n/messages';
import { accountLines } from './account-lines';
import { conclusionWords } from './conclusion-words';
import { noteTime } from './note-time';
import { whatHappened } from './what-happened';

/** One line of the note: a check, its answer, what the answer rests on, and what was concluded. */
export interface NoteFact {
  readonly label: string;
  readonly answer: string;
  readonly details: readonly string[];
}

const maxMails = 5;

const whyUnknown = (why: Unknown, messages: Messages): string =>
  why.kind === 'failed' ? whatHappened(why.failure, messages) : messages(`unknown.${why.kind}`);

/** The outcome and the server's code; never its text, which can be anything. */
function mailLine({ sentAt, outcome, report }: Mail, messages: Messages): string {
  const code = report.code === undefined ? '' : ` (${report.code})`;
  return `${noteTime(sentAt)}: ${messages(`mail.outcome.${outcome}`)}${code}`;
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
      const shown = ground.mails.slice(0, maxMails).map((mail) => mailLine(mail, messages));
      const more = ground.mails.length - shown.length;
      return [
        ...shown,
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

function askedLine(
  { fact, source, askedAt, answeredAt }: TraceStep,
  messages: Messages,
): readonly string[] {
  const at = answeredAt ?? askedAt;
  // A hand answer states its own time; the lookup before it has nothing to add.
  if (at === undefined || (fact.known && fact.by === 'hand')) return [];
  return [
    messages(answeredAt === undefined ? 'decision.asked' : 'note.body.checked', {
      source: messages(`source.${source}`),
      time: noteTime(at),
    }),
  ];
}

/** Where there is no account, the gap has said all there is to conclude. */
function conclusionLine({ fact, conclusion }: TraceStep, messages: Messages): readonly string[] {
  const said = !fact.known && fact.why.kind === 'no-account';
  return said ? [] : [conclusionWords(conclusion, messages)];
}

export function noteFact(step: TraceStep, messages: Messages): NoteFact {
  const { check, fact, ground } = step;
  return {
    label: messages(`check.${check}`),
    // Check and value are typed apart; the catalogue spec proves that every pair has its words.
    answer: fact.known
      ? messages(`answer.${check}.${fact.value}` as MessageKey)
      : messages('answer.unknown'),
    details: [
      ...(fact.known ? [] : [whyUnknown(fact.why, messages)]),
      ...(ground ? groundLines(ground, check, messages) : []),
      ...(fact.known && fact.by === 'hand' ? [whyUnknown(fact.insteadOf, messages)] : []),
      ...askedLine(step, messages),
      ...conclusionLine(step, messages),
    ],
  };
}
