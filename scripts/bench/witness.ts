import type { Frame, Page } from 'playwright-core';

/** What the page noticed, in epoch ms, which every process of the browser tells alike. */
export interface Witness {
  /** Questions that left the app's frame, as the workspace got them. */
  readonly questions: { readonly key: string; readonly url: string; readonly at: number }[];
  /** Reads of the ticket: one message to Zendesk each. */
  readonly gets: { readonly paths: number; readonly at: number }[];
  /** Answers as they reach the app's frame, by the key of their question. */
  readonly answers: Record<string, number>;
  /** The panel has been drawn for the first time. */
  panel: number | undefined;
  verdict: number | undefined;
  /** The sum of all layout shifts so far, as Chromium counts them. */
  shift: number;
}

/**
 * Runs in the workspace's page and in the app's frame before their own scripts. Only nameless functions in here:
 * tsx marks named ones with a helper that pages do not have.
 */
export function witness(): void {
  const seen: Witness = {
    questions: [],
    gets: [],
    answers: {},
    panel: undefined,
    verdict: undefined,
    shift: 0,
  };
  Object.assign(window, { witness: seen });

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.shift += (entry as PerformanceEntry & { readonly value: number }).value;
    }
  }).observe({ type: 'layout-shift', buffered: true });

  window.addEventListener(
    'message',
    ({ data }: MessageEvent<unknown>) => {
      const at = performance.timeOrigin + performance.now();
      const { key, request, params, message } = (
        typeof data === 'string' ? JSON.parse(data) : (data ?? {})
      ) as { key?: string; request?: string; params?: unknown[]; message?: { url?: string } };
      if (key?.startsWith('request:')) {
        seen.questions.push({ key, url: message?.url ?? '', at });
      } else if (request === 'get') {
        seen.gets.push({ paths: params?.length ?? 0, at });
      }
      const [, answered] = /^zaf\.(request:.+)\.(?:done|fail)$/.exec(key ?? '') ?? [];
      if (answered !== undefined) seen.answers[answered] ??= at;
    },
    true,
  );

  new MutationObserver((_, observer) => {
    const at = performance.timeOrigin + performance.now();
    const verdict = document.querySelector<HTMLElement>('[data-verdict]');
    if (!verdict) return;
    seen.panel ??= at;
    if (verdict.dataset['verdict'] !== 'settled') return;
    seen.verdict = at;
    observer.disconnect();
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-verdict'],
  });
}

export const witnessOf = (where: Page | Frame): Promise<Witness> =>
  where.evaluate(() => (window as unknown as { witness: Witness }).witness);

/** What one page has seen is not to be taken for what the next ticket does. */
export const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { questions, gets } = (window as unknown as { witness: Witness }).witness;
    questions.length = 0;
    gets.length = 0;
  });
