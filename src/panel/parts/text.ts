import styled, { css } from 'styled-components';
import { color } from '../theme';

const hidden = css`
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** For screen readers only. */
export const Hidden = styled.span`
  ${hidden}
`;

export const HiddenHeading = styled.h1`
  ${hidden}
`;

/** Names a section without shouting. */
export const Heading = styled.h2`
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: 600;
  line-height: 24px;
`;

export const Title = styled.h2`
  margin: 0;
  font-size: 16px;
  font-weight: 600;
  line-height: 22px;
`;

export const Text = styled.p`
  margin: 0;
`;

export const Meta = styled.p`
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  color: ${color('foreground.subtle')};
`;

/** Who was asked: a heading of a few lines. */
export const SubHeading = styled.h3`
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: 600;
  line-height: 24px;
  color: ${color('foreground.subtle')};
`;

export const Strong = styled.strong`
  font-weight: 600;
`;
