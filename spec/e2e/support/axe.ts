import { source, type AxeResults, type ElementContext, type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

interface WithAxe {
  readonly axe?: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
}

/** Of the page itself, not of a frame in it. */
const options: RunOptions = {
  iframes: false,
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } },
};

/** The rules whose answer depends on colours. */
export const ofColors: RunOptions = {
  ...options,
  runOnly: ['color-contrast', 'link-in-text-block'],
};

interface Found {
  readonly violations: readonly string[];
  readonly rules: number;
}

/** What is in the way of somebody, and how many rules were looked at. */
export async function axe(
  page: Page | Frame,
  { within = 'html', rules = options }: { within?: string; rules?: RunOptions } = {},
): Promise<Found> {
  // Half a megabyte of script: once for all that the page shows.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = await page.evaluate(
    ([context, how]) => (window as WithAxe).axe?.run(context, how),
    [within, rules] as const,
  );
  if (!results) throw new Error('Axe is not in the page.');
  const { violations, passes } = results;
  return {
    rules: passes.length + violations.length,
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  };
}
