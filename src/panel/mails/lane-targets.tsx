import styled from 'styled-components';
import { Hidden } from '../parts/text';
import { useTools } from '../tools';
import type { Lane } from './lanes';
import { mailWords } from './mail-words';

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
  cursor: help;
`;

interface LaneTargetsProps {
  readonly lane: Lane;
  readonly top: number;
  readonly onTip: (lines: readonly string[] | undefined) => void;
}

/** The marks for hand, keyboard and ear: each says what it is, the same words that a tip shows. */
export function LaneTargets({ lane, top, onTip }: LaneTargetsProps) {
  const { messages: t } = useTools();
  const hide = (): void => {
    onTip(undefined);
  };
  return (
    <List $top={top} aria-label={t(`mails.lane.${lane.source}`)}>
      {lane.state !== 'mails' && (
        <li>
          <Hidden>{t(`mails.${lane.state}`)}</Hidden>
        </li>
      )}
      {lane.groups.map(({ at, marks }) => {
        const lines = marks.map(({ mail }) => mailWords(mail, t));
        const show = (): void => {
          onTip(lines);
        };
        return (
          <li key={marks[0]?.mail.id}>
            <Target
              type="button"
              style={{ left: `${at * 100}%` }}
              aria-label={lines.join('; ')}
              onFocus={show}
              onBlur={hide}
              onMouseEnter={show}
              onMouseLeave={hide}
              onClick={show}
              onKeyDown={({ key }) => {
                if (key === 'Escape') hide();
              }}
            />
          </li>
        );
      })}
    </List>
  );
}
