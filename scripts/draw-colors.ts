import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { colors } from '../src/panel/theme';
import { formatted } from './lib/formatted';
import { gardenColors } from './lib/garden-colors';
import { root } from './lib/root';

const path = resolve(root, 'src/panel/theme.ts');
const table = /(?<=export const colors = )\{.*?\n\}(?=;)/s;

/** The table names the colours in use under `light`; Garden says what each is in both schemes. */
const drawn = JSON.stringify(gardenColors(Object.keys(colors.light)));
const text = (await readFile(path, 'utf8')).replace(table, () => drawn);
await writeFile(path, await formatted(path, text));
