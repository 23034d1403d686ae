import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { countsOfStep, type Counts } from './lib/counts';
import { ensureChromium } from './lib/chromium';

/**
 * `npm test`; with `--long`, `npm run test:long`: what takes an hour, with large counts of generated inputs and another
 * seed each time; names of steps after it run only those. Says at the end what ran, how long each step took, and how
 * many were green and red.
 */
interface Step {
  readonly name: string;
  readonly script: string;
  /** What it looks at is built, or drawn, by something that may have failed. */
  readonly needs?: readonly ('build' | 'gallery' | 'chromium')[];
}

interface Report extends Counts {
  readonly name: string;
  readonly said: string;
}

const build: Step = { name: 'build', script: 'build' };
const gallery: Step = { name: 'gallery', script: 'build:gallery' };
const spec: Step = { name: 'spec', script: 'test:spec' };
const e2e: Step = { name: 'e2e', script: 'test:e2e', needs: ['build', 'gallery', 'chromium'] };

const checks: readonly Step[] = [
  build,
  gallery,
  // The types too: `test:types` is for whoever wants to know of nothing else.
  { name: 'lint', script: 'test:lint' },
  { name: 'format', script: 'test:format' },
  { name: 'unused', script: 'test:unused' },
  { name: 'tree', script: 'test:tree' },
  { name: 'size', script: 'test:size', needs: ['build'] },
  { name: 'package', script: 'validate', needs: ['build'] },
];

/** One after the other; within each, side by side. The browsers get the machine for themselves. */
const usual: readonly (readonly (readonly Step[])[])[] = [[[spec], checks], [[e2e]]];

const long: typeof usual = [
  [[spec]],
  [[build, gallery]],
  [[e2e]],
  [[{ name: 'planted', script: 'test:planted' }]],
  [[{ name: 'mutation', script: 'test:mutation' }]],
];

const [first, ...wanted] = process.argv.slice(2);
const isLong = first === '--long';
const unknown = wanted.filter((name) => !long.flat(2).some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`There is no such step: ${unknown.join(', ')}`);
const started = performance.now();
const missing = new Set<string>();
const reports: Report[] = [];
// Room for what is thrown away at once: the specs of the panel take a tenth less of a processor.
const roomy = '--max-semi-space-size=64';
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, roomy].filter(Boolean).join(' '),
};
if (isLong) {
  env.LONG ??= '1';
  env.SEED ??= String(Math.floor(Math.random() * 2 ** 31));
  console.log(`Seed ${env.SEED}: SEED=${env.SEED} npm run test:long does the same again.`);
  if (env.LONG !== '1') console.log(`With ${env.LONG} of the inputs.`);
  if (wanted.length > 0) console.log(`Only: ${wanted.join(', ')}`);
}

const chromium = await ensureChromium();
if ('path' in chromium) {
  console.log(`Browser: ${chromium.path}`);
  env.CHROME_PATH = chromium.path;
} else {
  console.error(chromium.advice);
  missing.add('chromium');
}

async function run(step: Step, alone: boolean): Promise<void> {
  const title = `\n── ${step.name} (npm run ${step.script})`;
  const lacks = step.needs?.find((need) => missing.has(need));
  if (lacks !== undefined) {
    console.error(`${title}\nNot run: ${lacks} is missing.`);
    reports.push({ name: step.name, passed: 0, failed: 1, said: `not run, no ${lacks}` });
    return;
  }
  if (alone) console.log(title);
  // One change after the other, each with all specs: with the usual inputs, none of which is red without the change.
  const isOfChanges = ['planted', 'mutation'].includes(step.name);
  const usualInputs = isOfChanges ? { LONG: '0', SEED: undefined } : {};
  const ran = await runNpm(step.script, { ...env, ...usualInputs }, alone);
  if (!alone) console.log(`${title}\n${ran.output}`.trimEnd());
  if (!ran.succeeded) missing.add(step.name);
  const seconds = (ran.milliseconds / 1000).toFixed(1);
  reports.push({
    name: step.name,
    ...countsOfStep(ran.succeeded, ran.output),
    said: `${ran.succeeded ? 'ok' : 'FAILED'}, ${seconds} s`,
  });
}

for (const lanes of isLong ? long : usual) {
  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) {
        if (wanted.length === 0 || wanted.includes(step.name)) await run(step, lanes.length === 1);
      }
    }),
  );
}

const sum = (which: keyof Counts) => reports.reduce((total, report) => total + report[which], 0);
console.log('\n── what ran');
for (const { name, passed, failed, said } of reports) {
  console.log(`${name.padEnd(8)} ${said.padEnd(24)} ${passed} passed, ${failed} failed`);
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`\n${seconds} s${isLong ? `, seed ${env.SEED ?? ''}` : ''}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

/** Runs one of package.json's scripts and keeps what it prints; `show`: shows it as it is printed. */
async function runNpm(script: string, env: NodeJS.ProcessEnv, show: boolean) {
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const started = performance.now();
  const child = spawn(command, [...first, 'run', '--silent', script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process[stream].write(chunk);
    });
  }
  const [code] = await once(child, 'close').catch((error: unknown) => {
    console.error(error);
    return [1];
  });
  return { succeeded: code === 0, output, milliseconds: performance.now() - started };
}
