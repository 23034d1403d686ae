import { outcomeIds } from '../support/editions';
import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { createScenarios } from '../../sandbox/scenarios';

import { lies, pairs, singles } from '../sandbox/fault-matrix';
import { isLong, some } from '../support/runs';
import { seeAll, type Run, type Seen } from './support/fault-bench';
import { faultTable } from './support/fault-table';
import { launchBrowser } from './support/launch';

const scenarios = createScenarios(Date.now());
const ofTable = 'wrong_site_reset';

/** Those that never answer take longest: first, so that the others find their places beside them. */
const longestFirst = [...singles].sort(
  ([one], [other]) => Number(other?.[1] === 'timeout') - Number(one?.[1] === 'timeout'),
);
const once: readonly Run[] = longestFirst.map((trouble) => ({ ticket: ofTable, trouble }));
/** What `spec/sandbox/fault-matrix.spec.ts` decides without a browser, in one all the same. */
const whole: readonly Run[] = [
  ...outcomeIds
    .filter((ticket) => ticket !== ofTable)
    .flatMap((ticket) => longestFirst.map((trouble) => ({ ticket, trouble }))),
  ...pairs.map((trouble) => ({ ticket: ofTable, trouble })),
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test('every fault of a source, once: nothing untrue is said, and what to do next is', async () => {
  const runs = await seeAll(browser, once, 6);
  expect(runs).toHaveLength(33);
  expect(runs.flatMap(problemsOf)).toEqual([]);
  const silent = runs.filter(({ trouble, seen }) =>
    trouble.some(([source, fault]) => fault !== 'slow' && (seen.said[source] ?? '').length < 20),
  );
  expect(silent.map(({ trouble }) => trouble)).toEqual([]);

  // docs/faults.md is what this very run saw; `UPDATE_DOCS=1` writes it anew.
  const table = faultTable(runs);
  if (process.env['UPDATE_DOCS'] === '1') await writeFile('docs/faults.md', table);
  expect(await readFile('docs/faults.md', 'utf8')).toBe(table);
}, 300_000);

if (isLong) {
  test('every fault for every outcome, and every pair of faults', async () => {
    expect(whole).toHaveLength(6 * 33 + 363);
    const wanted = some('Faults for the other outcomes, and pairs of faults, in Chromium', whole);
    const runs = await seeAll(browser, wanted, 8);
    expect(runs).toHaveLength(wanted.length);
    expect(runs.flatMap(problemsOf)).toEqual([]);
  }, 3_600_000);
}

function problemsOf({ ticket, trouble, seen }: Run & { readonly seen: Seen }): readonly string[] {
  const scenario = scenarios.find(({ id }) => id === ticket);
  if (!scenario) throw new Error(`There is no ticket ${ticket}.`);
  return [...lies(scenario, trouble, seen), ...seen.problems];
}
