import styled from 'styled-components';
import { type Mail, arrivalOf } from '../diagnosis/answers';
import {
  type Lane,
  type MailWindow,
  isAside,
  laneHeight,
  laneTop,
  mailWords,
  pictureHeight,
  shareOfWindow,
} from './mail-lanes';
import { Mark } from './mails';
import { Hidden } from './primitives';
import { color, small } from './theme';
import { type MailPictureProps, useTools } from './tools';

const Frame = styled.div`
  position: relative;
  /* Half a target on both sides, so that a mark on the edge keeps its whole target. */
  padding: 0 12px;
`;

const Drawing = styled.svg`
  display: block;
  overflow: visible;
  fill: ${color('foreground.subtle')};
  stroke: ${color('border.default')};
  font-size: ${small.size};

  text {
    stroke: none;
  }
`;

/** The chunk of tickets with mails. Two lanes over the window, a mark for every mail, and the moment the ticket was opened. */
export function MailPicture({ lanes, window, ticketAt, onOpen }: MailPictureProps) {
  const { messages: t } = useTools();
  const label = t('mails.picture', { from: t.date(window.from), to: t.date(window.to) });

  const laneWords = (source: Lane['source'], state: Lane['state']): string => {
    const lane = t(`mails.lane.${source}`);
    return state === 'mails' ? lane : t('mails.lane_state', { lane, state: t(`mails.${state}`) });
  };

  return (
    <Frame role="group" aria-label={label}>
      <Drawing width="100%" height={pictureHeight} aria-hidden>
        {lanes.map(({ source, state }, index) => (
          <g key={source}>
            <text x="-12" y={laneTop(index) + 12}>
              {laneWords(source, state)}
            </text>
            <line x1="-12" x2="100%" y1={laneLine(index)} y2={laneLine(index)} />
          </g>
        ))}
        <Axis window={window} ticketAt={ticketAt} />
        {lanes.map(({ groups }, index) =>
          groups
            .flatMap(({ marks }) => marks)
            .map(({ mail, at }) => (
              <svg key={mail.id} x={`${at * 100}%`} y={laneLine(index)} overflow="visible">
                <MailMark mail={mail} />
              </svg>
            )),
        )}
      </Drawing>
      {lanes.map((lane, index) => (
        <LaneTargets
          key={lane.source}
          lane={lane}
          top={laneTop(index) + laneHeight - 24}
          onOpen={onOpen}
        />
      ))}
    </Frame>
  );
}

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
function Axis({ window, ticketAt }: AxisProps) {
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
  const at = shareOfWindow(window, ticketAt);
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

const List = styled.ul<{ readonly $top: number }>`
  position: absolute;
  top: ${({ $top }) => $top}px;
  right: 12px;
  left: 12px;
  height: 24px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Target = styled.button`
  position: absolute;
  width: 24px;
  height: 24px;
  margin-left: -12px;
  padding: 0;
  border: 0;
  border-radius: 12px;
  background: none;
  cursor: pointer;
`;

interface LaneTargetsProps {
  readonly lane: Lane;
  readonly top: number;
  readonly onOpen: (mail: string) => void;
}

/** The marks for hand, keyboard and ear: each says what it is, and opens its line in the list. */
function LaneTargets({ lane, top, onOpen }: LaneTargetsProps) {
  const { messages: t } = useTools();
  return (
    <List $top={top} aria-label={t(`mails.lane.${lane.source}`)}>
      {lane.state !== 'mails' && (
        <li>
          <Hidden>{t(`mails.${lane.state}`)}</Hidden>
        </li>
      )}
      {lane.groups.map(({ at, marks }) => {
        const newest = marks.at(-1)?.mail;
        if (!newest) return null;
        const words = mailWords(newest, t);
        return (
          <li key={newest.id}>
            <Target
              type="button"
              style={{ left: `${at * 100}%` }}
              aria-label={
                marks.length === 1 ? words : t.count('mails.group', marks.length, { newest: words })
              }
              onClick={() => {
                onOpen(newest.id);
              }}
            />
          </li>
        );
      })}
    </List>
  );
}

function MailMark({ mail }: { readonly mail: Mail }) {
  return <Mark tone={arrivalOf(mail.outcome)} small={isAside(mail)} />;
}

const laneLine = (lane: number): number => laneTop(lane) + laneHeight - 12;
