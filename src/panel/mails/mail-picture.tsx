import { useState } from 'react';
import styled from 'styled-components';
import { Tooltip } from '../parts/tooltip';
import { color } from '../theme';
import { useTools } from '../tools';
import { Axis } from './axis';
import { laneHeight, laneLine, laneTop, pictureHeight } from './dimensions';
import type { Lane, MailWindow } from './lanes';
import { LaneTargets } from './lane-targets';
import { MailMark } from './mark';

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
  font-size: ${({ theme }) => theme.fontSizes.sm};

  text {
    stroke: none;
  }
`;

interface MailPictureProps {
  readonly lanes: readonly Lane[];
  readonly window: MailWindow;
  readonly ticketAt: number | undefined;
}

/** Two lanes over the window, a mark for every mail, and the moment the ticket was opened. */
export function MailPicture({ lanes, window, ticketAt }: MailPictureProps) {
  const { messages: t } = useTools();
  const [tip, setTip] = useState<readonly string[]>();
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
          onTip={setTip}
        />
      ))}
      {tip !== undefined && <Tooltip lines={tip} />}
    </Frame>
  );
}
