import type { FrameLocator } from 'playwright-core';

export interface Findings {
  readonly verdict: string | null;
  readonly outcome: string | null;
  readonly checks: Readonly<Record<string, string | null>>;
  readonly replies: readonly (string | null)[];
}

/** What the hooks of docs/testing.md say, all of them at one moment. */
export async function readFindings(app: FrameLocator): Promise<Findings> {
  const verdict = app.locator('[data-verdict]').first();
  // The checks are fetched later than the verdict, all five of them at once.
  if ((await verdict.getAttribute('data-verdict')) !== 'blocked') {
    await app.locator('[data-check]').nth(4).waitFor();
  }
  return verdict.evaluate((first) => {
    const all = (hook: string) => [...document.querySelectorAll(`[${hook}]`)];
    return {
      verdict: first.getAttribute('data-verdict'),
      outcome: first.getAttribute('data-outcome'),
      checks: Object.fromEntries(
        all('data-check').map((check) => [
          check.getAttribute('data-check') ?? '',
          check.getAttribute('data-answer'),
        ]),
      ),
      replies: all('data-reply').map((reply) => reply.getAttribute('data-reply')),
    };
  });
}
