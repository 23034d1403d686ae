import type { Browser, FrameLocator, Page } from 'playwright-core';
import { faults, type Fault } from '../../../sandbox/proxy/fault';
import type { LogEntry } from '../../../sandbox/proxy/request-log';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { deadlineMs } from '../../../src/zendesk/client';
import { watchForProblems } from './problems';
import { readFindings, type Findings } from './read-findings';

export const sources = ['customersdot', 'portal_log', 'gitlab_log'] as const;
export type FaultySource = (typeof sources)[number];
export const troubles = faults.filter((fault) => fault !== 'none');

export type Trouble = readonly (readonly [FaultySource, Fault])[];

export interface Seen extends Findings {
  readonly title: string;
  /** What the panel says of each source that failed. */
  readonly said: Readonly<Partial<Record<FaultySource, string>>>;
  readonly problems: readonly string[];
}

/** A sandbox and a page of its own, in which time can be moved on: no run waits out a real deadline. */
export interface FaultBench {
  see(ticket: string, trouble: Trouble): Promise<Seen>;
  close(): Promise<void>;
}

export async function createFaultBench(browser: Browser): Promise<FaultBench> {
  const sandbox = await startSandbox({ build: false });
  const context = await browser.newContext({ timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems = watchForProblems(page, sandbox.appUrl);
  await page.clock.install();
  let open = '';

  return {
    async see(ticket, trouble) {
      for (const source of sources) sandbox.setFault(source, undefined);
      for (const [source, fault] of trouble) sandbox.setFault(source, fault);
      if (open === ticket) await page.locator('[data-action="reload-app"]').click();
      else await page.goto(sandbox.ticketUrl(ticket));
      open = ticket;
      const app = page.frameLocator('iframe');
      await settle(page, app, sandbox);
      return { ...(await readFindings(app)), ...(await readWords(app)), problems: [...problems] };
    },
    async close() {
      await context.close();
      await sandbox.close();
    },
  };
}

/**
 * Everything real gets real time: the app's start, and every answer that is on its way. Only where nothing moves any
 * more (a request that nobody answers, a pause before asking again) is time moved on.
 */
async function settle(page: Page, app: FrameLocator, sandbox: Sandbox): Promise<void> {
  await app.locator('[data-running], [data-verdict="blocked"]').first().waitFor();
  const settled = app.locator('[data-running="false"], [data-verdict="blocked"]').first();
  let before = '';
  for (let turn = 0; turn < 60; turn += 1) {
    try {
      await settled.waitFor({ timeout: quietMs });
      return;
    } catch {
      const requests = sandbox.requests();
      const now = JSON.stringify(requests.map(({ id, status }) => [id, status]));
      const stuck = now === before && !requests.some(isOnItsWay);
      before = now;
      if (stuck) await page.clock.fastForward(deadlineMs / 2);
    }
  }
  throw new Error('Never settled.');
}

/** Long enough for an answer to reach the panel, or the next question the sandbox. */
const quietMs = 250;

function isOnItsWay({ status, sent }: LogEntry): boolean {
  return status === undefined && sent?.fault !== 'timeout';
}

async function readWords(app: FrameLocator): Promise<Pick<Seen, 'title' | 'said'>> {
  const said = await Promise.all(
    sources.map(async (source) => {
      const words = app.locator(`[data-source="${source}"] [data-failure]`);
      return [source, (await words.count()) > 0 ? await words.innerText() : undefined] as const;
    }),
  );
  return {
    title: await app.locator('[data-verdict] h2').first().innerText(),
    said: Object.fromEntries(said.filter(([, words]) => words !== undefined)),
  };
}
