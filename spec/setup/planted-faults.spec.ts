import { readFileSync } from 'node:fs';
import { lookupPaths, lookupWays } from '../../sandbox/scenarios/lookup-paths';
import { type FaultRow, setupFaultsPage } from '../../scripts/lib/setup-faults-page';
import { type SetupReport, unsafeFindings } from '../../src/setup/lines';
import { whatTheCheckFinds } from './a-set-up';
import { plantedFaults } from './planted-faults';

const told = ({ lines }: SetupReport) =>
  Object.fromEntries(lines.map(({ id, state }) => [id, state]));

const reports = new Map<string, SetupReport>();

/** Each run waits for its own services most of the time. */
beforeAll(async () => {
  const left = [...plantedFaults];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      reports.set(next.fault, (await whatTheCheckFinds(next.plant)).state);
    }
  };
  await Promise.all([lane(), lane(), lane(), lane(), lane(), lane()]);
}, 600_000);

const reportOf = (fault: string): SetupReport => reports.get(fault)!;

test.each(plantedFaults.map((one) => [one.fault, one] as const))('%s', (fault, planted) => {
  const report = reportOf(fault);
  expect(told(report)).toMatchObject({ [planted.line]: planted.state });
  const hopeless = report.lines.filter((line) => line.state !== 'works' && line.next === undefined);
  expect(hopeless).toEqual([]);
});

test('docs/setup-faults.md says what the check says (npm run draw:setup)', () => {
  const plain = (page: string) => page.replace(/[ -]+/g, ' ');
  const page = readFileSync('docs/setup-faults.md', 'utf8');
  const rows = plantedFaults.map(({ fault, line }): FaultRow => {
    return { fault, lines: reportOf(fault).lines.filter(({ id }) => id === line) };
  });
  expect(plain(page)).toBe(plain(setupFaultsPage(rows)));
});

test('there are faults for most lines', () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(30);
  expect(new Set(plantedFaults.map(({ line }) => line)).size).toBeGreaterThanOrEqual(30);
});

describe.each(lookupWays)('a set-up that works, asked by %s', (way) => {
  it('has nothing that fails, and nothing unknown; all that is asked is a read', async () => {
    const settings = { customersdot_lookup_path: lookupPaths[way] };
    const { state, asked } = await whatTheCheckFinds({ settings });
    expect(state.lines.filter((line) => line.state !== 'works')).toEqual([]);
    expect(unsafeFindings(state.lines)).toEqual([]);
    expect(asked.filter((one) => !/^GET |^POST \S+\/v1\/analytics\/logs$/.test(one))).toEqual([]);
    expect(new Set(state.lines.map(({ id }) => id)).size).toBe(state.lines.length);
  });
});
