import styled from 'styled-components';
import type { Mail } from '../../diagnosis/evidence';
import { color } from '../theme';
import { arrivalOf, type Arrival } from '../../diagnosis/arrival-of';

const colors: Record<Arrival, string> = {
  arrived: 'foreground.success',
  lost: 'foreground.danger',
  underway: 'foreground.warning',
};

/** A shape for each fate: a disc, a cross, a ring. */
const shapes: Record<Arrival, string> = {
  arrived: 'M0-6A6 6 0 1 1 0 6 6 6 0 1 1 0-6Z',
  lost: 'M-5-5 5 5M5-5-5 5',
  underway: 'M0-5A5 5 0 1 1 0 5 5 5 0 1 1 0-5Z',
};

const Shape = styled.path<{ readonly $tone: Arrival }>`
  fill: ${({ theme, $tone }) => ($tone === 'arrived' ? color(colors[$tone])({ theme }) : 'none')};
  stroke: ${({ theme, $tone }) => color(colors[$tone])({ theme })};
  stroke-width: ${({ $tone }) => ($tone === 'arrived' ? 0 : 2.5)};
  stroke-linecap: round;
`;

interface MarkProps {
  readonly tone: Arrival;
  /** Only resets are drawn large: the verdict rests on them. */
  readonly small?: boolean;
}

export function Mark({ tone, small = false }: MarkProps) {
  return <Shape $tone={tone} d={shapes[tone]} transform={small ? 'scale(0.6)' : undefined} />;
}

export function MailMark({ mail }: { readonly mail: Mail }) {
  return <Mark tone={arrivalOf(mail.outcome)} small={mail.kind !== 'reset'} />;
}
