import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Sandbox } from '../../../sandbox/start-sandbox';
import { watchForProblems } from './problems';
import { readFindings, type Findings } from './read-findings';

export interface View {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly locale?: string;
  readonly role?: 'agent' | 'admin';
  readonly tray?: 'closed';
  /** In a page of its own, for a test that does to it what cannot be undone: scripts, routes, before the ticket or later. */
  readonly own?: true | ((page: Page) => unknown);
}

/** A tab of the browser, in which one ticket is opened after the other. */
export interface TicketPage {
  readonly page: Page;
  /** Whatever must not happen, since the page is there. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** A ticket in the sandbox's workspace, as the engineer sees it. */
export interface OpenedTicket {
  readonly page: Page;
  readonly app: FrameLocator;
  readonly composer: Locator;
  problems(): readonly string[];
  /** Waits until nothing is being asked any more; `early`: only until there is a verdict. */
  findings(until?: { readonly early: boolean }): Promise<Findings>;
  reply(name: string): Locator;
  /** Presses a reply's insert button and waits for what is said about it. */
  insert(name: string): Promise<string>;
  press(name: string, action: 'insert' | 'insert-anyway' | 'apply', until: string): Promise<void>;
  /** From now on the app hears nothing of a change of requester, as if the event had been lost. */
  loseEvents(): Promise<void>;
  /** To another person of the sandbox, in the workspace's own menu. */
  changeRequester(): Promise<void>;
}

export async function openPage(browser: Browser, sandbox: Sandbox): Promise<TicketPage> {
  const context = await browser.newContext({
    // As high as what is looked at: each pixel that is painted costs time.
    viewport: { width: 1280, height: 500 },
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  // Before the SDK's own listener, so that a frame can be made deaf to what Zendesk tells it unasked.
  await page.addInitScript(() => {
    const swallow = (event: MessageEvent): void => {
      const told = JSON.stringify(event.data).includes('.changed');
      if (told && window.name === 'deaf') event.stopImmediatePropagation();
    };
    window.addEventListener('message', swallow, true);
  });
  const problems = watchForProblems(page, sandbox.appUrl);
  return { page, problems, close: () => context.close() };
}

/** To another address of the workspace, without another page where it is there already: its scripts are not read anew. */
export async function goOn(page: Page, sandbox: Sandbox, url: string): Promise<void> {
  if (!isWorkspace(page, sandbox)) {
    await page.goto(url);
    return;
  }
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, url);
}

/** What the ticket in front still has under way ends, and its app with it. */
export async function leave(page: Page, sandbox: Sandbox): Promise<void> {
  if (isWorkspace(page, sandbox)) await page.evaluate(() => dispatchEvent(new Event('leave')));
  else await page.goto('about:blank');
}

const isWorkspace = (page: Page, sandbox: Sandbox): boolean =>
  page.url().startsWith(`${sandbox.url}/`);

export async function openTicket(
  { page, problems }: TicketPage,
  sandbox: Sandbox,
  scenario: string,
  { scheme = 'light', own: _, ...view }: View,
): Promise<OpenedTicket> {
  const before = problems.length;
  await page.emulateMedia({ colorScheme: scheme });
  const query = Object.entries({ scheme, ...view }).map(([key, value]) => [key, String(value)]);
  await goOn(
    page,
    sandbox,
    sandbox.ticketUrl(scenario, Object.fromEntries(query) as Record<string, string>),
  );
  const app = page.frameLocator('iframe');

  return {
    page,
    app,
    composer: page.locator('#composer'),
    problems: () => problems.slice(before),
    async findings({ early } = { early: false }) {
      await app.locator('[data-verdict]:not([data-verdict="pending"])').waitFor();
      const still = '[data-running="false"], [data-verdict="blocked"]';
      if (!early) await app.locator(still).first().waitFor();
      return readFindings(app);
    },
    reply: (name) => app.locator(`[data-reply="${name}"]`),
    async insert(name) {
      const reply = app.locator(`[data-reply="${name}"]`);
      await reply.locator('[data-action="insert"]').click();
      const said = reply.locator('[data-result]').first();
      await said.waitFor();
      return (await said.getAttribute('data-result')) ?? '';
    },
    async press(name, action, until) {
      const reply = app.locator(`[data-reply="${name}"]`);
      await reply.locator(`[data-action="${action}"]`).click();
      await reply.locator(`[data-result="${until}"]`).waitFor();
    },
    async loseEvents() {
      const frame = page.frames().find((one) => one.url().startsWith(sandbox.appUrl));
      await frame?.evaluate(() => {
        window.name = 'deaf';
      });
    },
    async changeRequester() {
      const menu = page.locator('.ticket-head select');
      const current = await menu.inputValue();
      const others = await menu
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      await menu.selectOption(others.find((value) => value !== current) ?? '');
    },
  };
}
