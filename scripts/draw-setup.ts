import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { whatTheCheckFinds } from '../spec/setup/a-set-up';
import { type PlantedFault, plantedFaults } from '../spec/setup/planted-faults';
import { setupFaultsPage } from './lib/setup-faults-page';

/** Plants every fault, and writes down what the check says of it. */
const path = 'docs/setup-faults.md';
const rows: Parameters<typeof setupFaultsPage>[0] = await run(plantedFaults);
const options = { ...(await resolveConfig(path)), parser: 'markdown' };
await writeFile(path, await format(setupFaultsPage(rows), options));
console.log(`${path} is up to date.`);

async function run(faults: readonly PlantedFault[]) {
  const found = [];
  for (const { fault, line, plant } of faults) {
    const { state } = await whatTheCheckFinds(plant);
    found.push({ fault, lines: state.lines.filter(({ id }) => id === line) });
  }
  return found;
}
