import type { Evidence, Mail } from './evidence';
import { mailsOf } from './newest-reset';

/** "Last confirmation mail: 3 May, bounced": evidence for an unconfirmed account, never part of the verdict. */
export function lastConfirmation({ portalLog }: Evidence): Mail | undefined {
  return portalLog.state === 'answered' ? mailsOf(portalLog.value, 'confirmation')[0] : undefined;
}
