import { resolve } from 'node:path';
import { chunksOf, loadOf } from './lib/chunks';
import { readFolder, root } from './lib/app-folder';

/** Bytes gzip. A React and Garden sidebar that shows only a heading is 80,000 (docs/dependencies.md). */
// The bars are 95,000 and 55,000; docs/decisions/0043-the-first-load-asks.md says what is in each.
const budgets = { 'first, with the largest language': 95_000, later: 55_000 };

const bytes = (count: number) => count.toLocaleString('en').padStart(9);

const chunks = chunksOf(await readFolder(resolve(root, 'dist/assets')));
console.log(`${'chunk'.padEnd(24)} ${'loaded'.padEnd(9)}      raw      gzip    brotli`);
for (const { file, when, raw, gzip, brotli } of chunks) {
  console.log(`${file.padEnd(24)} ${when.padEnd(9)}${bytes(raw)} ${bytes(gzip)} ${bytes(brotli)}`);
}
const { first, language, later } = loadOf(chunks);
const weights = { 'first, with the largest language': first + language, later };
for (const [what, budget] of Object.entries(budgets)) {
  const weight = weights[what as keyof typeof budgets];
  const verdict = weight > budget ? '  over the budget' : '';
  console.log(`${what.padEnd(34)}${bytes(weight)} B gzip of ${bytes(budget)}${verdict}`);
  if (weight > budget) process.exitCode = 1;
}
if (first === 0) {
  console.error('There is nothing to weigh.');
  process.exitCode = 1;
}
