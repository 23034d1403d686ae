import type { FrameLocator } from 'playwright-core';

export interface Findings {
  readonly verdict: string | null;
  readonly outcome: string | null;
  readonly checks: Readonly<Record<string, string | null>>;
  readonly replies: readonly (string | null)[];
}

/** What the hooks of docs/testing.md say. */
export async function readFindings(app: FrameLocator): Promise<Findings> {
  const verdict = app.locator('[data-verdict]').first();
  const answer = await verdict.getAttribute('data-verdict');
  // The checks are fetched later than the verdict, all five of them at once.
  if (answer !== 'blocked') await app.locator('[data-check]').nth(4).waitFor();
  const checks = await app.locator('[data-check]').all();
  const replies = await app.locator('[data-reply]').all();
  return {
    verdict: answer,
    outcome: await verdict.getAttribute('data-outcome'),
    checks: Object.fromEntries(
      await Promise.all(
        checks.map(async (check) => [
          await check.getAttribute('data-check'),
          await check.getAttribute('data-answer'),
        ]),
      ),
    ) as Findings['checks'],
    replies: await Promise.all(replies.map((reply) => reply.getAttribute('data-reply'))),
  };
}
