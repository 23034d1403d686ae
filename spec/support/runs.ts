/** How much of the long run: 1 is all of it, as `npm run test:long` does it; `LONG=0.1`: a tenth of its inputs. */
const share = Number(process.env['LONG'] ?? 0);
export const isLong = share > 0;

/** How many generated inputs a property gets: the first number in `npm test`, the second in `npm run test:long`. */
export const runs = (usual: number, long: number): number =>
  isLong ? Math.max(usual, Math.round(long * share)) : usual;
