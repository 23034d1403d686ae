import type { Sandbox } from '../../sandbox/start-sandbox';
import { services } from '../../sandbox/proxy/service';
import { timingOf, type Timing } from './timing';
import { forget, witnessOf } from './witness';
import type { Workspace } from './workspace';
import type { Variant } from './build-variant';

export const delays = [0, 200, 1000] as const;
export type Delay = (typeof delays)[number];

export interface Stage {
  readonly variant: Variant;
  readonly sandbox: Sandbox;
  readonly workspace: Workspace;
}

export interface TimedVerdict extends Timing {
  readonly variant: Variant;
  readonly delay: Delay;
}

/** Its verdict needs all three answers: the account, and no reset in one log but one in the other. */
const ticket = 'wrong_site_reset';

/** Variants and delays take turns, so that a machine that is busy for a while is so for all of them. */
export async function timeVerdicts(
  stages: readonly Stage[],
  rounds: number,
): Promise<readonly TimedVerdict[]> {
  const timed: TimedVerdict[] = [];
  for (const stage of stages) await timeVerdict(stage, 0);
  for (let round = 0; round < rounds; round += 1) {
    const turn = round % 2 === 0 ? stages : [...stages].reverse();
    for (const delay of delays) {
      for (const stage of turn) timed.push(await timeVerdict(stage, delay));
    }
  }
  return timed;
}

async function timeVerdict(stage: Stage, delay: Delay): Promise<TimedVerdict> {
  const { variant, sandbox, workspace } = stage;
  sandbox.reset();
  for (const service of services) sandbox.setDelay(service, delay);
  await forget(workspace.page);

  await workspace.open(ticket);
  const frame = await workspace.until('[data-verdict="settled"]');
  await workspace.until('[data-running="false"]');
  const [host, app, paints] = await Promise.all([
    witnessOf(workspace.page),
    witnessOf(frame),
    frame.evaluate(() => ({
      origin: performance.timeOrigin,
      paints: performance
        .getEntriesByType('paint')
        .map(({ name, startTime }) => [name, startTime] as const),
    })),
  ]);
  await workspace.closeTicket();
  const proxied = sandbox.requests().filter(({ via }) => via === 'proxy').length;
  return { variant, delay, ...timingOf(host, app, paints, proxied) };
}
