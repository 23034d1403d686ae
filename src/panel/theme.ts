import { useSyncExternalStore } from 'react';
import { createGlobalStyle } from 'styled-components';

export type Scheme = 'light' | 'dark';

/** Garden's, by its own names. A new one is added under `light` by its name: `npm run draw:colors` fills in what it is. */
export const colors = {
  light: {
    'background.default': '#fff',
    'background.recessed': '#f8f9f9',
    'border.dangerEmphasis': '#cd3642',
    'border.default': '#d8dcde',
    'border.emphasis': '#848f99',
    'border.primaryEmphasis': '#1f73b7',
    'border.subtle': '#e8eaec',
    'border.successEmphasis': '#037f52',
    'border.warningEmphasis': '#ac5918',
    'foreground.danger': '#cd3642',
    'foreground.default': '#293239',
    'foreground.primary': '#1f73b7',
    'foreground.subtle': '#5c6970',
    'foreground.success': '#037f52',
    'foreground.warning': '#ac5918',
  },
  dark: {
    'background.default': '#151a1e',
    'background.recessed': '#0a0d0e',
    'border.dangerEmphasis': '#eb5c69',
    'border.default': '#39434b',
    'border.emphasis': '#848f99',
    'border.primaryEmphasis': '#2694d6',
    'border.subtle': '#293239',
    'border.successEmphasis': '#26a178',
    'border.warningEmphasis': '#d67305',
    'foreground.danger': '#f2a1a8',
    'foreground.default': '#d8dcde',
    'foreground.primary': '#2694d6',
    'foreground.subtle': '#919ca5',
    'foreground.success': '#94c1b0',
    'foreground.warning': '#fca347',
  },
};

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
 * there every colour of ours becomes the system's. `Highlight` is for edges: words need not be legible in it.
 */
function systemColor(name: string): string {
  if (name.startsWith('background')) return 'Canvas';
  return name === 'border.primaryEmphasis' ? 'Highlight' : 'CanvasText';
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
    text-wrap: pretty;
    word-break: auto-phrase;
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
