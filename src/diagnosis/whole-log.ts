import type { MailLog } from './evidence';

/** "None" is a claim about the whole window, so it takes the whole log, read to its end and in every entry. */
export function isWhole({ truncated, unreadable }: MailLog): boolean {
  return !truncated && unreadable === 0;
}
