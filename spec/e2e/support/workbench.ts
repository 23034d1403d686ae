import type { Browser } from 'playwright-core';
import { stop as stopEsbuild } from 'esbuild';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { launchBrowser } from './launch';
import { openTicket, type OpenedTicket, type View } from './opened-ticket';

export interface Workbench {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  /** In a browser context of its own, closed when the test ends. */
  open(scenario: string, view?: View): Promise<OpenedTicket>;
}

/** One sandbox and one browser for the tests of a file. The app is served as `npm run build` left it. */
export function useWorkbench(): () => Workbench {
  let workbench: Workbench | undefined;
  const opened: OpenedTicket[] = [];

  beforeAll(async () => {
    const [sandbox, browser] = await Promise.all([startSandbox({ build: false }), launchBrowser()]);
    await stopEsbuild();
    workbench = {
      sandbox,
      browser,
      async open(scenario, view = {}) {
        const ticket = await openTicket(browser, sandbox, scenario, view);
        opened.push(ticket);
        return ticket;
      },
    };
  });

  afterEach(async () => {
    const tickets = opened.splice(0);
    workbench?.sandbox.reset();
    const problems = tickets.flatMap((ticket) => ticket.problems);
    await Promise.all(tickets.map((ticket) => ticket.close()));
    // A policy violation, an error in the console or a request to anybody else fails whatever test it happens in.
    if (problems.length > 0) throw new Error(problems.join('\n'));
  });

  afterAll(async () => {
    await workbench?.browser.close();
    await workbench?.sandbox.close();
  });

  return () => {
    if (!workbench) throw new Error('The workbench is not set up yet.');
    return workbench;
  };
}
