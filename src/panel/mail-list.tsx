import { useEffect, useRef } from 'react';
import styled from 'styled-components';
import type { Mail, MailLog } from '../diagnosis/answers';
import { deliveryAdvice } from '../diagnosis/delivery-advice';
import type { Evidence } from '../diagnosis/evidence';
import { visibleText } from '../shared/text';
import { adviceWords, deliveryWords } from '../wording/delivery-in-words';
import { gapsInLog, noneFoundWords } from '../wording/findings-in-words';
import { OutLink } from './garden';
import { mailWords } from './mail-lanes';
import { suppressionLines } from './mails';
import { Bone, Hidden, Meta, Plain, Stack, Strong, SubHeading, Text } from './primitives';
import { small } from './theme';
import { type ListState, useTools } from './tools';

interface MailListProps {
  readonly evidence: Evidence;
  readonly list: ListState;
}

/** Every mail in words, with what to do about it: the same as the picture shows, and more. */
export function MailList({ evidence, list }: MailListProps) {
  const { messages: t } = useTools();
  const lanes = [
    ['portal_log', evidence.portal_log],
    ['gitlab_log', evidence.gitlab_log],
  ] as const;
  return (
    <>
      {lanes.map(([source, lookup]) => (
        <Stack key={source} $gap={4}>
          <SubHeading>{t(`mails.lane.${source}`)}</SubHeading>
          {lookup.state === 'answered' ? (
            <LogMails log={lookup.value} source={source} list={list} />
          ) : (
            <Meta>{lookup.state === 'pending' ? t('mails.asking') : t('mails.not_known')}</Meta>
          )}
        </Stack>
      ))}
    </>
  );
}

interface WhyLostProps {
  readonly mail: Mail;
  readonly evidence: Evidence;
}

/** In the verdict's card: what became of the mail that was lost, and what clears that. */
export function WhyLost({ mail, evidence }: WhyLostProps) {
  const { messages: t, clock } = useTools();
  const { what, next } = adviceWords(mail, { now: clock.now(), time: t.time }, t);
  return (
    <>
      <Text>{what}</Text>
      <Meta>{[next, ...suppressionLines(evidence.suppressions, t)].join(' ')}</Meta>
      {evidence.suppressions.state === 'pending' && <Bone $height={12} />}
    </>
  );
}

/** The same of the last confirmation mail. */
export function LostConfirmation({ mail }: { readonly mail: Mail }) {
  const { messages: t, clock } = useTools();
  const { what, next } = adviceWords(mail, { now: clock.now(), time: t.time }, t);
  return (
    <Meta>
      <Strong>{t('reason.confirmation_lost', { time: t.date(mail.sentAt) })}</Strong>{' '}
      {`${what} ${next}`}
    </Meta>
  );
}

interface LogMailsProps {
  readonly log: MailLog;
  readonly source: 'portal_log' | 'gitlab_log';
  readonly list: ListState;
}

function LogMails({ log, source, list }: LogMailsProps) {
  const { messages: t } = useTools();
  const words = log.mails.length === 0 ? noneFoundWords(log, t) : gapsInLog(t, log);
  return (
    <>
      {log.mails.length > 0 && (
        <Plain $gap={8}>
          {log.mails.map((mail) => (
            <MailItem key={mail.id} mail={mail} advised={source === 'portal_log'} list={list} />
          ))}
        </Plain>
      )}
      {words.map((line, index) => (
        <Meta key={index}>{line}</Meta>
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
  readonly list: ListState;
}

/** What became of a mail, in words and with the next step; the server's own words are one press away. */
function MailItem({ mail, advised, list }: MailItemProps) {
  const { messages: t, clock } = useTools();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (list.mail === mail.id) line.current?.focus();
  }, [list, mail.id]);
  const now = clock.now();
  const isOurs = advised && deliveryAdvice(mail, now).id === 'sender_refused';
  const raw = visibleText(mail.report.text ?? '');
  return (
    <li ref={line} tabIndex={-1}>
      {mailWords(mail, t)}
      {mail.doubt !== undefined && mail.subject !== '' && (
        <Meta lang="" dir="auto">{`“${visibleText(mail.subject)}”`}</Meta>
      )}
      {deliveryWords(mail, { now, advised, time: t.time }, t).map((words, index) => (
        <Meta key={index}>{words}</Meta>
      ))}
      {isOurs && <OutLink href={delistingPage}>{t('mails.row.delisting')}</OutLink>}
      {raw !== '' && (
        <Raw>
          <summary>
            {t('mails.row.raw')}
            <Hidden>{` (${t.time(mail.sentAt)})`}</Hidden>
          </summary>
          {/* Nobody knows in which language a server speaks. */}
          <code lang="" dir="auto">
            {raw}
          </code>
        </Raw>
      )}
    </li>
  );
}
