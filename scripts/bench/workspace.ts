import type { Browser, Frame, Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/start-sandbox';
import { witness } from './witness';

/** The sandbox's workspace with its list of tickets, as an engineer has it open all day. */
export interface Workspace {
  readonly page: Page;
  open(ticket: string): Promise<void>;
  /** Until the front ticket's app shows this. */
  until(selector: string): Promise<Frame>;
  closeTicket(): Promise<void>;
}

const front = '.tray-content:not([hidden]) iframe';

export async function openWorkspace(browser: Browser, sandbox: Sandbox): Promise<Workspace> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'UTC',
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.addInitScript(witness);
  await page.goto(sandbox.url);
  await page.locator('[data-ticket]').first().waitFor();

  return {
    page,
    open: (ticket) => page.locator(`[data-ticket="${ticket}"]`).click(),
    async until(selector) {
      await page.frameLocator(front).locator(selector).first().waitFor();
      const element = await page.locator(front).elementHandle();
      const frame = await element.contentFrame();
      // A handle keeps the ticket it is of, long after it has been closed.
      await element.dispose();
      if (!frame) throw new Error('The app has no frame.');
      return frame;
    },
    async closeTicket() {
      await page.locator('[data-control="close-ticket"]').click();
    },
  };
}
