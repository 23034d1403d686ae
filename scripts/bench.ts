import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../sandbox/build-app';
import { startSandbox } from '../sandbox/start-sandbox';
import { linearText, timeLinear } from './bench/linear';
import { openMany } from './bench/open-many';
import { benchPage, machineText, tableText } from './bench/page';
import { parseTime } from './bench/parse-time';
import { tableOf } from './bench/table';
import { timeVerdicts } from './bench/time-verdicts';
import { launchChromium } from './lib/chromium';
import { chunksOf } from './lib/chunks';
import { formatted } from './lib/formatted';
import { readFolder, root } from './lib/app-folder';

const say = (what: string): void => {
  console.error(what);
};

/** `--quick`: too short to be kept as docs/bench.md. `--only=linear`: how the readers' time grows with a text's length. */
const { quick, only, rounds, tickets } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    tickets: { type: 'string' },
  },
}).values;
if (only !== undefined && only !== 'linear') throw new Error('--only takes linear.');
const counts = {
  rounds: Number(rounds ?? (quick ? 2 : 20)),
  tickets: Number(tickets ?? (quick ? 12 : 500)),
  readings: quick ? 20 : 300,
};
if (only === 'linear') {
  const quiet = await launchChromium();
  console.log(linearText(await timeLinear(quiet, root, counts.rounds)));
  await quiet.close();
  process.exit();
}
await buildApp(root);
const chunks = chunksOf(await readFolder(resolve(root, 'dist/assets')));

say('Reading logs …');
const parsing = [];
for (const events of [1, 100, 1000]) parsing.push(await parseTime(events, counts.readings));

const args = ['--disable-gpu', '--disable-background-networking', '--disable-sync'];
// The app's frame in one process with the page: only then does a slower processor slow both.
const together = [
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process',
];
const slowed = await launchChromium([...args, ...together]);
const machine = machineText(slowed.version(), new Date());

say(`Timing ${counts.rounds} rounds …`);
const sandbox = await startSandbox({ root, build: false });
const timed = await timeVerdicts(slowed, sandbox, counts.rounds);
await slowed.close();
await sandbox.close();

say(`Opening ${counts.tickets} tickets in a row …`);
const patient = await startSandbox({ root, build: false, delayMs: 50 });
const browser = await launchChromium(args);
const many = await openMany(browser, patient, counts.tickets);
await browser.close();
await patient.close();

const rows = tableOf({ chunks, timed, many, parsing });
const page = resolve(root, 'docs/bench.md');
console.log(await formatted(page, `${machine}\n\n${tableText(rows)}`));
if (quick) say('A quick run: docs/bench.md stays as it is.');
else await writeFile(page, await formatted(page, benchPage(rows, machine, counts)));
