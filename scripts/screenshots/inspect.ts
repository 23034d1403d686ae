import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What no picture shows at a glance: everything here is a fault. */
export async function inspect(page: Page, width: number): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const drawn = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    small: [...document.querySelectorAll('a, button, input, select, summary, label:has(input)')]
      // A link within a sentence is as high as its line, which WCAG 2.5.8 allows.
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => {
        // A radio button is pressed by its label as well.
        const target = element.closest('label:has(input)') ?? element;
        const { width: across, height } = target.getBoundingClientRect();
        return { words: element.textContent, across, height };
      })
      .filter(({ across, height }) => across > 0 && (across < 23.5 || height < 23.5))
      .map(({ words, across, height }) => `${words}: ${across} × ${height}`),
  }));
  return [
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(drawn.scrollWidth > width ? [`${drawn.scrollWidth} px wide`] : []),
    ...drawn.small.map((target) => `small target: ${target}`),
  ];
}
