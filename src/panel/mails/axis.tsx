import styled from 'styled-components';
import { color } from '../theme';
import { useTools } from '../tools';
import { laneTop, pictureHeight } from './dimensions';
import type { MailWindow } from './lanes';
import { placeIn } from './mail-marks';

const TicketLine = styled.line`
  stroke: ${color('foreground.primary')};
  stroke-dasharray: 3 3;
`;

const TicketText = styled.text`
  fill: ${color('foreground.primary')};
  font-weight: 600;
`;

interface AxisProps {
  readonly window: MailWindow;
  readonly ticketAt: number | undefined;
}

/** From when to when, and where in between the ticket was opened. */
export function Axis({ window, ticketAt }: AxisProps) {
  const { messages: t } = useTools();
  const baseline = pictureHeight - 4;
  const from = (
    <text x="-12" y={baseline}>
      {t.date(window.from)}
    </text>
  );
  if (ticketAt === undefined) {
    return (
      <>
        {from}
        <text x="100%" dx="12" y={baseline} textAnchor="end">
          {t.date(window.to)}
        </text>
      </>
    );
  }
  const at = placeIn(window, ticketAt);
  const x = `${at * 100}%`;
  return (
    <>
      {at > 0.45 && from}
      <TicketLine x1={x} x2={x} y1={14} y2={laneTop(2)} />
      <TicketText x={x} y={baseline} textAnchor={at > 0.75 ? 'end' : at < 0.1 ? 'start' : 'middle'}>
        {t('mails.ticket', { date: t.date(ticketAt) })}
      </TicketText>
    </>
  );
}
