import { exhaustive } from '../../lib/exhaustive';
import type { TraceStep } from '../../diagnosis/diagnosis';
import type { Evidence } from '../../diagnosis/evidence';
import { lastConfirmation } from '../../diagnosis/last-confirmation';
import type { Messages } from '../../i18n/messages';
import { accountLines } from '../../reply/account-lines';
import { noneFoundWords } from '../window-words';

/** What the answer rests on, in a line or two. "None found" always names its window. */
export function evidenceLines(step: TraceStep, evidence: Evidence, t: Messages): readonly string[] {
  const { check, ground } = step;
  if (!ground) return [];
  switch (ground.kind) {
    case 'account':
      return [
        ...accountLines(check, ground.answer.accounts, t, t.date),
        ...(isUnconfirmed(step) ? confirmationLines(evidence, t) : []),
      ];
    case 'mails': {
      const [newest] = ground.mails;
      // Not "none found": the log was not read to its end. The reason stands beside the unknown.
      if (!newest) return [];
      const outcome = t(`mail.outcome.${newest.outcome}`);
      return [
        t.count('evidence.resets', ground.mails.length),
        t('evidence.last_reset', { time: t.time(newest.sentAt), outcome }),
      ];
    }
    case 'none-found':
      return noneFoundWords(ground.log, t);
    case 'by-hand':
      return [];
    default:
      return exhaustive(ground);
  }
}

const isUnconfirmed = ({ check, fact }: TraceStep): boolean =>
  check === 'confirmed' && fact.known && fact.value === 'no';

/** Worth knowing only while the address is not confirmed. */
function confirmationLines(evidence: Evidence, t: Messages): readonly string[] {
  const mail = lastConfirmation(evidence);
  if (!mail) return [];
  const outcome = t(`mail.outcome.${mail.outcome}`);
  return [t('evidence.last_confirmation', { time: t.time(mail.sentAt), outcome })];
}
