import type { IGardenTheme } from '@zendeskgarden/react-theming';

declare module 'styled-components' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the theme is Garden's, and merging needs an interface
  export interface DefaultTheme extends IGardenTheme {}
}
