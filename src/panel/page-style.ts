import { createGlobalStyle } from 'styled-components';
import { color, type Scheme } from './theme';

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
