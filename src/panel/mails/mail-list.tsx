import type { Evidence, Mail } from '../../diagnosis/evidence';
import { deliveryAdvice } from '../../diagnosis/delivery-advice';
import { Disclosure } from '../parts/disclosure';
import { Plain, Stack } from '../parts/layout';
import { Meta, Strong } from '../parts/text';
import { useTools } from '../tools';
import { mailWords } from './mail-words';

/** Every mail in words, with what to do about it. The same as the picture shows. */
export function MailList({ evidence }: { readonly evidence: Evidence }) {
  const { messages: t } = useTools();
  const logs = [
    ['portal_log', evidence.portalLog],
    ['gitlab_log', evidence.gitlabLog],
  ] as const;
  return (
    <Disclosure title={t('mails.as_list')}>
      {logs.map(([source, lookup]) => (
        <Stack key={source} $gap={4}>
          <Strong>{t(`mails.lane.${source}`)}</Strong>
          {lookup.state === 'answered' ? (
            <Plain>
              {lookup.value.mails.map((mail) => (
                <MailItem key={mail.id} mail={mail} />
              ))}
            </Plain>
          ) : (
            <Meta>{t('mails.not_known')}</Meta>
          )}
        </Stack>
      ))}
    </Disclosure>
  );
}

function MailItem({ mail }: { readonly mail: Mail }) {
  const { messages: t } = useTools();
  const { id, values } = deliveryAdvice(mail);
  const until = values.until === undefined ? {} : { until: t.time(values.until) };
  const { text } = mail.report;
  return (
    <li>
      {mailWords(mail, t)}
      <Meta>{`${t(`delivery.${id}`, until)} ${t(`delivery.${id}.next`, until)}`}</Meta>
      {text !== undefined && (
        <details>
          <summary>{t('mails.raw')}</summary>
          <code>{text}</code>
        </details>
      )}
    </li>
  );
}
