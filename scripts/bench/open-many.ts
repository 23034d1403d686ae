import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import type { LogEntry } from '../../sandbox/proxy/request-log';
import { services } from '../../sandbox/proxy/service';
import type { Sandbox } from '../../sandbox/start-sandbox';
import { openWorkspace } from './workspace';

export interface ManyTickets extends Tally {
  readonly app: Grown;
  readonly workspace: Grown;
  /** Requests of the one ticket that stayed open, after its own verdict. */
  readonly askedByKept: number;
}

interface Grown {
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
    return Promise.all([gauges[0](), gauges[1]()]);
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

/** A ticket that was opened and closed. Times are epoch ms. */
export interface Visit {
  readonly ticket: string;
  readonly opened: number;
  readonly closed: number;
  /** It was closed before the verdict was there. */
  readonly early: boolean;
}

export type Asked = Readonly<Record<string, number>>;

interface Tally {
  readonly visits: number;
  readonly early: number;
  /** By source. */
  readonly asked: Asked;
  /** Asked after the ticket had been closed, and before anybody opened it again. */
  readonly late: Asked;
  /** How long after the closing the last of these was, ms. What was on its way when it closed is one of them. */
  readonly latestMs: number;
}

/** Whom each request belongs to: the newest opening of its ticket. */
export function tally(visits: readonly Visit[], entries: readonly LogEntry[]): Tally {
  const asked: Record<string, number> = {};
  const late: Record<string, number> = {};
  let latestMs = 0;
  for (const { ticket, at, via, sent } of entries) {
    const visit = visits.findLast((one) => one.ticket === ticket && one.opened <= at);
    if (!visit) continue;
    const source = via === 'zendesk-api' ? 'zendesk' : (sent?.service ?? 'unknown');
    asked[source] = (asked[source] ?? 0) + 1;
    if (at <= visit.closed) continue;
    late[source] = (late[source] ?? 0) + 1;
    latestMs = Math.max(latestMs, at - visit.closed);
  }
  return {
    visits: visits.length,
    early: visits.filter(({ early }) => early).length,
    asked,
    late,
    latestMs,
  };
}

/** What a process of the browser holds on to, after the garbage has been collected. */
interface Gauges {
  readonly heapBytes: number;
  readonly listeners: number;
  readonly documents: number;
  readonly frames: number;
  readonly nodes: number;
}

/** A frame of another site than its page lives in a process of its own. */
async function gaugeOf(page: Page, of: Page | Frame): Promise<() => Promise<Gauges>> {
  const session = await page.context().newCDPSession(of);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return () => readGauges(session);
}

async function readGauges(session: CDPSession): Promise<Gauges> {
  // Twice: what the first leaves to finalisers is gone with the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const [{ metrics }, counters] = await Promise.all([
    session.send('Performance.getMetrics'),
    session.send('Memory.getDOMCounters'),
  ]);
  const metric = (name: string): number => {
    const found = metrics.find((one) => one.name === name);
    if (!found) throw new Error(`Chromium does not tell ${name}.`);
    return found.value;
  };
  return {
    heapBytes: metric('JSHeapUsedSize'),
    listeners: counters.jsEventListeners,
    documents: counters.documents,
    frames: metric('Frames'),
    nodes: counters.nodes,
  };
}
