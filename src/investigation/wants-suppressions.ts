import type { Lookup, MailLog, MailOutcome } from '../diagnosis/evidence';

const listed: readonly MailOutcome[] = [
  'suppressed',
  'bounced',
  'delayed-bounce',
  'failed',
  'gave-up',
];

/** Mailgun's lists say something only about a reset that it would not or could not deliver. */
export function wantsSuppressions(portalLog: Lookup<MailLog>): boolean {
  return (
    portalLog.state === 'answered' &&
    portalLog.value.mails.some((mail) => mail.kind === 'reset' && listed.includes(mail.outcome))
  );
}
