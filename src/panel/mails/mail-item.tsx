import styled from 'styled-components';
import { deliveryAdvice } from '../../diagnosis/delivery-advice';
import type { Mail } from '../../diagnosis/evidence';
import { visibleText } from '../../reply/visible-text';
import { Meta } from '../parts/text';
import { useTools } from '../tools';
import { mailWords } from './mail-words';

const Raw = styled.details`
  font-size: ${({ theme }) => theme.fontSizes.sm};

  summary {
    min-height: 24px;
    line-height: 24px;
    cursor: pointer;
  }
`;

interface MailItemProps {
  readonly mail: Mail;
  /** What to do about GitLab.com's own mails would lead back to the wrong site. */
  readonly advised: boolean;
}

/** What became of a mail, in words and with the next step; the server's own words are one press away. */
export function MailItem({ mail, advised }: MailItemProps) {
  const { messages: t, clock } = useTools();
  const { id, values } = deliveryAdvice(mail, clock.now());
  const until = values.until === undefined ? {} : { until: t.time(values.until) };
  const next = advised ? ` ${t(`delivery.${id}.next`, until)}` : '';
  const raw = visibleText(mail.report.text ?? '');
  return (
    <li>
      {mailWords(mail, t)}
      <Meta>{`${t(`delivery.${id}`, until)}${next}`}</Meta>
      {raw !== '' && (
        <Raw>
          <summary>{t('mails.raw')}</summary>
          <code dir="auto">{raw}</code>
        </Raw>
      )}
    </li>
  );
}
