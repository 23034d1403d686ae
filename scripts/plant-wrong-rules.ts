import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { root } from './lib/app-folder';
import { wrongRules } from './planted/wrong-rules';

/** Plants each wrong rule in a copy of the project, one at a time, and says which of the core's specs go red. */
const copied = ['src', 'fixtures', 'spec', 'scripts', 'sandbox', 'translations', 'docs'];
const files = ['jest.config.js', 'package.json', 'manifest.json', 'requirements.json'];

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const copy = await mkdtemp(join(tmpdir(), 'planted-'));
await Promise.all(
  [...copied, ...files].map((name) =>
    cp(resolve(root, name), join(copy, name), { recursive: true }),
  ),
);
await symlink(resolve(root, 'node_modules'), join(copy, 'node_modules'));

let unnoticed = 0;
for (const { says, file, from, to } of wrongRules) {
  const path = join(copy, file);
  const right = await readFile(path, 'utf8');
  if (!right.includes(from)) throw new Error(`There is no place to plant this in ${file}: ${from}`);
  await writeFile(
    path,
    right.replace(from, () => to),
  );
  const { testResults } = await runSpecs();
  await writeFile(path, right);

  console.log(`\n${says}\n  ${file}: ${from}\n  → ${to}`);
  const red = testResults.flatMap(({ name, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed').length;
    return failed === 0 ? [] : [`${basename(name)} (${failed} of ${assertionResults.length})`];
  });
  if (red.length === 0) unnoticed += 1;
  console.log(red.length === 0 ? '  NOT NOTICED' : `  red: ${red.sort().join(', ')}`);
}
await rm(copy, { recursive: true });

console.log(`\n${wrongRules.length - unnoticed} noticed, ${unnoticed} not`);
process.exitCode = unnoticed === 0 ? 0 : 1;

function runSpecs(): Promise<Results> {
  const output = join(copy, 'results.json');
  const jest = resolve(root, 'node_modules/jest/bin/jest.js');
  const args = [jest, 'spec/diagnosis', '--json', '--outputFile', output, '--silent'];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 1 << 28 }, () => {
      readFile(output, 'utf8').then((text) => {
        done(JSON.parse(text) as Results);
      }, fail);
    });
  });
}
