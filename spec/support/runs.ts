import fc from 'fast-check';

/** How much of the long run: 1 is all of it, as `npm run test:long` does it; `LONG=0.1`: a tenth of its inputs. */
const share = Number(process.env['LONG'] ?? 0);
export const isLong = share > 0;

/**
 * One seed for every property, so that what is green here is green everywhere; `SEED=7 npx jest` searches elsewhere, as
 * `npm run test:long` does, which picks one and prints it.
 */
export const seed = Number(process.env['SEED'] ?? 20_261_124);

/** How many generated inputs a property gets: the first number in `npm test`, the second in `npm run test:long`. */
export const runs = (usual: number, long: number): number =>
  isLong ? Math.max(usual, Math.round(long * share)) : usual;

/** What the long run opens in a browser: all of it, or with a share of its inputs as many of them, drawn by the seed. */
export function some<T>(what: string, all: readonly T[]): readonly T[] {
  const count = Math.min(all.length, Math.ceil(all.length * share));
  process.stdout.write(`${what}: ${count} of ${all.length}\n`);
  if (count === all.length) return all;
  const drawn = fc.shuffledSubarray([...all], { minLength: count, maxLength: count });
  return fc.sample(drawn, { seed, numRuns: 1 }).flat();
}
