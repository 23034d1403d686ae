import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import words from '../translations/panel/en.json';
import { formatted } from './lib/formatted';
import { withPanelWords } from './lib/operate-page';
import { root } from './lib/root';

/** Puts the panel's present words into docs/operate.md. */
const path = resolve(root, 'docs/operate.md');
const page = withPanelWords(await readFile(path, 'utf8'), words);
await writeFile(path, await formatted(path, page));
