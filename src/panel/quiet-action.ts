import type { SyntheticEvent } from 'react';
import styled from 'styled-components';
import { color, radius, small } from './theme';

/**
 * For what is done seldom, or often in a row: no border, and no more height than a line of text. Its words,
 * not its invisible edge, line up with what stands around it. Garden's own would cost the first view 5 kB.
 */
export const QuietAction = styled.button.attrs({ type: 'button' })`
  flex: none;
  height: 24px;
  margin: 0 -8px;
  padding: 0 8px;
  border: 0;
  border-radius: ${radius};
  background: none;
  color: ${color('foreground.primary')};
  font: inherit;
  font-size: ${small.size};
  line-height: 24px;
  cursor: pointer;

  &:hover {
    background: ${color('background.recessed')};
    text-decoration: underline;
  }
`;

/**
 * Before a press takes its own button away: the focus waits on the panel, instead of falling back
 * to the top of the page.
 */
export function keepFocus({ currentTarget }: SyntheticEvent): void {
  currentTarget.closest('main')?.focus({ preventScroll: true });
}
