import { DEFAULT_THEME, type IGardenTheme, getColor } from '@zendeskgarden/react-theming';

// Garden's own signature leans on typings that styled-components no longer has.
const gardenColor = getColor as (request: {
  readonly theme: IGardenTheme;
  readonly variable: string;
}) => string;

/** What Garden paints for each of its names (`border.default`), in both schemes. Throws at a name it does not have. */
export function gardenColors(names: readonly string[]) {
  const paint = (base: 'light' | 'dark'): Readonly<Record<string, string>> => {
    const theme = { ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base } };
    return Object.fromEntries(
      [...names].sort().map((variable) => [variable, gardenColor({ theme, variable })]),
    );
  };
  return { light: paint('light'), dark: paint('dark') };
}
