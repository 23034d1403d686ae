import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { createScenarios } from '../../sandbox/scenarios';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import { outcomeIds } from '../../src/diagnosis/rules';
import {
  createFaultBench,
  sources,
  troubles,
  type FaultBench,
  type Seen,
  type Trouble,
} from './support/fault-bench';
import { faultTable } from './support/fault-table';
import { launchBrowser } from './support/launch';

const scenarios = createScenarios(Date.now());
const single: readonly Trouble[] = sources.flatMap((source) =>
  troubles.map((fault) => [[source, fault] as const]),
);
const pairs: readonly Trouble[] = [
  ['customersdot', 'portal_log'],
  ['customersdot', 'gitlab_log'],
  ['portal_log', 'gitlab_log'],
].flatMap(([one, other]) =>
  single
    .filter(([trouble]) => trouble?.[0] === one)
    .flatMap((first) =>
      single.filter(([trouble]) => trouble?.[0] === other).map((second) => [...first, ...second]),
    ),
);

const benches: FaultBench[] = [];
let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
  for (let count = 0; count < 3; count += 1) benches.push(await createFaultBench(browser));
  // The first page of a browser is slow by itself.
  await Promise.all(benches.map((bench) => bench.see('no_known_cause', [])));
}, 60_000);

afterAll(async () => {
  await Promise.all(benches.map((bench) => bench.close()));
  await browser?.close();
});

interface Run {
  readonly ticket: string;
  readonly trouble: Trouble;
  readonly seen: Seen;
}

async function runAll(ticket: string, all: readonly Trouble[]): Promise<readonly Run[]> {
  const left = [...all];
  const runs: Run[] = [];
  await Promise.all(
    benches.map(async (bench) => {
      for (let trouble = left.shift(); trouble; trouble = left.shift()) {
        runs.push({ ticket, trouble, seen: await bench.see(ticket, trouble) });
      }
    }),
  );
  return runs;
}

/** Everything the panel may not say when something is broken: another verdict, another answer, an error. */
function lies({ ticket, trouble, seen }: Run): readonly string[] {
  const { expected } = scenarios.find(({ id }) => id === ticket) as Scenario;
  const where = `${ticket} ${trouble.map((part) => part.join(' ')).join(', ')}`;
  const verdict =
    seen.verdict === 'open' || (seen.verdict === 'settled' && seen.outcome === expected.outcome);
  const answers = Object.entries(seen.checks).filter(
    ([check, answer]) =>
      answer !== 'unknown' && answer !== expected.checks[check as keyof typeof expected.checks],
  );
  return [
    ...(verdict ? [] : [`${where}: ${seen.verdict ?? ''} ${seen.outcome ?? ''}`]),
    ...answers.map(([check, answer]) => `${where}: ${check} is ${answer ?? ''}`),
    ...seen.problems,
  ];
}

test.each(outcomeIds)(
  'one source in trouble: %s is never mistaken for anything else',
  async (ticket) => {
    const runs = await runAll(ticket, single);
    expect(runs).toHaveLength(single.length);
    expect(runs.flatMap(lies)).toEqual([]);
    // Every failure is said, with what to do next.
    const silent = runs.filter(({ trouble, seen }) =>
      trouble.some(([source, fault]) => fault !== 'slow' && (seen.said[source] ?? '').length < 20),
    );
    expect(silent.map(({ trouble }) => trouble)).toEqual([]);

    if (ticket === 'wrong_site_reset') await compareTable(runs);
  },
  300_000,
);

test('two sources in trouble: never a wrong verdict', async () => {
  const runs = await runAll('wrong_site_reset', pairs);
  expect(runs).toHaveLength(363);
  expect(runs.flatMap(lies)).toEqual([]);
}, 900_000);

/** docs/faults.md is what this very run saw; `UPDATE_DOCS=1` writes it anew. */
async function compareTable(runs: readonly Run[]): Promise<void> {
  const table = faultTable(runs.map(({ trouble, seen }) => ({ trouble, seen })));
  if (process.env['UPDATE_DOCS'] === '1') await writeFile('docs/faults.md', table);
  expect(await readFile('docs/faults.md', 'utf8')).toBe(table);
}
