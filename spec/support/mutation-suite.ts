import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The specs of one room as one file, for `npm run test:mutation`: a run takes half as long, and there are a thousand
 * of them. The core's specs over generated evidence are left out: slow, and the others have to do without them.
 */
const folder = join(__dirname, '..', process.env.ROOM ?? 'diagnosis');
const generated = ['properties.spec.ts', 'arrival-order.spec.ts'];

readdirSync(folder)
  .filter((name) => name.endsWith('.spec.ts') && !generated.includes(name))
  .forEach((name) => {
    jest.requireActual(join(folder, name));
  });
