import type { PortalAccount } from '../diagnosis/evidence';
import type { CheckId } from '../diagnosis/facts';
import type { Messages } from '../i18n/messages';
import { exhaustive } from '../lib/exhaustive';

/** What the accounts found say to a check: in the panel and in the note alike, but for how dates are written. */
export function accountLines(
  check: CheckId,
  accounts: readonly PortalAccount[],
  t: Messages,
  dateWords: (instant: number) => string,
): readonly string[] {
  switch (check) {
    case 'account':
      return whichAccounts(accounts, t);
    case 'login':
      return valueLines(accounts, (account) => loginWords(account, t), t);
    case 'confirmed':
      return valueLines(accounts, (account) => confirmedWords(account, t, dateWords), t);
    case 'portal_reset':
    case 'gitlab_reset':
      return [];
    default:
      return exhaustive(check);
  }
}

/** A lookup of one's own need not state an id. */
function whichAccounts(accounts: readonly PortalAccount[], t: Messages): readonly string[] {
  const ids = accounts.map(({ id }) => id).filter((id) => id !== '');
  if (accounts.length > 1) return [t('evidence.accounts', { ids: t.list(ids) })];
  return ids.map((id) => t('evidence.account', { id }));
}

/** Of several accounts each says its own, so that the engineer sees how they differ. */
function valueLines(
  accounts: readonly PortalAccount[],
  wordsOf: (account: PortalAccount) => string | undefined,
  t: Messages,
): readonly string[] {
  if (accounts.length > 1) {
    return accounts.map((account) => {
      const words = wordsOf(account) ?? t('unknown.not-in-answer');
      return t('evidence.of_account', { id: account.id, words });
    });
  }
  return accounts.flatMap((account) => wordsOf(account) ?? []);
}

function loginWords({ loginActivated }: PortalAccount, t: Messages): string | undefined {
  if (loginActivated === undefined) return undefined;
  return t(loginActivated ? 'evidence.login_on' : 'evidence.login_off');
}

function confirmedWords(
  { confirmedAt, confirmed }: PortalAccount,
  t: Messages,
  dateWords: (instant: number) => string,
): string | undefined {
  if (confirmedAt === null) return t('evidence.confirmed_empty');
  if (confirmedAt !== undefined)
    return t('evidence.confirmed_at', { date: dateWords(confirmedAt) });
  // The fallback tells that it is filled, and not since when.
  if (confirmed === undefined) return undefined;
  return t(confirmed ? 'evidence.confirmed' : 'evidence.confirmed_empty');
}
