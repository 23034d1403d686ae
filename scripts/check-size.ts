import { resolve } from 'node:path';
import { chunksOf, firstLoad } from './lib/chunks';
import { readFolder } from './lib/read-folder';
import { root } from './lib/root';

/** Gzip bytes before the first verdict can be drawn. A React and Garden sidebar with only a heading is 80,000. */
const budget = 105_000;

const bytes = (count: number) => count.toLocaleString('en').padStart(9);

const chunks = chunksOf(await readFolder(resolve(root, 'dist/assets')));
console.log(`${'chunk'.padEnd(24)} ${'loaded'.padEnd(9)}      raw      gzip    brotli`);
for (const { file, when, raw, gzip, brotli } of chunks) {
  console.log(`${file.padEnd(24)} ${when.padEnd(9)}${bytes(raw)} ${bytes(gzip)} ${bytes(brotli)}`);
}
const load = firstLoad(chunks);
const fits = load > 0 && load <= budget;
console.log(
  `First load with the largest language: ${load.toLocaleString('en')} B gzip of ${budget.toLocaleString('en')}.`,
);
if (!fits) {
  console.error(load === 0 ? 'There is nothing to weigh.' : 'That is over the budget.');
  process.exitCode = 1;
}
