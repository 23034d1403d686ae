import type { Mail, MailKind, MailLog } from './evidence';

/** The one that counts: each reset mail voids the link of the one before. */
export function newestReset(log: MailLog): Mail | undefined {
  return mailsOf(log, 'reset')[0];
}

/** Newest first, in whatever order the log came. */
export function mailsOf({ mails }: MailLog, kind: MailKind): readonly Mail[] {
  return mails
    .filter((mail) => mail.kind === kind)
    .toSorted((one, other) => other.sentAt - one.sentAt);
}
