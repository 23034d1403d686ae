import type { MailLog } from '../diagnosis/evidence';
import { isWhole } from '../diagnosis/whole-log';
import type { Messages } from '../i18n/messages';

const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;

/** "None" is said of a whole log only, and never without its window; of any other, what was not read of it. */
export function noneFoundWords(log: MailLog, t: Messages): readonly string[] {
  return isWhole(log) ? [noneWords(log.window, t)] : gapsInLog(t, log);
}

/** Whole days only, never more than were covered; a plan may keep logs for hours, and those are not "0 days". */
function noneWords({ from, to }: MailLog['window'], t: Messages): string {
  // What was asked for is cut to the second, which must not cost a day.
  const days = Math.floor((to - from + minuteMs) / dayMs);
  return days < 1
    ? t('evidence.none_from', { from: t.time(from), to: t.time(to) })
    : t.count('evidence.none', days, { time: t.time(to) });
}

/** What keeps a log from saying "none". */
export function gapsInLog(
  t: Messages,
  { truncated, unreadable }: Pick<MailLog, 'truncated' | 'unreadable'>,
): readonly string[] {
  return [
    ...(truncated ? [t('unknown.truncated')] : []),
    ...(unreadable > 0 ? [t.count('evidence.unreadable', unreadable)] : []),
  ];
}
