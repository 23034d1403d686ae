import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What is in the way of somebody, and how many rules were looked at. Of the page itself, not of a frame in it. */
export async function axe(
  page: Page,
  within?: string,
): Promise<{ readonly violations: readonly string[]; readonly rules: number }> {
  // Otherwise every run opens a page of its own to put the findings of frames together: four times as long.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (within !== undefined) builder.include(within);
  const { violations, passes } = await builder
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  return {
    rules: passes.length + violations.length,
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  };
}
