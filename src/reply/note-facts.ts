import type { Ground, TraceStep } from '../diagnosis/diagnosis';
import type { Mail, MailLog } from '../diagnosis/evidence';
import type { CheckId, Unknown } from '../diagnosis/facts';
import type { MessageKey, Messages } from '../i18n/messages';
import type { Failure } from '../lib/failure';
import { accountLines } from './account-lines';
import { notNeededWords } from './not-needed-words';
import { noteTime } from './note-time';

/** One line of the note: a check, its answer, and what the answer rests on. */
export interface NoteFact {
  readonly label: string;
  readonly answer: string;
  readonly details: readonly string[];
}

const maxMails = 5;

function failureLine(failure: Failure, messages: Messages): string {
  return messages(`failure.${failure.kind}`, {
    status: 'status' in failure ? failure.status : '',
    seconds: failure.kind === 'timeout' ? Math.round(failure.afterMs / 1000) : '',
    setting: failure.kind === 'misconfigured' ? failure.setting : '',
  });
}

const whyUnknown = (why: Unknown, messages: Messages): string =>
  why.kind === 'failed' ? failureLine(why.failure, messages) : messages(`unknown.${why.kind}`);

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

function checkedLine({ fact, source, answeredAt }: TraceStep, messages: Messages): string[] {
  // A hand answer states its own time; the lookup before it has nothing to add.
  if (answeredAt === undefined || (fact.known && fact.by === 'hand')) return [];
  return [
    messages('note.body.checked', {
      source: messages(`source.${source}`),
      time: noteTime(answeredAt),
    }),
  ];
}

/** A gap that makes no difference says so; without an account the gap is the reason itself. */
function skippedLine({ fact, conclusion }: TraceStep, messages: Messages): readonly string[] {
  const skipped = conclusion.kind === 'not-needed' && !fact.known && fact.why.kind !== 'no-account';
  return skipped ? [notNeededWords(conclusion, messages)] : [];
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
      ...checkedLine(step, messages),
      ...skippedLine(step, messages),
    ],
  };
}
