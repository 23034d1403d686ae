import { countsOfStep, type Counts } from './lib/counts';
import { ensureChromium } from './lib/install-chromium';
import { runNpm } from './lib/run-npm';

interface Step {
  readonly name: string;
  readonly script: string;
  /** What it looks at is built, or drawn, by something that may have failed. */
  readonly needs?: readonly ('build' | 'chromium')[];
}

interface Report extends Counts {
  readonly name: string;
  readonly said: string;
}

const steps: readonly Step[] = [
  { name: 'format', script: 'test:format' },
  { name: 'lint', script: 'test:lint' },
  { name: 'types', script: 'test:types' },
  { name: 'unused', script: 'test:unused' },
  { name: 'spec', script: 'test:spec' },
  { name: 'build', script: 'build' },
  { name: 'size', script: 'test:size', needs: ['build'] },
  { name: 'package', script: 'validate', needs: ['build'] },
  { name: 'e2e', script: 'test:e2e', needs: ['build', 'chromium'] },
];

const missing = new Set<string>();
const reports: Report[] = [];

const chromium = await ensureChromium();
const env: NodeJS.ProcessEnv = { ...process.env };
if ('path' in chromium) {
  console.log(`Browser: ${chromium.path}`);
  env.CHROME_PATH = chromium.path;
} else {
  console.error(chromium.advice);
  missing.add('chromium');
}

for (const step of steps) {
  console.log(`\n── ${step.name} (npm run ${step.script})`);
  const lacks = step.needs?.find((need) => missing.has(need));
  if (lacks !== undefined) {
    console.error(`Not run: ${lacks} is missing.`);
    reports.push({ name: step.name, passed: 0, failed: 1, said: `not run, no ${lacks}` });
    continue;
  }
  const ran = await runNpm(step.script, env);
  if (!ran.succeeded) missing.add(step.name);
  const counts = countsOfStep(ran.succeeded, ran.output);
  const seconds = (ran.milliseconds / 1000).toFixed(1);
  reports.push({
    name: step.name,
    ...counts,
    said: `${ran.succeeded ? 'ok' : 'FAILED'}, ${seconds} s`,
  });
}

const sum = (which: keyof Counts) => reports.reduce((total, report) => total + report[which], 0);
console.log('\n── what ran');
for (const { name, passed, failed, said } of reports) {
  console.log(`${name.padEnd(8)} ${said.padEnd(24)} ${passed} passed, ${failed} failed`);
}
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
