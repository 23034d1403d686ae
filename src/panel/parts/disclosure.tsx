import type { ReactNode } from 'react';
import styled from 'styled-components';
import { color } from '../theme';
import { Stack } from './layout';

const Details = styled.details`
  padding-top: 8px;
  border-top: 1px solid ${color('border.subtle')};

  > summary {
    min-height: 24px;
    cursor: pointer;
    font-size: ${({ theme }) => theme.fontSizes.sm};
    font-weight: 600;
    line-height: 24px;
    color: ${color('foreground.subtle')};
  }
`;

interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** More, for whoever wants it; the browser's own, so that keyboard and find-in-page work. */
export function Disclosure({ title, children }: DisclosureProps) {
  return (
    <Details>
      <summary>{title}</summary>
      <Stack>{children}</Stack>
    </Details>
  );
}
