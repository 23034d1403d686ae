/** `npm run test:long` */
export const isLong = process.env['LONG'] === '1';

/** How many generated inputs a property gets: the first number in `npm test`, the second in `npm run test:long`. */
export const runs = (usual: number, long: number): number => (isLong ? long : usual);
