import { deliveryAdvice } from '../diagnosis/delivery-advice';
import type { Mail, MailProvider } from '../diagnosis/answers';
import type { Messages } from './messages';

const providerNames: Record<MailProvider, string> = {
  microsoft: 'Microsoft',
  google: 'Google',
  proofpoint: 'Proofpoint',
  mimecast: 'Mimecast',
  barracuda: 'Barracuda',
};

interface Telling {
  readonly now: number;
  /** What to do about GitLab.com's own mails would lead back to the wrong site. */
  readonly advised: boolean;
  readonly time: (at: number) => string;
}

/** What became of a mail, the next step, and where it went: in the panel and in the note alike, but for the times. */
export function deliveryWords(
  mail: Mail,
  { now, advised, time }: Telling,
  t: Messages,
): readonly string[] {
  const { id, values } = deliveryAdvice(mail, now);
  const until = values.until === undefined ? {} : { until: time(values.until) };
  const next = advised ? ` ${t(`delivery.${id}.next`, until)}` : '';
  const { mxHost, provider } = mail.report;
  const name = provider === undefined ? undefined : providerNames[provider];
  const where = mxHost === undefined ? name : `${mxHost}${name === undefined ? '' : ` (${name})`}`;
  return [
    `${t(`delivery.${id}`, until)}${next}`,
    ...(id === 'delivered' && advised && name !== undefined
      ? [t('mails.scanned', { provider: name })]
      : []),
    ...(where === undefined ? [] : [t('mails.server', { server: where })]),
  ];
}
