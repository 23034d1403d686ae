import { Button } from '@zendeskgarden/react-buttons';
import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { Scheme } from './theme';
import { useTools } from './tools';

const themeOf = (base: Scheme) => ({
  ...DEFAULT_THEME,
  colors: { ...DEFAULT_THEME.colors, base },
});

/** Built once each: a new theme object would restyle everything. */
const themes = { light: themeOf('light'), dark: themeOf('dark') } as const;

/** Around whatever holds one of Garden's components: they take their colours from its theme, not from ours. */
export function Garden({ children }: { readonly children: ReactNode }) {
  const { scheme } = useTools();
  return <ThemeProvider theme={themes[scheme]}>{children}</ThemeProvider>;
}

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
