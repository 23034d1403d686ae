import { DEFAULT_THEME, type IGardenTheme, getColor } from '@zendeskgarden/react-theming';
import { useSyncExternalStore } from 'react';
import { createGlobalStyle } from 'styled-components';

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

/** The page around the panel: Zendesk shows it while the frame is taller than its content. */
export const PageStyle = createGlobalStyle<{ readonly $scheme: Scheme }>`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  html {
    color-scheme: ${({ $scheme }) => $scheme};
    background: ${color('background.default')};
  }

  body {
    margin: 0;
    background: ${color('background.default')};
    color: ${color('foreground.default')};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: ${({ theme }) => theme.fontSizes.md};
    line-height: ${({ theme }) => theme.lineHeights.md};
    overflow-wrap: anywhere;
  }

  :focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export interface SchemeStore {
  get(): Scheme;
  /** Returns the function that stops listening. */
  subscribe(listener: () => void): () => void;
}

export const useScheme = (store: SchemeStore): Scheme =>
  useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.get(),
  );
