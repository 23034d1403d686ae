import type { Browser, CDPSession } from 'playwright-core';
import { services } from '../../sandbox/proxy/service';
import type { Sandbox } from '../../sandbox/start-sandbox';
import { timingOf, type Timing } from './timing';
import { forget, witnessOf } from './witness';
import { openWorkspace, type Workspace } from './workspace';

export const delays = [0, 200, 1000] as const;
export type Delay = (typeof delays)[number];

/** How many times slower than it is the processor is made to look: 4 is a modest laptop. */
export const slowdowns = [1, 4] as const;
export type Slowdown = (typeof slowdowns)[number];

export interface TimedVerdict extends Timing {
  readonly slowdown: Slowdown;
  readonly delay: Delay;
}

/** Its verdict needs all three answers: the account, and no reset in one log but one in the other. */
const ticket = 'wrong_site_reset';

/** Slowdowns and delays take turns, so that a machine that is busy for a while is so for all of them. */
export async function timeVerdicts(
  browser: Browser,
  sandbox: Sandbox,
  rounds: number,
): Promise<readonly TimedVerdict[]> {
  const workspace = await openWorkspace(browser, sandbox);
  const session = await workspace.page.context().newCDPSession(workspace.page);
  const timed: TimedVerdict[] = [];
  // The first opening fills the browser's cache, as any earlier ticket of the day has.
  await timeVerdict(workspace, sandbox, session, 1, 0);
  for (let round = 0; round < rounds; round += 1) {
    const turn = round % 2 === 0 ? slowdowns : [...slowdowns].reverse();
    for (const delay of delays) {
      for (const slowdown of turn) {
        timed.push(await timeVerdict(workspace, sandbox, session, slowdown, delay));
      }
    }
  }
  return timed;
}

async function timeVerdict(
  workspace: Workspace,
  sandbox: Sandbox,
  session: CDPSession,
  slowdown: Slowdown,
  delay: Delay,
): Promise<TimedVerdict> {
  sandbox.reset();
  for (const service of services) sandbox.setDelay(service, delay);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
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
  return { slowdown, delay, ...timingOf(host, app, paints, proxied) };
}
