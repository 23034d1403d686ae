import type { Browser, FrameLocator, Page } from 'playwright-core';
import { faults, type Fault } from '../../../sandbox/proxy/fault';
import { startSandbox } from '../../../sandbox/start-sandbox';
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
  const context = await browser.newContext({ timezoneId: 'UTC' });
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
      await settle(page, app, trouble);
      return { ...(await readFindings(app)), ...(await readWords(app)), problems: [...problems] };
    },
    async close() {
      await context.close();
      await sandbox.close();
    },
  };
}

/** Real answers get real time; only what nobody answers is cut short. */
async function settle(page: Page, app: FrameLocator, trouble: Trouble): Promise<void> {
  const settled = app.locator('[data-running="false"], [data-verdict="blocked"]').first();
  const slow = trouble.some(([, fault]) => fault === 'slow');
  let patience = slow ? 20_000 : 1_500;
  for (let turn = 0; turn < 12; turn += 1) {
    try {
      await settled.waitFor({ timeout: patience });
      return;
    } catch {
      await page.clock.fastForward(6_000);
      patience = 700;
    }
  }
  throw new Error(`Never settled: ${JSON.stringify(trouble)}`);
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
