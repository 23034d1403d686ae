import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import { startSandbox } from '../sandbox/start-sandbox';
import { buildVariant, type Variant } from './bench/build-variant';
import { describeMachine } from './bench/machine';
import { openMany } from './bench/open-many';
import { readOptions } from './bench/options';
import { benchPage, machineText, tableText } from './bench/page';
import { parseTime } from './bench/parse-time';
import { tableOf } from './bench/table';
import { timeVerdicts } from './bench/time-verdicts';
import { openWorkspace } from './bench/workspace';
import { findChromium } from './lib/chromium';
import { chunksOf } from './lib/chunks';
import { readFolder } from './lib/read-folder';
import { root } from './lib/root';

const say = (what: string): void => {
  console.error(what);
};

const options = readOptions(process.argv.slice(2));
const executablePath = await findChromium();
if (executablePath === undefined) throw new Error('Timing needs Chromium or Chrome.');
const folder = await mkdtemp(join(tmpdir(), 'sign-in-check-bench-'));
// However it ends: a build that fails must not leave its folder behind.
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const variants: readonly Variant[] = ['app', 'serial'];

say('Building the app and its serial variant …');
for (const variant of variants) await buildVariant(variant, join(folder, variant));
const chunks = chunksOf(await readFolder(join(folder, 'app/assets')));

say('Reading logs …');
const parsing = [];
for (const events of [1, 100, 1000]) parsing.push(await parseTime(events, options.readings));

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
const machine = describeMachine(browser.version(), new Date());

say(`Timing ${options.rounds} rounds …`);
const stages = await Promise.all(
  variants.map(async (variant) => {
    const sandbox = await startSandbox({ root, dist: join(folder, variant) });
    return { variant, sandbox, workspace: await openWorkspace(browser, sandbox) };
  }),
);
const timed = await timeVerdicts(stages, options.rounds);
for (const { workspace, sandbox } of stages) {
  await workspace.page.context().close();
  await sandbox.close();
}

say(`Opening ${options.tickets} tickets in a row …`);
const sandbox = await startSandbox({ root, dist: join(folder, 'app'), delayMs: 50 });
const many = await openMany(browser, sandbox, options.tickets);
await sandbox.close();
await browser.close();

const rows = tableOf({ chunks, timed, many, parsing });
const page = resolve(root, 'docs/bench.md');
const style = { ...(await resolveConfig(page)), parser: 'markdown' };
console.log(await format(`${machineText(machine)}\n\n${tableText(rows)}`, style));
if (options.quick) say('A quick run: docs/bench.md stays as it is.');
else await writeFile(page, await format(benchPage(rows, machine, options), style));
