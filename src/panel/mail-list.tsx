import styled from 'styled-components';
import { deliveryAdvice } from '../diagnosis/delivery-advice';
import type { Mail, MailLog } from '../diagnosis/answers';
import type { Evidence } from '../diagnosis/evidence';
import { visibleText } from '../shared/text';
import { deliveryWords } from '../wording/delivery-words';
import type { Messages } from '../wording/messages';
import { gapsInLog, noneFoundWords } from '../wording/words';
import { Disclosure } from './disclosure';
import { OutLink } from './out-link';
import { Meta, Plain, Stack, Strong } from './primitives';
import { useTools } from './tools';
import { small } from './theme';

/** Every mail in words, with what to do about it: the same as the picture shows, and more. */
export function MailList({ evidence }: { readonly evidence: Evidence }) {
  const { messages: t } = useTools();
  const lanes = [
    ['portal_log', evidence.portal_log],
    ['gitlab_log', evidence.gitlab_log],
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

const Raw = styled.details`
  font-size: ${small.size};

  summary {
    min-height: 24px;
    line-height: 24px;
    cursor: pointer;
  }
`;

/** What GitLab's support does where a receiver refuses mail because of us. */
const delistingPage = 'https://handbook.gitlab.com/handbook/support/workflows/rbl_delisting/';

interface MailItemProps {
  readonly mail: Mail;
  /** What to do about GitLab.com's own mails would lead back to the wrong site. */
  readonly advised: boolean;
}

/** What became of a mail, in words and with the next step; the server's own words are one press away. */
function MailItem({ mail, advised }: MailItemProps) {
  const { messages: t, clock } = useTools();
  const now = clock.now();
  const isOurs = advised && deliveryAdvice(mail, now).id === 'sender_refused';
  const raw = visibleText(mail.report.text ?? '');
  return (
    <li>
      {mailWords(mail, t)}
      {deliveryWords(mail, { now, advised, time: t.time }, t).map((line) => (
        <Meta key={line}>{line}</Meta>
      ))}
      {isOurs && <OutLink href={delistingPage}>{t('mails.delisting')}</OutLink>}
      {raw !== '' && (
        <Raw>
          <summary>{t('mails.raw')}</summary>
          <code dir="auto">{raw}</code>
        </Raw>
      )}
    </li>
  );
}

export function mailWords(mail: Mail, t: Messages): string {
  return t('mails.mark', {
    time: t.time(mail.sentAt),
    kind: t(`mail.kind.${mail.kind}`),
    outcome: t(`mail.outcome.${mail.outcome}`),
  });
}
