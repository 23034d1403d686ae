import { writeFile } from 'node:fs/promises';
import { whatTheCheckFinds } from '../spec/setup/a-set-up';
import { type PlantedFault, plantedFaults } from '../spec/setup/planted-faults';
import { formatted } from './lib/formatted';
import { setupFaultsPage } from './lib/setup-faults-page';

/** Plants every fault, and writes down what the check says of it. */
const path = 'docs/setup-faults.md';
const rows: Parameters<typeof setupFaultsPage>[0] = await run(plantedFaults);
await writeFile(path, await formatted(path, setupFaultsPage(rows)));
console.log(`${path} is up to date.`);

/** Several at a time: each run waits for its own services most of the time. */
async function run(faults: readonly PlantedFault[]) {
  const found: Parameters<typeof setupFaultsPage>[0][number][] = [];
  const left = [...faults.entries()];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [nth, { fault, line, plant }] = next;
      const { state } = await whatTheCheckFinds(plant);
      found[nth] = { fault, lines: state.lines.filter(({ id }) => id === line) };
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return found;
}
