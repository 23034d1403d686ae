import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'prettier';
import { gardenColors } from './lib/garden-colors';
import { root } from './lib/root';

const path = resolve(root, 'src/panel/colors.json');

/** The table names the colours in use under `light`; Garden says what each is in both schemes. */
const table = JSON.parse(await readFile(path, 'utf8')) as { readonly light: object };
const drawn = gardenColors(Object.keys(table.light));
await writeFile(path, await format(JSON.stringify(drawn), { parser: 'json', printWidth: 100 }));
