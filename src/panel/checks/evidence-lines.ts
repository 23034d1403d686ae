import { exhaustive } from '../../lib/exhaustive';
import type { TraceStep } from '../../diagnosis/diagnosis';
import type { Evidence, PortalAccount } from '../../diagnosis/evidence';
import { lastConfirmation } from '../../diagnosis/last-confirmation';
import type { CheckId } from '../../diagnosis/facts';
import type { Messages } from '../../i18n/messages';
import { noneFoundWords } from '../window-words';

/** What the answer rests on, in a line or two. "None found" always names its window. */
export function evidenceLines(step: TraceStep, evidence: Evidence, t: Messages): readonly string[] {
  const { check, ground } = step;
  if (!ground) return [];
  switch (ground.kind) {
    case 'account':
      return [
        ...accountLines(check, ground.answer.accounts, t),
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

function accountLines(
  check: CheckId,
  accounts: readonly PortalAccount[],
  t: Messages,
): readonly string[] {
  switch (check) {
    case 'account':
      return whichAccounts(accounts, t);
    case 'login':
      return valueLines(accounts, loginWords, t);
    case 'confirmed':
      return valueLines(accounts, confirmedWords, t);
    case 'portal_reset':
    case 'gitlab_reset':
      return [];
    default:
      return exhaustive(check);
  }
}

function whichAccounts(accounts: readonly PortalAccount[], t: Messages): readonly string[] {
  const [first, ...others] = accounts;
  if (!first) return [];
  return others.length === 0
    ? [t('evidence.account', { id: first.id })]
    : [t('evidence.accounts', { ids: t.list(accounts.map(({ id }) => id)) })];
}

type ValueWords = (account: PortalAccount, t: Messages) => string | undefined;

/** Of several accounts each says its own, so that the engineer sees how they differ. */
function valueLines(
  accounts: readonly PortalAccount[],
  wordsOf: ValueWords,
  t: Messages,
): readonly string[] {
  if (accounts.length > 1) {
    return accounts.map((account) => {
      const words = wordsOf(account, t) ?? t('unknown.not-in-answer');
      return t('evidence.of_account', { id: account.id, words });
    });
  }
  return accounts.flatMap((account) => wordsOf(account, t) ?? []);
}

function loginWords({ loginActivated }: PortalAccount, t: Messages): string | undefined {
  if (loginActivated === undefined) return undefined;
  return t(loginActivated ? 'evidence.login_on' : 'evidence.login_off');
}

function confirmedWords(
  { confirmedAt, confirmed }: PortalAccount,
  t: Messages,
): string | undefined {
  if (confirmedAt === null) return t('evidence.confirmed_empty');
  if (confirmedAt !== undefined) return t('evidence.confirmed_at', { date: t.date(confirmedAt) });
  // The fallback tells that it is filled, and not since when.
  if (confirmed === undefined) return undefined;
  return t(confirmed ? 'evidence.confirmed' : 'evidence.confirmed_empty');
}
