import { cruise, type IModule } from 'dependency-cruiser';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from './lib/app-folder';

/**
 * `npm run test:tree`: the measures of `src/` that keep it readable. Fails where one is exceeded, or on an import cycle.
 * `-- --list` names the short and the lone files.
 */
const most = { files: 120, lines: 300, short: 8, loners: 25 };
const shortest = 15;

const { output } = await cruise(['src'], {
  baseDir: root,
  includeOnly: '^src',
  tsPreCompilationDeps: true,
  validate: true,
  ruleSet: {
    forbidden: [{ name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } }],
  },
});
if (typeof output === 'string') throw new Error('The imports were not read.');

const modules: readonly IModule[] = output.modules;
const files = modules.map(({ source, dependents }) => ({
  source,
  dependents,
  lines: readFileSync(join(root, source), 'utf8').trimEnd().split('\n').length,
}));
const listed = (found: typeof files): string[] =>
  found.map(({ source, lines }) => `${source} (${String(lines)} lines)`);

const long = listed(files.filter(({ lines }) => lines > most.lines));
const short = listed(files.filter(({ lines }) => lines <= shortest));
const loners = files.flatMap(({ source, dependents }) => {
  const [reader, another] = dependents;
  const alone = reader !== undefined && another === undefined;
  return alone && posix.dirname(reader) === posix.dirname(source) ? [`${source} ← ${reader}`] : [];
});
const cycles = output.summary.violations.map(({ cycle = [] }) =>
  cycle.map(({ name }) => name).join(' → '),
);

const measures = [
  { what: 'files', found: files.map(({ source }) => source), limit: most.files, list: false },
  { what: `files over ${String(most.lines)} lines`, found: long, limit: 0, list: true },
  {
    what: `files of ${String(shortest)} lines or fewer`,
    found: short,
    limit: most.short,
    list: true,
  },
  { what: 'files with one reader, of their room', found: loners, limit: most.loners, list: true },
  { what: 'import cycles', found: cycles, limit: 0, list: true },
] as const;

for (const { what, found, limit, list } of measures) {
  const tooMany = found.length > limit;
  console.log(`${what}: ${String(found.length)} of at most ${String(limit)}`);
  if (tooMany && list) console.log(found.map((each) => `  ${each}`).join('\n'));
  if (tooMany) process.exitCode = 1;
}
if (process.argv.includes('--list')) console.log([...short, ...loners].join('\n'));
