import { type ReactNode, useRef } from 'react';
import styled from 'styled-components';
import { Stack } from './primitives';
import { color, small } from './theme';

const Details = styled.details<{ readonly $ruled: boolean }>`
  padding-top: ${({ $ruled }) => ($ruled ? 8 : 0)}px;
  border-top: ${({ $ruled }) => ($ruled ? 1 : 0)}px solid ${color('border.subtle')};

  > summary {
    min-height: 24px;
    cursor: pointer;
    font-size: ${small.size};
    font-weight: 600;
    line-height: 24px;
    color: ${color('foreground.subtle')};
  }
`;

interface DisclosureProps {
  readonly title: string;
  /** A part of its own, with a line above it as every section has. */
  readonly ruled?: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly children: ReactNode;
}

/** More, for whoever wants it: the browser's own. What is closed is not built; it can be hundreds of mails. */
export function Disclosure({ title, ruled = false, open, onToggle, children }: DisclosureProps) {
  const summary = useRef<HTMLElement>(null);
  return (
    <Details
      $ruled={ruled}
      open={open}
      onToggle={({ currentTarget }) => {
        onToggle(currentTarget.open);
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return;
        onToggle(false);
        summary.current?.focus();
      }}
    >
      <summary ref={summary}>{title}</summary>
      {open && <Stack>{children}</Stack>}
    </Details>
  );
}
