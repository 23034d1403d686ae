import type { Browser, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { launchBrowser } from './launch';
import {
  leave,
  openPage,
  openTicket,
  type OpenedTicket,
  type TicketPage,
  type View,
} from './opened-ticket';

export interface Workbench {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  /** In the page that the tests of a file take turns in: a new page takes as long as a ticket does. */
  open(scenario: string, view?: View): Promise<OpenedTicket>;
}

/**
 * One sandbox and one browser for the tests of a file. The app is served as `npm run build` left it. What is prepared is
 * there before any ticket of the page that they share.
 */
export function useWorkbench(prepare?: (page: Page) => Promise<void>): () => Workbench {
  let workbench: Workbench | undefined;
  const opened: OpenedTicket[] = [];
  const own: TicketPage[] = [];
  let shared: TicketPage | undefined;
  let taken = false;

  async function sharedPage(browser: Browser, sandbox: Sandbox): Promise<TicketPage> {
    if (shared) return shared;
    shared = await openPage(browser, sandbox);
    await prepare?.(shared.page);
    return shared;
  }

  beforeAll(async () => {
    const [sandbox, browser] = await Promise.all([startSandbox({ build: false }), launchBrowser()]);
    workbench = {
      sandbox,
      browser,
      async open(scenario, view = {}) {
        const place = view.own || taken ? await openPage(browser, sandbox) : undefined;
        if (place) {
          own.push(place);
          if (view.own !== undefined && view.own !== true) await view.own(place.page);
        } else taken = true;
        const page = place ?? (await sharedPage(browser, sandbox));
        const ticket = await openTicket(page, sandbox, scenario, view);
        opened.push(ticket);
        return ticket;
      },
    };
  });

  afterEach(async () => {
    const problems = opened.splice(0).flatMap((ticket) => ticket.problems());
    await Promise.all(own.splice(0).map((page) => page.close()));
    taken = false;
    await shared?.page.context().setOffline(false);
    // Whatever the ticket still had under way is not in the next one's log.
    if (shared && workbench) await leave(shared.page, workbench.sandbox);
    workbench?.sandbox.reset();
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
