import type { Frame } from 'playwright-core';
import english from '../../translations/panel/en.json';
import { allSent, appFrame, askedOf } from './support/app-view';
import { axe, ofColors } from './support/axe';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();

describe.each(['light', 'dark'] as const)('the workspace in %s', (scheme) => {
  test('is accessible to all, as are its panels', async () => {
    const ticket = await workbench().open('several_causes', { scheme });
    await ticket.findings();
    expect((await axe(ticket.page)).violations).toEqual([]);
    for (const panel of ['faults', 'requests']) {
      await ticket.page.locator(`[data-control="${panel}"]`).click();
      const opened = ticket.page.locator('.dock details[open] .panel');
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
  const ticket = await open('reseller', { own: true });
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
  const ticket = await open('reset_not_delivered', {
    own: (empty) =>
      empty.addInitScript(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)), true);
      }),
  });
  const { page } = ticket;
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
  const number = sandbox.scenarios.find(({ id }) => id === 'unconfirmed')?.ticket.number ?? 0;
  const { page } = await open(String(number));
  await expect(page.locator('[data-tab="unconfirmed"]').waitFor()).resolves.toBeUndefined();
});

describe('the check of the set-up', () => {
  const linesOf = (frame: Frame) =>
    frame.locator('[data-setup]').evaluateAll((lines) =>
      lines.map((line) => {
        const { setup, state } = (line as HTMLElement).dataset;
        return `${setup ?? ''}: ${state ?? ''}`;
      }),
    );

  test('by an admin, in the sandbox as it is: stopped, made again, copied, read in both schemes', async () => {
    const { sandbox, open } = workbench();
    const ticket = await open('wrong_site_reset', { role: 'admin' });
    await ticket.findings();
    const frame = await appFrame(ticket.page);
    const press = (action: string) => frame.locator(`[data-action="${action}"]`).click();
    const before = sandbox.requests().length;

    const release = sandbox.hold('portal_log');
    await press('check-setup');
    await frame.getByText(/^Checking Mailgun: \d+ of \d+$/).waitFor();
    expect(await frame.getByRole('progressbar').getAttribute('value')).toMatch(/^[1-9]/);
    expect(await linesOf(frame)).toContain('portal-answers: works');
    await press('cancel-setup');
    await frame.getByText(english['setup.panel.stopped'], { exact: true }).waitFor();
    const asked = sandbox.requests().length;
    release();
    await allSent(ticket.page);
    expect(sandbox.requests()).toHaveLength(asked);
    expect(await linesOf(frame)).not.toContain('mailgun-key: works');

    await press('check-setup-again');
    await frame.getByText(english['setup.panel.all_good'], { exact: true }).waitFor();
    const lines = await linesOf(frame);
    expect(lines.filter((line) => !line.endsWith(': works'))).toEqual([]);
    expect(lines).toHaveLength(35);
    const sent = sandbox.requests().slice(before);
    expect(sent.length).toBeGreaterThan(50);
    expect(sent.filter(({ method, asked: url }) => !isRead(method, url))).toEqual([]);

    await frame.evaluate(() => {
      const writeText = (text: string): Promise<void> => {
        document.documentElement.dataset['copied'] = text;
        return Promise.resolve();
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await press('copy-setup');
    const copied = (await frame.locator('html[data-copied]').getAttribute('data-copied')) ?? '';
    expect(copied).toMatch(/^## Set-up check of .* \d+\.\d+\.\d+\n/);
    expect(copied.split('\n').filter((row) => row.startsWith('| works |'))).toHaveLength(35);
    expect(copied).not.toMatch(/@|wanda|\bwest\b|\balex\b/i);
    expect(sandbox.secrets.filter((secret) => copied.includes(secret))).toEqual([]);

    expect((await axe(frame)).violations).toEqual([]);
    await ticket.page.locator('[data-control="scheme"]').click();
    await frame.waitForFunction(
      () =>
        getComputedStyle(document.documentElement).colorScheme === 'dark' &&
        document.getAnimations().length === 0,
    );
    expect((await axe(frame, { rules: ofColors })).violations).toEqual([]);
  });

  test('what makes verdicts unsafe stands above them until a check finds it mended', async () => {
    const ticket = await workbench().open('blind_key', { role: 'admin', own: true });
    const { page } = ticket;
    await ticket.findings();
    const frame = await appFrame(page);
    const unsafe = frame.locator('[data-unsafe="mailgun-portal-mail"]');
    await frame.locator('[data-action="check-setup"]').click();
    await frame.locator('[data-action="copy-setup"]').waitFor();
    expect(await linesOf(frame)).toContain('mailgun-portal-mail: fails');
    await unsafe.waitFor();

    await page.locator('[data-ticket="reseller"]').click();
    await page.locator('[data-tab="blind_key"]').click();
    await unsafe.waitFor();
    expect(await linesOf(frame)).toContain('mailgun-portal-mail: fails');
    await frame.getByRole('button', { name: english['setup.panel.close'] }).click();
    expect(await unsafe.count()).toBe(1);
    const kept = () => [Object.entries(sessionStorage), localStorage.length, document.cookie];
    expect(await frame.evaluate(kept)).toEqual([[['unsafe-set-up', 'mailgun-portal-mail']], 0, '']);
    // The next ticket in this tab knows of it too.
    await page.locator('[data-ticket="unconfirmed"]').click();
    const next = page.frameLocator('.tray-content:not([hidden]) iframe');
    await next.locator('[data-unsafe="mailgun-portal-mail"]').waitFor();
    await page.locator('[data-tab="blind_key"]').click();

    // Mailgun lets the key see that domain from now on.
    const [blind, seen] = ['mail.customers.example.com', 'customers.gitlab.com'];
    await page.route('**/sandbox/proxy', async (route) => {
      const asked = route.request().postData() ?? '';
      if (!asked.includes(blind)) return route.continue();
      const answer = await route.fetch({ postData: asked.replaceAll(blind, seen) });
      return route.fulfill({
        response: answer,
        body: (await answer.text()).replaceAll(seen, blind),
      });
    });
    await frame.locator('[data-action="check-setup"]').click();
    await frame.locator('[data-action="check-setup-again"]').click();
    await unsafe.waitFor({ state: 'detached' });
    await frame.locator('[data-action="copy-setup"]').waitFor();
    expect(await linesOf(frame)).toContain('mailgun-portal-mail: works');
    expect(await frame.evaluate(kept)).toEqual([[], 0, '']);
  });
});

/** Nothing of what the check asks changes anything. */
const isRead = (method: string, url: string): boolean =>
  method === 'GET' || (method === 'POST' && url.endsWith('/v1/analytics/logs'));

test('the sandbox’s switch “Offline” says so as a browser does; coming back asks again', async () => {
  const { sandbox, open } = workbench();
  const ticket = await open('reseller');
  const before = await ticket.findings();
  const asked = askedOf(sandbox, 'reseller');
  const offline = ticket.page.locator('[data-control="offline"]');
  await offline.check();
  const banner = ticket.app.getByText(english['offline.text'].replace(/\{time.*/, ''));
  await banner.waitFor();
  await ticket.app.getByRole('button', { name: english['footer.refresh'] }).click();
  await ticket.app.locator('[data-action="check-again"]').waitFor();
  expect(askedOf(sandbox, 'reseller')).toEqual(asked);

  await offline.uncheck();
  await banner.waitFor({ state: 'detached' });
  await allSent(ticket.page);
  expect(await ticket.findings()).toEqual(before);
  expect(askedOf(sandbox, 'reseller')).not.toEqual(asked);
});
