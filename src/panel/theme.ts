import { useSyncExternalStore } from 'react';
import { createGlobalStyle } from 'styled-components';
import colors from './colors.json';

export type Scheme = 'light' | 'dark';

/** Garden's own names. A new one is added to `colors.json` by its name; `npm run draw:colors` fills in what it is. */
export type ColorName = keyof typeof colors.light;

/** `color('foreground.subtle')` inside a styled component follows the scheme. */
export const color = (name: ColorName): string => `var(${variableOf(name)})`;

const variableOf = (name: string): string => `--${name.replace('.', '-')}`;

/** Garden's sizes, as in its default theme. */
export const text = { size: '14px', line: '20px' };
export const small = { size: '12px', line: '16px' };
export const radius = '4px';
export const fontFamily =
  'system-ui,-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Oxygen-Sans,Ubuntu,Cantarell,"Helvetica Neue",Arial,sans-serif';

/**
 * With forced colours the browser repaints text and borders by itself, but nothing that is drawn in svg:
 * there every colour of ours becomes the system's.
 */
function systemColor(name: string): string {
  if (name.startsWith('background')) return 'Canvas';
  return name.includes('primary') ? 'Highlight' : 'CanvasText';
}

const declare = (names: readonly string[], valueOf: (name: string) => string): string =>
  names.map((name) => `${variableOf(name)}:${valueOf(name)};`).join('');

const declarations = (scheme: Scheme): string => {
  const values: Readonly<Record<string, string>> = colors[scheme];
  return declare(Object.keys(values), (name) => values[name] ?? '');
};

/** The page around the panel: Zendesk shows it while the frame is taller than its content. */
export const PageStyle = createGlobalStyle<{ readonly $scheme: Scheme }>`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  html {
    ${({ $scheme }) => declarations($scheme)}
    color-scheme: ${({ $scheme }) => $scheme};
    background: ${color('background.default')};
  }

  @media (forced-colors: active) {
    html {
      ${declare(Object.keys(colors.light), systemColor)}
    }
  }

  body {
    margin: 0;
    background: ${color('background.default')};
    color: ${color('foreground.default')};
    font-family: ${fontFamily};
    font-size: ${text.size};
    line-height: ${text.line};
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
