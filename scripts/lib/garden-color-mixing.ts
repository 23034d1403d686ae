import { darken as darker, lighten as lighter, parseToRgba, rgba as join, toHex } from 'color2k';

/**
 * What Garden takes from `polished` to mix colours, by `color2k`, which it takes the rest from: one library in the
 * built app instead of two. Amounts are shares of the whole lightness, 0 to 1; `alpha` is 0 to 1.
 */
export const darken = (amount: number, color: string): string => toHex(darker(color, amount));
export const lighten = (amount: number, color: string): string => toHex(lighter(color, amount));

export function rgba(color: string, alpha: number): string {
  const [red, green, blue] = parseToRgba(color);
  return join(red, green, blue, alpha);
}

export { getContrast } from 'color2k';
