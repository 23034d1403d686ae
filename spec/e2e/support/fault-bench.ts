import type { Browser, FrameLocator } from 'playwright-core';
import { startSandbox } from '../../../sandbox/start-sandbox';
import { sources, type FaultySource, type Trouble } from '../../sandbox/fault-matrix';
import { goOn } from './opened-ticket';
import { watchForProblems } from './problems';
import { readFindings, type Findings } from './read-findings';

export interface Seen extends Findings {
  readonly title: string;
  /** What the panel says of each source that failed. */
  readonly said: Readonly<Partial<Record<FaultySource, string>>>;
  readonly problems: readonly string[];
}

export interface Run {
  readonly ticket: string;
  readonly trouble: Trouble;
}

/** Side by side, each in a sandbox of its own: most of the time goes by waiting for what never comes. */
export async function seeAll<R extends Run>(
  browser: Browser,
  runs: readonly R[],
  places: number,
): Promise<readonly (R & { readonly seen: Seen })[]> {
  const left = [...runs];
  const seen: (R & { readonly seen: Seen })[] = [];
  await Promise.all(
    Array.from({ length: places }, async () => {
      const bench = await createFaultBench(browser);
      for (let run = left.shift(); run; run = left.shift()) {
        seen.push({ ...run, seen: await bench.see(run) });
      }
      await bench.close();
    }),
  );
  return seen;
}

async function createFaultBench(browser: Browser) {
  const sandbox = await startSandbox({ build: false });
  const context = await browser.newContext({
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    // Nobody looks at the pixels, and each costs time.
    viewport: { width: 1280, height: 300 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const problems = watchForProblems(page, sandbox.appUrl);

  return {
    async see({ ticket, trouble }: Run): Promise<Seen> {
      const before = problems.length;
      for (const source of sources) sandbox.setFault(source, undefined);
      for (const [source, fault] of trouble) sandbox.setFault(source, fault);
      await goOn(page, sandbox, sandbox.ticketUrl(ticket));
      const app = page.frameLocator('iframe');
      await app.locator('[data-running="false"], [data-verdict="blocked"]').first().waitFor();
      const findings = await readFindings(app);
      return { ...findings, ...(await readWords(app)), problems: problems.slice(before) };
    },
    async close() {
      await context.close();
      await sandbox.close();
    },
  };
}

/** In one call: each on its own takes as long as all of them. */
const readWords = (app: FrameLocator): Promise<Pick<Seen, 'title' | 'said'>> =>
  app
    .locator('[data-verdict] h2')
    .first()
    .evaluate(
      (title: HTMLElement, asked) => ({
        title: title.innerText,
        said: Object.fromEntries(
          asked.flatMap((source) => {
            const words = document.querySelector<HTMLElement>(
              `[data-source="${source}"] [data-failure]`,
            );
            return words ? [[source, words.innerText]] : [];
          }),
        ),
      }),
      [...sources],
    );
