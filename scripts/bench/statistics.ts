import { median } from 'es-toolkit/math';

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** `undefined` where nothing was measured. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((one, other) => one - other);
  return { median: median(sorted), least: sorted.at(0) ?? NaN, most: sorted.at(-1) ?? NaN };
}
