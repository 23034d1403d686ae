export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** `undefined` where nothing was measured. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  const least = sorted[0];
  const most = sorted.at(-1);
  if (upper === undefined || lower === undefined) return undefined;
  if (least === undefined || most === undefined) return undefined;
  return { median: (lower + upper) / 2, least, most };
}
