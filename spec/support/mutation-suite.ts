import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The specs of one room as one file, for `npm run test:mutation`: a run takes half as long, and there are a thousand
 * of them. Left out are the core's specs over generated evidence, which are slow (the others have to do without them),
 * and one that breaks a module for its whole file.
 */
const folder = join(__dirname, '..', process.env.ROOM ?? 'diagnosis');
const leftOut = ['properties.spec.ts', 'arrival-order.spec.ts', 'catalogue.spec.ts'];

readdirSync(folder)
  .filter((name) => name.endsWith('.spec.ts') && !leftOut.includes(name))
  .forEach((name) => {
    jest.requireActual(join(folder, name));
  });
