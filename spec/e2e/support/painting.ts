import type { Frame, Page } from 'playwright-core';

export interface Painting {
  /** The sum of all layout shifts so far, as Chromium counts them. */
  readonly shift: number;
  readonly shifts: readonly string[];
  /** Directives of the Content-Security-Policy that something went against. */
  readonly violations: readonly string[];
}

/** From now on every frame keeps account of what moves on it and of what its policy forbids. */
export async function watchPainting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = { shift: 0, shifts: [] as string[], violations: [] as string[] };
    Object.assign(window, { kept });
    document.addEventListener('securitypolicyviolation', (event) => {
      kept.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const moved = entry.sources.map(({ node }) => node?.textContent?.slice(0, 30) ?? '');
        kept.shift += entry.value;
        kept.shifts.push(`${entry.value.toFixed(4)} ${moved.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** After the frames that are still to be painted. */
export const paintingOf = (frame: Frame): Promise<Painting> =>
  frame.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((painted) => {
        requestAnimationFrame(painted);
      });
    }
    return (window as unknown as { kept: Painting }).kept;
  });
