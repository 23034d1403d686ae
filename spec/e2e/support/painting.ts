import type { Frame, Page } from 'playwright-core';

export interface Painting {
  /** Where the verdict and its heading have stood, px from the top, each place once in the order of being there. */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /**
   * What can be pressed and once stood somewhere else, by its words, with both places.
   */
  readonly moved: readonly string[];
  /** Directives of the Content-Security-Policy that something went against. */
  readonly violations: readonly string[];
}

/** From now on every frame keeps account of where the verdict stands and of what its policy forbids. */
export async function watchPainting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = {
      places: {} as Record<string, number[]>,
      moved: [] as string[],
      violations: [] as string[],
    };
    const stood = new Map<Element, number>();
    Object.assign(window, { kept });
    document.addEventListener('securitypolicyviolation', (event) => {
      kept.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
    new MutationObserver(() => {
      for (const part of ['[data-verdict]', '[data-verdict] h2']) {
        const top = document.querySelector(part)?.getBoundingClientRect().top;
        const places = (kept.places[part] ??= []);
        if (top !== undefined && !places.includes(top + scrollY)) places.push(top + scrollY);
      }
      for (const pressed of document.querySelectorAll('main :is(a, button, select, summary)')) {
        const { top, height } = pressed.getBoundingClientRect();
        if (height === 0) continue;
        const before = stood.get(pressed) ?? top + scrollY;
        stood.set(pressed, top + scrollY);
        if (Math.abs(before - top - scrollY) < 1) continue;
        kept.moved.push(`${pressed.textContent}: ${before} → ${top + scrollY}`);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

export const paintingOf = (frame: Frame): Promise<Painting> =>
  frame.evaluate(() => (window as unknown as { kept: Painting }).kept);
