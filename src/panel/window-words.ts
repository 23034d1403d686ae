import type { MailLog } from '../diagnosis/evidence';
import type { Messages } from '../i18n/messages';

const dayMs = 24 * 60 * 60 * 1000;

/** "None" never stands alone: it names the days it covers, and what was not read of them. */
export function noneFoundWords({ window, truncated, unreadable }: MailLog, t: Messages) {
  const days = Math.round((window.to - window.from) / dayMs);
  return [
    t('evidence.none', { days, time: t.time(window.to) }),
    ...gapsInLog(t, { truncated, unreadable }),
  ];
}

/** What keeps a log from saying "none". */
export function gapsInLog(
  t: Messages,
  { truncated, unreadable }: Pick<MailLog, 'truncated' | 'unreadable'>,
): readonly string[] {
  return [
    ...(truncated ? [t('evidence.truncated')] : []),
    ...(unreadable > 0 ? [t.count('evidence.unreadable', unreadable)] : []),
  ];
}
