import { readFileSync, readdirSync } from 'node:fs';

/** `npm run test:mutation`, and with `ROOM=replies` of the replies. Scores and survivors: docs/mutation.md. */
const room = process.env.ROOM ?? 'diagnosis';

/**
 * `npm run test:long` changes a few stretches of the room, which its seed draws: the whole takes longer than all the rest
 * together.
 */
const drawn = 4;
const lines = 50;
const stretches = readdirSync(`src/${room}`)
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => {
    const count = readFileSync(`src/${room}/${name}`, 'utf8').split('\n').length;
    return Array.from(
      { length: Math.ceil(count / lines) },
      (_, index) =>
        `src/${room}/${name}:${index * lines + 1}-${Math.min(count, (index + 1) * lines)}`,
    );
  });
const seed = Number(process.env.SEED ?? 0);
const isDrawn = process.env.DRAWN === '1';
const apart = Math.ceil(stretches.length / drawn);
const some = Array.from(
  { length: drawn },
  (_, index) => stretches[(seed + index * apart) % stretches.length],
);
if (isDrawn) process.stdout.write(`Changed, as seed ${seed} draws it: ${some.join(', ')}\n`);

export default {
  testRunner: 'in-process',
  plugins: ['./scripts/lib/mutation-runner.ts'],
  testRunnerNodeArgs: ['--import', 'tsx'],
  checkerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: 'perTest',
  mutate: isDrawn ? some : [`src/${room}/**/*.ts`],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // Of few lines alone, changes that no spec can tell (docs/mutation.md) weigh more.
  thresholds: { high: 95, low: 90, break: isDrawn ? 80 : 90 },
  concurrency: 2,
  timeoutMS: 60000,
  dryRunTimeoutMinutes: 20,
};
