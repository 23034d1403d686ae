import { exhaustive } from '../../lib/exhaustive';
import type { TraceStep } from '../../diagnosis/diagnosis';
import type { MailLog, PortalAccount } from '../../diagnosis/evidence';
import type { CheckId } from '../../diagnosis/facts';
import type { Messages } from '../../i18n/messages';

/** What the answer rests on, in a line or two. "None found" always names its window. */
export function evidenceLines({ check, ground }: TraceStep, t: Messages): readonly string[] {
  if (!ground) return [];
  switch (ground.kind) {
    case 'account':
      return accountLines(check, ground.answer.accounts, t);
    case 'mails': {
      const [newest] = ground.mails;
      if (!newest) return windowLines(ground.log, t);
      const outcome = t(`mail.outcome.${newest.outcome}`);
      return [
        t.count('evidence.resets', ground.mails.length),
        t('evidence.last_reset', { time: t.time(newest.sentAt), outcome }),
      ];
    }
    case 'none-found':
      return windowLines(ground.log, t);
    case 'by-hand':
      return [];
    default:
      return exhaustive(ground);
  }
}

function accountLines(
  check: CheckId,
  accounts: readonly PortalAccount[],
  t: Messages,
): readonly string[] {
  const [first, ...others] = accounts;
  if (!first) return [];
  if (check === 'account') {
    return others.length === 0
      ? [t('evidence.account', { id: first.id })]
      : [t('evidence.accounts', { ids: t.list(accounts.map(({ id }) => id)) })];
  }
  if (others.length > 0) return [];
  if (check === 'login') {
    if (first.loginActivated === undefined) return [];
    return [t(first.loginActivated ? 'evidence.login_on' : 'evidence.login_off')];
  }
  if (first.confirmedAt === null) return [t('evidence.confirmed_empty')];
  return first.confirmedAt === undefined
    ? []
    : [t('evidence.confirmed_at', { date: t.date(first.confirmedAt) })];
}

const dayMs = 24 * 60 * 60 * 1000;

function windowLines({ window, truncated, unreadable }: MailLog, t: Messages): readonly string[] {
  const days = Math.round((window.to - window.from) / dayMs);
  return [
    t('evidence.none', { days, time: t.time(window.to) }),
    ...(truncated ? [t('evidence.truncated')] : []),
    ...(unreadable > 0 ? [t.count('evidence.unreadable', unreadable)] : []),
  ];
}
