import type { Browser } from 'playwright-core';
import { bundle } from '../../sandbox/bundle';
import type * as page from './linear-page';
import type { Row } from './table';

const size = 16_384;
/** ms. Below it the figures say more of the clock than of the reader. */
const tooShort = 0.05;

/** Each reader of somebody else's text, with texts that make a careless one slow: n characters, and twice as many. */
export async function timeLinear(
  browser: Browser,
  root: string,
  rounds: number,
): Promise<readonly Row[]> {
  const opened = await browser.newPage();
  const content = bundle(root, 'scripts/bench/linear-page.ts', { globalName: 'linear' });
  await opened.addScriptTag({ content });
  const grown = await opened.evaluate(
    ([length, times]) => {
      const { linear } = globalThis as unknown as { readonly linear: typeof page };
      return linear.timeReaders(length, times);
    },
    [size, rounds] as const,
  );
  await opened.close();
  return grown
    .map((one) => ({ ...one, ratio: one.n < tooShort ? NaN : one.twice / one.n }))
    .toSorted((one, other) => (other.ratio || 0) - (one.ratio || 0))
    .map(({ reader, pump, n, twice, ratio }) => [
      reader,
      `\`${JSON.stringify(pump)}\``,
      `${n.toFixed(3)} ms`,
      `${twice.toFixed(3)} ms`,
      Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)} ×`,
    ]);
}

/** Markdown. Squared, the ratio would be 4; a text that is cut costs the same however long it was. */
export function linearText(rows: readonly Row[]): string {
  const head: Row = ['Reader', 'Text of', `n = ${size.toLocaleString('en')}`, '2n', '2n / n'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
