import type { Browser } from 'playwright-core';
import type { LogEntry } from '../../sandbox/proxy/request-log';
import { services } from '../../sandbox/proxy/service';
import type { Sandbox } from '../../sandbox/start-sandbox';
import { gaugeOf, type Gauges } from './gauges';
import { tally, type Tally, type Visit } from './visits';
import { openWorkspace } from './workspace';

export interface ManyTickets extends Tally {
  readonly app: Grown;
  readonly workspace: Grown;
  /** Requests of the one ticket that stayed open, after its own verdict. */
  readonly askedByKept: number;
}

export interface Grown {
  readonly before: Gauges;
  readonly after: Gauges;
}

/** Stays open, as some ticket always does: with no frame left, the app's process would end and take its heap along. */
const kept = 'no_known_cause';
const warmUp = 20;
/** What an answer takes that nobody waits for. */
const tooLongMs = 1000;
const settled = '[data-verdict="settled"]';

/** Opens tickets one after the other. Every fifth is closed while its answers are still on their way. */
export async function openMany(
  browser: Browser,
  sandbox: Sandbox,
  tickets: number,
): Promise<ManyTickets> {
  const workspace = await openWorkspace(browser, sandbox);
  const { page } = workspace;
  const log: LogEntry[] = [];
  const keys = sandbox.scenarios
    .filter(({ id, expected }) => expected.verdict === 'settled' && id !== kept)
    .map(({ id }) => id);

  function emptyLog(): void {
    log.push(...sandbox.requests());
    // The log of the sandbox, and its view in the workspace, keep 500 requests.
    sandbox.reset();
  }

  async function visit(index: number): Promise<Visit> {
    const ticket = keys[index % keys.length] ?? kept;
    const early = index % 5 === 4;
    for (const service of services) sandbox.setDelay(service, early ? tooLongMs : undefined);
    const opened = Date.now();
    await workspace.open(ticket);
    await workspace.until(early ? '[data-running="true"]' : settled);
    await workspace.closeTicket();
    if (index % 20 === 19) emptyLog();
    return { ticket, opened, closed: Date.now(), early };
  }

  await workspace.open(kept);
  const frame = await workspace.until(settled);
  const gauges = await Promise.all([gaugeOf(page, frame), gaugeOf(page, page)]);
  const read = async () => {
    await page.waitForTimeout(1000);
    return Promise.all([gauges[0].read(), gauges[1].read()]);
  };

  for (let index = 0; index < warmUp; index += 1) await visit(index);
  const before = await read();
  emptyLog();
  log.length = 0;

  const visits: Visit[] = [];
  for (let index = 0; index < tickets; index += 1) visits.push(await visit(index));
  const after = await read();
  emptyLog();
  await page.context().close();

  return {
    ...tally(visits, log),
    app: { before: before[0], after: after[0] },
    workspace: { before: before[1], after: after[1] },
    askedByKept: log.filter(({ ticket }) => ticket === kept).length,
  };
}
