import {
  type KeyboardEvent,
  type SyntheticEvent,
  useId,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import styled from 'styled-components';
import { Stack } from './primitives';
import { color, radius, small } from './theme';

/**
 * For what is done seldom, or often in a row: no border, and no more height than a line of text. Its words,
 * not its invisible edge, line up with what stands around it. Garden's own would cost the first view 5 kB.
 * Without colours of its own it would look like text: then its edge is seen, and stands beside its neighbours.
 */
export const QuietAction = styled.button.attrs({ type: 'button' })`
  flex: 0 1 auto;
  justify-self: start;
  min-height: 24px;
  max-width: calc(100% + 16px);
  margin: 0 -8px;
  padding: 0 8px;
  border: 0;
  border-radius: ${radius};
  background: none;
  color: ${color('foreground.primary')};
  font: inherit;
  font-size: ${small.size};
  line-height: 24px;
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;

  &:hover {
    background: ${color('background.recessed')};
    text-decoration: underline;
  }

  @media (forced-colors: active) {
    max-width: 100%;
    margin: 0;
    border: 1px solid ButtonText;
    color: ButtonText;
    line-height: 22px;
  }
`;

/**
 * Before a press takes its own button away: the focus waits on the nearest place that stays (the panel, or what is
 * marked `data-stays`), instead of falling back to the top of the page.
 */
export function keepFocus({ currentTarget }: SyntheticEvent): void {
  currentTarget.closest<HTMLElement>('[data-stays], main')?.focus({ preventScroll: true });
}

export interface Fold {
  readonly open: boolean;
  /** By the press of a button, which gets the focus back when it closes. */
  readonly show: (by: SyntheticEvent<HTMLElement>) => void;
  readonly toggle: (by: SyntheticEvent<HTMLElement>) => void;
  readonly close: () => void;
  /** For the button: whether it has opened anything, and what. */
  readonly opener: {
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
  };
  /** For whatever holds button and contents: Escape closes, and the focus goes back to the button. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly id: string;
}

/** Something that a button opens below itself. */
export function useFold(openAtFirst = false): Fold {
  const [open, setOpen] = useState(openAtFirst);
  const openedBy = useRef<HTMLElement>();
  const id = useId();

  function show({ currentTarget }: SyntheticEvent<HTMLElement>): void {
    openedBy.current = currentTarget;
    setOpen(true);
  }

  function close(): void {
    setOpen(false);
    openedBy.current?.focus();
  }

  return {
    open,
    id,
    show,
    close,
    toggle: (by) => {
      if (open) close();
      else show(by);
    },
    opener: { 'aria-expanded': open, 'aria-controls': open ? id : undefined },
    onKeyDown: (event) => {
      if (event.key !== 'Escape' || !open) return;
      event.stopPropagation();
      close();
    },
  };
}

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
