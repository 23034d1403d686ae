import type { Browser, CDPSession } from 'playwright-core';
import { services } from '../../sandbox/proxy/service';
import type { Sandbox } from '../../sandbox/start-sandbox';
import { forget, type Witness, witnessOf } from './witness';
import { openWorkspace, type Workspace } from './workspace';

export const delays = [0, 200, 1000] as const;
type Delay = (typeof delays)[number];

/** How many times slower than it is the processor is made to look: 4 is a modest laptop. */
export const slowdowns = [1, 4] as const;
type Slowdown = (typeof slowdowns)[number];

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

interface Paints {
  /** When the frame began to load, epoch ms. */
  readonly origin: number;
  readonly paints: readonly (readonly [string, number])[];
}

/** All in ms since the app's frame began to load, unless told otherwise. */
export interface Timing {
  readonly firstPaint: number;
  readonly firstWords: number;
  readonly panel: number;
  readonly verdict: number;
  /** The longest that a needed answer took, from question to answer. */
  readonly slowest: number;
  /** From the last needed answer to the verdict. */
  readonly after: number;
  /** Verdict time by the slowest needed answer. */
  readonly ratio: number;
  /** The same, but counted from the first question: what asking side by side is worth. */
  readonly askedRatio: number;
  readonly requests: number;
  readonly gets: number;
  readonly shift: number;
}

/** From what the workspace's page and the app's frame noticed of one ticket. */
export function timingOf(
  host: Witness,
  app: Witness,
  { origin, paints }: Paints,
  requests: number,
): Timing {
  const verdict = app.verdict;
  if (verdict === undefined || app.panel === undefined) throw new Error('There was no verdict.');
  const paint = (name: string): number => {
    const [, at] = paints.find(([known]) => known === name) ?? [];
    if (at === undefined) throw new Error(`The frame has no ${name}.`);
    return at;
  };

  // Zendesk's own API is asked for macros, which no verdict waits for.
  const asked = host.questions.filter(({ url }) => url.startsWith('https://'));
  const needed = asked.flatMap(({ key, at }) => {
    const answered = app.answers[key];
    return answered === undefined || answered > verdict ? [] : [{ at, answered }];
  });
  const slowest = Math.max(...needed.map(({ at, answered }) => answered - at));
  return {
    firstPaint: paint('first-paint'),
    firstWords: paint('first-contentful-paint'),
    panel: app.panel - origin,
    verdict: verdict - origin,
    slowest,
    after: verdict - Math.max(...needed.map(({ answered }) => answered)),
    ratio: (verdict - origin) / slowest,
    askedRatio: (verdict - Math.min(...needed.map(({ at }) => at))) / slowest,
    requests,
    gets: host.gets.filter(({ at }) => at < verdict).length,
    shift: app.shift,
  };
}
