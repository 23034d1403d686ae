import { appFrame } from './support/app-view';
import { axe } from './support/axe';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();

describe.each(['light', 'dark'] as const)('the workspace in %s', (scheme) => {
  test('is accessible to all, as are its panels', async () => {
    const ticket = await workbench().open('several_causes', { scheme });
    await ticket.findings();
    expect((await axe(ticket.page)).violations).toEqual([]);
    for (const panel of ['faults', 'requests']) {
      await ticket.page.locator(`[data-control="${panel}"]`).click();
      const opened = ticket.page.locator('.dock .panel:not([hidden])');
      await opened.locator('fieldset, tbody tr').nth(3).waitFor();
      expect([panel, (await axe(ticket.page, { within: '.dock' })).violations]).toEqual([
        panel,
        [],
      ]);
    }
  });
});

test('links to the other services lead to the local ones', async () => {
  const { sandbox, open } = workbench();
  const ticket = await open('reseller');
  await ticket.findings();
  const context = ticket.page.context();
  const outside: string[] = [];
  await context.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    (route) => {
      outside.push(route.request().url());
      return route.fulfill({ body: '' });
    },
  );
  const links = ticket.app.locator('[data-source] a[href^="https://"]');
  const count = await links.count();
  expect(count).toBeGreaterThanOrEqual(4);
  for (let nth = 0; nth < count; nth += 1) {
    const link = links.nth(nth);
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await opened.waitForLoadState();
    const meant = new URL((await link.getAttribute('href')) ?? '');
    const reached = new URL(opened.url());
    expect(reached.hostname).toBe('127.0.0.1');
    expect([reached.origin, reached.pathname]).not.toEqual([sandbox.url, meant.pathname]);
    expect((await opened.locator('body').innerText()).length).toBeGreaterThan(20);
    expect(await opened.locator('body').innerText()).not.toMatch(/^Cannot GET|not found/i);
    await opened.close();
  }
  expect(outside).toEqual([]);
});

test('no secret reaches a browser: not the page, not the log, not the app', async () => {
  const { sandbox, open } = workbench();
  const ticket = await open('reset_not_delivered', { own: true });
  const { page } = ticket;
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)), true);
  });
  await page.reload();
  await ticket.findings();
  await page.locator('[data-control="requests"]').click();
  const rows = page.locator('.dock tbody tr');
  await rows.nth(3).waitFor();
  // By their numbers: an answer that comes late puts a row before the others, and draws its own anew.
  for (const { id } of sandbox.requests()) {
    await page.locator(`.dock tr[data-id="${id}"] summary`).click();
  }
  await page.locator('.dock').getByText('Authorization: Bearer ••••••').first().waitFor();

  const frame = await appFrame(page);
  const heard = await frame.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const sheets = {
    page: await page.content(),
    log: await page.locator('.dock').innerText(),
    app: await frame.content(),
    messages: heard.join('\n'),
    requests: await (await fetch(`${sandbox.url}/sandbox/requests`)).text(),
    workspace: await (await fetch(`${sandbox.url}/sandbox/workspace`)).text(),
    kept: JSON.stringify(sandbox.requests()),
  };
  // They were sent, masked where they are shown.
  expect(sheets.log).toContain('Authorization: Bearer ••••••');
  expect(heard.length).toBeGreaterThan(5);
  expect(sandbox.secrets).toHaveLength(2);
  const told = Object.entries(sheets).flatMap(([where, text]) =>
    sandbox.secrets
      .flatMap((secret) => [secret, btoa(`api:${secret}`), encodeURIComponent(secret)])
      .filter((secret) => text.includes(secret))
      .map(() => where),
  );
  expect(told).toEqual([]);
});

test('a ticket is found by its number as well', async () => {
  const { sandbox, open } = workbench();
  const { page } = await open('reseller');
  const number = sandbox.scenarios.find(({ id }) => id === 'unconfirmed')?.ticket.number ?? 0;
  await page.goto(sandbox.ticketUrl(String(number)));
  await expect(page.locator('[data-tab="unconfirmed"]').waitFor()).resolves.toBeUndefined();
});
