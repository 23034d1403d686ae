import { outcomeIds } from '../support/editions';
import type { Services } from '../../sandbox/servers/services';
import type { Scenario } from '../../sandbox/scenarios/scenario';

import { lies, pairs, singles, type Trouble } from './fault-matrix';
import {
  answersOf,
  scenarios,
  startStandIns,
  whatTheAppFinds,
  type Found,
} from './verdict-over-http';

let services: Services;

beforeAll(async () => {
  services = await startStandIns();
});

afterAll(() => services.close());

interface Run {
  readonly scenario: Scenario;
  readonly trouble: Trouble;
  readonly found: Found;
}

async function runAll(ticket: string, all: readonly Trouble[]): Promise<readonly Run[]> {
  const scenario = scenarios.find(({ id }) => id === ticket)!;
  const left = [...all];
  const runs: Run[] = [];
  const lane = async (): Promise<void> => {
    for (let trouble = left.shift(); trouble; trouble = left.shift()) {
      const found = await whatTheAppFinds(scenario, services, Object.fromEntries(trouble));
      runs.push({ scenario, trouble, found });
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return runs;
}

const told = ({ diagnosis }: Found) => ({
  verdict: diagnosis.verdict.kind,
  outcome: diagnosis.verdict.kind === 'settled' ? diagnosis.verdict.outcome : undefined,
  checks: answersOf(diagnosis),
});

const liesOf = (runs: readonly Run[]) =>
  runs.flatMap(({ scenario, trouble, found }) => lies(scenario, trouble, told(found)));

/** What a source in trouble is not said to be in: each fault but a slow answer is a failure, of its own kind. */
const unsaid = (runs: readonly Run[]) =>
  runs.flatMap(({ trouble, found }) =>
    trouble.filter(([source, fault]) => {
      const lookup = found.diagnosis.evidence[source];
      const failed = lookup.state === 'failed' ? lookup.failure.kind : undefined;
      if (fault === 'slow') return failed !== undefined;
      return fault === 'timeout' ? failed !== 'timeout' : failed === undefined;
    }),
  );

test.each(outcomeIds)(
  'one source in trouble: %s is never mistaken for anything else',
  async (ticket) => {
    const runs = await runAll(ticket, singles);
    expect(runs).toHaveLength(33);
    expect(liesOf(runs)).toEqual([]);
    expect(unsaid(runs)).toEqual([]);
  },
);

test.each([
  ['customersdot', 'portal_log'],
  ['customersdot', 'gitlab_log'],
  ['portal_log', 'gitlab_log'],
])('two sources in trouble: %s and %s never make a wrong verdict', async (one, other) => {
  const both = pairs.filter(([first, second]) => first?.[0] === one && second?.[0] === other);
  const runs = await runAll('wrong_site_reset', both);
  expect(runs).toHaveLength(121);
  expect(liesOf(runs)).toEqual([]);
  expect(unsaid(runs)).toEqual([]);
});
