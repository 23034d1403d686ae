import type { ReactNode } from 'react';
import styled from 'styled-components';
import { color } from '../theme';
import { Icon } from './icon';

const Box = styled.div`
  display: grid;
  grid-template-columns: 16px minmax(0, 1fr);
  gap: 8px;
  padding: 8px 10px;
  border: 1px solid ${color('border.warning')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.warning')};
  color: ${color('foreground.warningEmphasis')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: 18px;

  svg {
    margin-top: 1px;
    fill: currentColor;
  }
`;

/** A circumstance the engineer has to know before she goes on. */
export function Banner({ children }: { readonly children: ReactNode }) {
  return (
    <Box>
      <Icon tone="cause" />
      <div>{children}</div>
    </Box>
  );
}
