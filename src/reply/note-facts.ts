import type { Ground, TraceStep } from '../diagnosis/diagnosis';
import type { Mail, MailLog, PortalAccount } from '../diagnosis/evidence';
import type { CheckId, Fact, Unknown } from '../diagnosis/facts';
import type { MessageKey, Messages } from '../i18n/messages';
import { noteTime } from './note-time';

/** One line of the note: a check, its answer, and what the answer rests on. */
export interface NoteFact {
  readonly label: string;
  readonly answer: string;
  readonly details: readonly string[];
}

const maxMails = 5;

function whyUnknown(why: Unknown, messages: Messages): string {
  return why.kind === 'failed'
    ? messages('note.body.unknown.failed', { reason: why.failure.kind })
    : messages(`note.body.unknown.${why.kind}`);
}

function answerOf(check: CheckId, fact: Fact, messages: Messages): string {
  // The key's two parts are typed apart; the catalogue spec proves that every pair exists.
  return fact.known
    ? messages(`note.body.fact.${check}.${fact.value}` as MessageKey)
    : messages('note.body.unknown', { why: whyUnknown(fact.why, messages) });
}

function mailLine({ sentAt, outcome, report }: Mail, messages: Messages): string {
  const what = messages(`note.body.mail.${outcome}`);
  const code = report.code === undefined ? '' : ` (${report.code})`;
  return `${noteTime(sentAt)}: ${what}${code}`;
}

const windowLine = ({ window, domain }: MailLog, messages: Messages): string =>
  messages('note.body.window', {
    domain,
    from: noteTime(window.from),
    to: noteTime(window.to),
  });

function accountLine(account: PortalAccount, check: CheckId, messages: Messages): string {
  return check === 'confirmed' && typeof account.confirmedAt === 'number'
    ? messages('note.body.confirmed_at', { time: noteTime(account.confirmedAt) })
    : messages('note.body.record', { id: account.id });
}

function groundLines(ground: Ground, check: CheckId, messages: Messages): readonly string[] {
  switch (ground.kind) {
    case 'account':
      return ground.answer.accounts.map((account) => accountLine(account, check, messages));
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

export function noteFact(step: TraceStep, messages: Messages): NoteFact {
  const { check, fact, ground, source, answeredAt } = step;
  const byHand = fact.known && fact.by === 'hand';
  const checked =
    answeredAt === undefined || byHand
      ? []
      : [
          messages('note.body.checked', {
            source: messages(`note.body.source.${source}`),
            time: noteTime(answeredAt),
          }),
        ];
  return {
    label: messages(`note.body.check.${check}`),
    answer: answerOf(check, fact, messages),
    details: [...(ground ? groundLines(ground, check, messages) : []), ...checked],
  };
}
