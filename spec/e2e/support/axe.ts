import { source, type AxeResults, type ElementContext, type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { freshTexts } from './fresh-texts';

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

/** All that does not depend on contrast, which takes twenty times as long as the rest together. */
const butContrast: RunOptions = {
  ...options,
  rules: { ...options.rules, 'color-contrast': { enabled: false } },
};
const ofContrast: RunOptions = { ...options, rules: {}, runOnly: ['color-contrast'] };

interface Found {
  readonly violations: readonly string[];
  readonly rules: number;
}

/**
 * The same of a page that shows one state after the other: contrast only of texts that are painted as none before was.
 */
export async function axeOfFresh(page: Page, which: 'all' | 'of colors'): Promise<Found> {
  const rest = await axe(page, {
    rules: which === 'all' ? butContrast : { ...options, runOnly: ['link-in-text-block'] },
  });
  const fresh = await page.evaluateHandle(freshTexts);
  const contrast = await page.evaluate(
    ([texts, how]) => (texts.length > 0 ? (window as WithAxe).axe?.run(texts, how) : undefined),
    [fresh, ofContrast] as const,
  );
  const { violations, rules } = read(contrast);
  return { rules: rest.rules + rules, violations: [...rest.violations, ...violations] };
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
  return read(results);
}

function read(results: Pick<AxeResults, 'violations' | 'passes'> = { violations: [], passes: [] }) {
  const { violations, passes } = results;
  return {
    rules: passes.length + violations.length,
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  };
}
