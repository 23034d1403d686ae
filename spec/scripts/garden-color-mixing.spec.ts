import { PALETTE } from '@zendeskgarden/react-theming';
import { parseToRgba } from 'color2k';
import * as polished from 'polished';
import * as mixing from '../../scripts/lib/garden-color-mixing';

const colors = Object.values(PALETTE).flatMap((hue) =>
  typeof hue === 'string' ? [hue] : Object.values(hue),
);

/** Each part of the colour, 0 to 255, and how much of it is seen. */
const parts = (color: string) => parseToRgba(color);

/** The greatest difference between two colours, of 255: `color2k` rounds in between. */
const apart = (one: string, other: string): number =>
  Math.max(...parts(one).map((part, index) => Math.abs(part - (parts(other)[index] ?? NaN))));

test.each(colors)('%s is mixed as by the library that Garden mixes it with', (color) => {
  for (const amount of [0.025, 0.05, 0.3]) {
    for (const way of ['darken', 'lighten'] as const) {
      expect(apart(mixing[way](amount, color), polished[way](amount, color))).toBeLessThan(4);
    }
  }
  expect(mixing.rgba(color, 0.35)).toBe(polished.rgba(color, 0.35).replaceAll(',', ', '));
  // Theirs is of a luminance with three digits, which of black is little.
  const theirs = polished.getContrast('#FFF', color);
  expect(Math.abs(mixing.getContrast('#FFF', color) / theirs - 1)).toBeLessThan(0.02);
});
