import type { Mail } from '../../diagnosis/evidence';
import type { Messages } from '../../i18n/messages';

export function mailWords(mail: Mail, t: Messages): string {
  return t('mails.mark', {
    time: t.time(mail.sentAt),
    kind: t(`mail.kind.${mail.kind}`),
    outcome: t(`mail.outcome.${mail.outcome}`),
  });
}
