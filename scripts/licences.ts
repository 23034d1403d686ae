import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatted } from './lib/formatted';
import { licencesPage, productionPaths, readPackage, type LockFile } from './lib/licences';
import { root } from './lib/root';

const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(resolve(root, path), 'utf8'));

const paths = productionPaths((await read('package-lock.json')) as LockFile);
const packages = await Promise.all(
  paths.map(async (path) => readPackage(await read(`${path}/package.json`))),
);
const page = resolve(root, 'docs/licences.md');
await writeFile(page, await formatted(page, licencesPage(packages)));
console.log(`docs/licences.md: ${packages.length} packages`);
