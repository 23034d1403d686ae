import type { Mail, MailProvider } from '../diagnosis/answers';
import { deliveryAdvice } from '../diagnosis/delivery-advice';
import type { Messages } from './translate';

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

/** What became of a mail, and what clears that, a sentence or two each. */
export function adviceWords(mail: Mail, { now, time }: Omit<Telling, 'advised'>, t: Messages) {
  const { id, values } = deliveryAdvice(mail, now);
  const until = values.until === undefined ? {} : { until: time(values.until) };
  return { id, what: t(`delivery.${id}`, until), next: t(`delivery.${id}.next`, until) };
}

/** What became of a mail, the next step, and where it went: in the panel and in the note alike, but for the times. */
export function deliveryWords(
  mail: Mail,
  { now, advised, time }: Telling,
  t: Messages,
): readonly string[] {
  const { id, what, next } = adviceWords(mail, { now, time }, t);
  const { mxHost, provider } = mail.report;
  const name = provider === undefined ? undefined : providerNames[provider];
  const where = mxHost === undefined ? name : `${mxHost}${name === undefined ? '' : ` (${name})`}`;
  return [
    advised ? `${what} ${next}` : what,
    ...(id === 'delivered' && advised && name !== undefined
      ? [t('mails.row.scanned', { provider: name })]
      : []),
    ...(where === undefined ? [] : [t('mails.row.server', { server: where })]),
  ];
}
