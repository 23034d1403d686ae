import type { Mail, MailKind, MailLog } from './evidence';

/** The one that counts: each reset mail voids the link of the one before. */
export function newestReset(log: MailLog): Mail | undefined {
  return newestOf(log, 'reset');
}

export function newestOf({ mails }: MailLog, kind: MailKind): Mail | undefined {
  return mails
    .filter((mail) => mail.kind === kind)
    .reduce<Mail | undefined>(
      (newest, mail) => (newest && newest.sentAt >= mail.sentAt ? newest : mail),
      undefined,
    );
}
