import type { Page } from 'playwright-core';

/** What must not happen behind the panel's back. The list grows while the page lives. */
export function watchForProblems(page: Page, appUrl: string): readonly string[] {
  const problems: string[] = [];
  const isOwnFile = (url: string): boolean =>
    url.startsWith(appUrl) &&
    /^\/((\w+\/)?assets\/|sdk\.js$|sandbox\.js$)/.test(new URL(url).pathname);

  // Violations of the Content-Security-Policy are console errors too.
  page.on('console', (message) => {
    // Chromium reports what the host page was refused by its own API; the app's frame has no connection at all.
    const ofHost = message.location().url.includes('/api/v2/');
    if (!ofHost && ['error', 'warning'].includes(message.type())) {
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => {
    problems.push(`uncaught: ${error.message}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    const fromApp = request.frame().url().startsWith(appUrl);
    if (fromApp && !url.startsWith('data:') && !isOwnFile(url)) {
      problems.push(`request from the app's frame: ${url}`);
    }
  });
  page.on('crash', () => {
    problems.push('the page crashed');
  });
  return problems;
}
