import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatted } from './lib/formatted';
import { licencesPage } from './lib/licences';
import { root } from './lib/root';

const page = resolve(root, 'docs/licences.md');
await writeFile(page, await formatted(page, licencesPage()));
