import { Button } from '@zendeskgarden/react-buttons';
import { forwardRef, type ButtonHTMLAttributes } from 'react';
import styled from 'styled-components';

type Attributes = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'color'>;

interface ActionProps extends Attributes {
  /** Only for what the engineer has asked to confirm: nothing is primary before she acts. */
  readonly primary?: boolean;
  readonly submits?: boolean;
  readonly [data: `data-${string}`]: string;
}

export function Action({ primary = false, submits = false, ...attributes }: ActionProps) {
  const type = submits ? 'submit' : 'button';
  return <Button {...attributes} type={type} size="small" isPrimary={primary} />;
}

/** For what is done seldom, or often in a row: no border, and no more height than a line of text. */
const Quiet = styled(Button)`
  && {
    height: 24px;
    /* Its words, not its invisible edge, line up with what stands around it. */
    margin: 0 -8px;
    padding: 0 8px;
    line-height: 24px;
  }
`;

export const QuietAction = forwardRef<HTMLButtonElement, Attributes>((attributes, ref) => (
  <Quiet {...attributes} ref={ref} type="button" size="small" isBasic />
));
QuietAction.displayName = 'QuietAction';
