import type { Frame, FrameLocator, Page } from 'playwright-core';
import english from '../../../translations/panel/en.json';
import type { Sandbox } from '../../../sandbox/start-sandbox';
import type { Service } from '../../../sandbox/proxy/service';

/** The app's own document, of the ticket that is in front. */
export async function appFrame(page: Page): Promise<Frame> {
  const element = await page.locator('.tray-content:not([hidden]) iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The app has no frame.');
  return frame;
}

export interface Focused {
  readonly words: string;
  readonly action: string | undefined;
  /** An outline or a shadow shows where the keyboard is. */
  readonly visible: boolean;
}

/** Where the keyboard is in the app; nothing while it is elsewhere. */
export const focusedIn = (frame: Frame): Promise<Focused | undefined> =>
  frame.evaluate(() => {
    const element = document.activeElement;
    if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body) {
      return undefined;
    }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    return {
      words: (element.getAttribute('aria-label') ?? element.textContent).trim(),
      action: element.dataset['action'],
      visible: element.matches(':focus-visible') && (outlined || boxShadow !== 'none'),
    };
  });

/** Keeps everything that the app's live region says, from its first word. */
export async function listenFromStart(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const words = document.querySelector('[role="status"]')?.textContent ?? '';
      if (words !== '' && words !== said.at(-1)) said.push(words);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

export async function saidIn(page: Page): Promise<readonly string[]> {
  const frame = await appFrame(page);
  return frame.evaluate(() => (window as unknown as { said: string[] }).said);
}

/** How often each was asked about a ticket. */
export function askedOf(
  sandbox: Sandbox,
  ticket: string,
): Readonly<Partial<Record<Service, number>>> {
  const services = sandbox
    .requests()
    .filter((entry) => entry.ticket === ticket)
    .flatMap(({ sent }) => sent?.service ?? []);
  return Object.fromEntries(
    [...new Set(services)].map((service) => [
      service,
      services.filter((other) => other === service).length,
    ]),
  );
}

/** In the field that is open for any address. */
export async function enterAddress(app: FrameLocator, text: string): Promise<void> {
  await app.getByLabel(english['address.entry']).fill(text);
  await app.getByRole('button', { name: english['address.check'] }).last().click();
}

/**
 * Whatever the app or the workspace had begun has reached the sandbox: what waits in either is done, and then a question
 * of the workspace's own has been there and back, which is sent after all others. A question that is wrongly asked is in
 * the log by now, however slow the machine.
 */
export async function allSent(page: Page): Promise<void> {
  const frame = await appFrame(page);
  for (const place of [frame, page, frame, page]) {
    await place.evaluate(async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        await new Promise((done) => {
          setTimeout(done, 0);
        });
      }
    });
  }
  await page.evaluate(() => fetch('/sandbox/requests').then((answer) => answer.text()));
}
