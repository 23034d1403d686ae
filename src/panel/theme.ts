import { DEFAULT_THEME, getColor, type IGardenTheme } from '@zendeskgarden/react-theming';

export type Scheme = 'light' | 'dark';

const themeOf = (base: Scheme): IGardenTheme => ({
  ...DEFAULT_THEME,
  colors: { ...DEFAULT_THEME.colors, base },
});

/** Built once each: a new theme object would restyle everything. */
export const themes = { light: themeOf('light'), dark: themeOf('dark') } as const;

// Garden's own signature leans on typings that styled-components no longer has.
const gardenColor = getColor as (request: {
  readonly theme: IGardenTheme;
  readonly variable: string;
}) => string;

/** `color('foreground.subtle')` inside a styled component follows the scheme. */
export const color =
  (variable: string) =>
  ({ theme }: { readonly theme: IGardenTheme }): string =>
    gardenColor({ theme, variable });
