import { isLostToTheAddress } from '../diagnosis/arrival-of';
import type { Lookup, MailLog } from '../diagnosis/evidence';

/** Mailgun's lists say something only about a reset that it would not or could not deliver. */
export function wantsSuppressions(portalLog: Lookup<MailLog>): boolean {
  return (
    portalLog.state === 'answered' &&
    portalLog.value.mails.some(
      ({ kind, outcome }) => kind === 'reset' && isLostToTheAddress(outcome),
    )
  );
}
