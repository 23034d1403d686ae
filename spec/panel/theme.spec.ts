import { DEFAULT_THEME } from '@zendeskgarden/react-theming';
import { gardenColors } from '../../scripts/lib/garden-colors';
import { colors, fontFamily, radius, small, text } from '../../src/panel/theme';

test('the table of colours is Garden’s, in both schemes', () => {
  expect(colors).toEqual(gardenColors(Object.keys(colors.light)));
});

test('a colour that Garden does not have is not made up', () => {
  expect(() => gardenColors(['foreground.purple'])).toThrow(/foreground.purple/);
});

test('the sizes are Garden’s', () => {
  const { borderRadii, fontSizes, fonts, lineHeights } = DEFAULT_THEME;
  expect(small).toEqual({ size: fontSizes.sm, line: lineHeights.sm });
  expect(text).toEqual({ size: fontSizes.md, line: lineHeights.md });
  expect(radius).toBe(borderRadii.md);
  expect(fontFamily).toBe(fonts.system);
});
