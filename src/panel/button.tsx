import { Button } from '@zendeskgarden/react-buttons';
import type { ButtonHTMLAttributes } from 'react';

interface ActionProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'color'> {
  /** Only for what the engineer has asked to confirm: nothing is primary before she acts. */
  readonly primary?: boolean;
  readonly submits?: boolean;
  readonly [data: `data-${string}`]: string;
}

export function Action({ primary = false, submits = false, ...attributes }: ActionProps) {
  const type = submits ? 'submit' : 'button';
  return <Button {...attributes} type={type} size="small" isPrimary={primary} />;
}
