import type { Evidence, MailLog } from '../../diagnosis/evidence';
import { Disclosure } from '../parts/disclosure';
import { Plain, Stack } from '../parts/layout';
import { Meta, Strong } from '../parts/text';
import { useTools } from '../tools';
import { gapsInLog, noneFoundWords } from '../window-words';
import { MailItem } from './mail-item';

/** Every mail in words, with what to do about it: the same as the picture shows, and more. */
export function MailList({ evidence }: { readonly evidence: Evidence }) {
  const { messages: t } = useTools();
  const lanes = [
    ['portal_log', evidence.portalLog],
    ['gitlab_log', evidence.gitlabLog],
  ] as const;
  return (
    <Disclosure title={t('mails.as_list')}>
      {lanes.map(([source, lookup]) => (
        <Stack key={source} $gap={4}>
          <Strong>{t(`mails.lane.${source}`)}</Strong>
          {lookup.state === 'answered' ? (
            <LogMails log={lookup.value} source={source} />
          ) : (
            <Meta>{lookup.state === 'pending' ? t('mails.asking') : t('mails.not_known')}</Meta>
          )}
        </Stack>
      ))}
    </Disclosure>
  );
}

interface LogMailsProps {
  readonly log: MailLog;
  readonly source: 'portal_log' | 'gitlab_log';
}

function LogMails({ log, source }: LogMailsProps) {
  const { messages: t } = useTools();
  const words = log.mails.length === 0 ? noneFoundWords(log, t) : gapsInLog(t, log);
  return (
    <>
      <Plain $gap={8}>
        {log.mails.map((mail) => (
          <MailItem key={mail.id} mail={mail} advised={source === 'portal_log'} />
        ))}
      </Plain>
      {words.map((line) => (
        <Meta key={line}>{line}</Meta>
      ))}
    </>
  );
}
