import german from '../../translations/panel/de.json';
import english from '../../translations/panel/en.json';
import { appFrame, aMoment, askedOf, focusedIn, listenFromStart } from './support/app-view';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench();
const words = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

describe('by keyboard alone', () => {
  test('from the list of tickets to the inserted reply', async () => {
    const { sandbox, open } = workbench();
    const ticket = await open('no_account');
    const { page } = ticket;
    await page.goto(sandbox.url);
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong_site_reset');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await ticket.findings();
    await ticket.reply('wrong_site_reset').locator('[data-action="insert"]').waitFor();

    const frame = await appFrame(page);
    const stops: string[] = [];
    let focused = await focusedIn(frame);
    for (let turn = 0; turn < 60 && focused?.action !== 'insert'; turn += 1) {
      await page.keyboard.press('Tab');
      focused = await focusedIn(frame);
      if (focused) {
        stops.push(focused.words);
        expect(focused).toEqual({ ...focused, visible: true });
      }
    }
    expect(focused?.words).toBe(english['reply.insert']);
    // At most the address and the preview come before it.
    expect(stops.length).toBeLessThanOrEqual(5);

    await page.keyboard.press('Enter');
    await ticket.reply('wrong_site_reset').locator('[data-inserted="ok"]').waitFor();
    expect(await ticket.composer.innerText()).toContain('Wanda');
    expect(await focusedIn(frame)).toMatchObject({ action: 'insert', visible: true });
  });

  test('every stop shows where it is, and the last leads out again', async () => {
    const ticket = await workbench().open('several_causes');
    await ticket.findings();
    await ticket.page.locator('[data-action="reload-app"]').focus();
    const frame = await appFrame(ticket.page);
    const stops: (string | undefined)[] = [];
    do {
      await ticket.page.keyboard.press('Tab');
      const focused = await focusedIn(frame);
      expect(focused?.visible).not.toBe(false);
      stops.push(focused?.words);
    } while (stops.at(-1) !== undefined && stops.length < 60);
    expect(stops.length).toBeLessThan(60);
    expect(stops).toContain(english['footer.refresh']);
  });
});

describe('focus', () => {
  test.each([
    ['while everything is asked', 'wrong_site_reset', 'customersdot'],
    ['after an early verdict', 'reseller', 'gitlab_log'],
  ] as const)('stays where it was when answers land: %s', async (_, scenario, slow) => {
    const { sandbox, open } = workbench();
    sandbox.setDelay(slow, 2500);
    const ticket = await open(scenario);
    const frame = await appFrame(ticket.page);
    const held = slow === 'gitlab_log' ? '[data-action="insert"]' : 'footer button';
    await frame.locator(held).focus();
    await frame.locator(held).evaluate((element) => {
      Object.assign(window, { held: element });
    });
    expect(await ticket.app.locator('[data-running="true"]').count()).toBe(1);
    await ticket.findings();
    expect(
      await frame.evaluate(
        () => document.activeElement === (window as unknown as { held: Element }).held,
      ),
    ).toBe(true);
  });
});

describe('live region', () => {
  test('one sentence for each change', async () => {
    const ticket = await workbench().open('wrong_site_reset');
    const said = await listenFromStart(ticket.page);
    await ticket.findings();
    const opening = [
      words(english['say.checking'], { address: 'wanda.west@example.com' }),
      words(english['say.settled'], { outcome: english['outcome.wrong_site_reset'] }),
    ];
    expect(await said()).toEqual(opening);
    expect(await ticket.app.locator('[role="status"], [role="alert"], [aria-live]').count()).toBe(
      1,
    );

    await ticket.insert('wrong_site_reset');
    const [, , third, ...more] = await said();
    expect(third).toMatch(/^In the composer since /);
    expect(more).toEqual([]);

    await ticket.app.getByRole('button', { name: english['footer.refresh'] }).click();
    await ticket.findings();
    expect((await said()).slice(3)).toEqual([
      words(english['say.again'], { verdict: opening[1] ?? '' }),
    ]);
  });
});

test('another requester: asked anew, and said', async () => {
  const { sandbox, open } = workbench();
  const ticket = await open('wrong_site_reset');
  await ticket.findings();
  const before = askedOf(sandbox, 'wrong_site_reset');
  await ticket.changeRequester();

  await ticket.app.locator('[data-outcome="reseller"]').waitFor();
  const findings = await ticket.findings();
  expect(findings).toMatchObject({ outcome: 'reseller', replies: ['reseller'] });
  await ticket.app.getByText(english['requester_changed.text']).waitFor();
  expect(before).toEqual({ customersdot: 1, portal_log: 1, gitlab_log: 1 });
  expect(askedOf(sandbox, 'wrong_site_reset')).toEqual({
    customersdot: 2,
    portal_log: 2,
    gitlab_log: 2,
  });

  await ticket.app.getByRole('button', { name: english['requester_changed.dismiss'] }).click();
  expect(await ticket.app.getByText(english['requester_changed.text']).count()).toBe(0);
});

describe('nothing is asked while nobody looks', () => {
  test('opened with the tray closed', async () => {
    const { sandbox, open } = workbench();
    const ticket = await open('no_account', { tray: 'closed' });
    await ticket.app.locator('[data-verdict="pending"]').waitFor({ state: 'attached' });
    await aMoment();
    expect(sandbox.requests()).toEqual([]);

    await ticket.page.locator('[data-control="tray"]').click();
    expect(await ticket.findings()).toMatchObject({ outcome: 'no_account' });
  });

  test('tab in the background: what is missing is asked on return, and no more', async () => {
    const { sandbox, open } = workbench();
    sandbox.setDelay('gitlab_log', 60_000);
    const { page } = await open('no_account');
    const frame = await appFrame(page);
    await frame.locator('[data-check="portal_reset"][data-answer="none"]').waitFor();
    await frame.locator('[data-check="account"][data-answer="absent"]').waitFor();
    const once = { customersdot: 1, portal_log: 1, gitlab_log: 1 };
    expect(askedOf(sandbox, 'no_account')).toEqual(once);

    await page.locator('[data-ticket="reseller"]').click();
    sandbox.setDelay('gitlab_log', undefined);
    await aMoment();
    expect(askedOf(sandbox, 'no_account')).toEqual(once);

    await page.locator('[data-tab="no_account"]').click();
    await frame.locator('[data-running="false"]').waitFor();
    expect(askedOf(sandbox, 'no_account')).toEqual({ ...once, gitlab_log: 2 });
  });

  test.each(['.app-name', '[data-control="tray"]'])('folded away with %s', async (fold) => {
    const { sandbox, open } = workbench();
    sandbox.setDelay('customersdot', 60_000);
    const ticket = await open('no_account');
    await ticket.app.locator('[data-check="portal_reset"][data-answer="none"]').waitFor();
    await ticket.page.locator(fold).click();
    sandbox.setDelay('customersdot', undefined);
    await aMoment();
    expect(askedOf(sandbox, 'no_account')).toMatchObject({ customersdot: 1 });

    await ticket.page.locator(fold).click();
    expect(await ticket.findings()).toMatchObject({ outcome: 'no_account' });
    expect(askedOf(sandbox, 'no_account')).toMatchObject({ customersdot: 2, portal_log: 1 });
  });
});

describe('offline', () => {
  test('said, nothing lost, nothing asked; back again without being asked twice', async () => {
    const { sandbox, open } = workbench();
    const ticket = await open('unconfirmed');
    const before = await ticket.findings();
    const asked = askedOf(sandbox, 'unconfirmed');
    await ticket.page.context().setOffline(true);
    await ticket.app.getByText(/^You are offline\. What is shown was checked/).waitFor();
    expect(await ticket.findings()).toEqual(before);

    await ticket.page.context().setOffline(false);
    await ticket.app.getByText(english['say.online']).waitFor();
    expect(await ticket.app.getByText(/^You are offline/).count()).toBe(0);
    expect(askedOf(sandbox, 'unconfirmed')).toEqual(asked);
  });

  test('a line that fails without saying so: every source is said to be out of reach', async () => {
    const ticket = await workbench().open('unconfirmed');
    await ticket.findings();
    const offline = ticket.page.locator('[data-control="offline"]');
    await offline.check();
    const refresh = ticket.app.getByRole('button', { name: english['footer.refresh'] });
    await refresh.click();
    await ticket.app.locator('[data-failure]').nth(2).waitFor();
    expect(await ticket.app.locator('[data-failure="unreachable"]').count()).toBe(3);

    await offline.uncheck();
    await refresh.click();
    await ticket.app.locator('[data-outcome="unconfirmed"]').waitFor();
  });
});

test('the panel speaks the agent’s language', async () => {
  const ticket = await workbench().open('wrong_site_reset', { locale: 'de' });
  await ticket.findings();
  const frame = await appFrame(ticket.page);
  expect(await frame.locator('html').getAttribute('lang')).toBe('de');
  const text = await frame.locator('body').innerText();
  expect(text).toContain(german['outcome.wrong_site_reset']);
  expect(text).toContain(german['reply.insert']);
  expect(text).not.toContain(english['checks.heading']);
});

test('the colours change with Zendesk’s, without starting over', async () => {
  const ticket = await workbench().open('wrong_site_reset');
  await ticket.findings();
  const frame = await appFrame(ticket.page);
  const colors = () =>
    frame.evaluate(() => {
      const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
      return { backgroundColor, colorScheme, text: getComputedStyle(document.body).color };
    });
  const light = await colors();
  await frame.evaluate(() => Object.assign(window, { stayed: true }));
  await ticket.page.locator('[data-control="scheme"]').click();
  await frame.waitForFunction(
    () => getComputedStyle(document.documentElement).colorScheme === 'dark',
  );
  const dark = await colors();
  expect(light).toMatchObject({ backgroundColor: 'rgb(255, 255, 255)', colorScheme: 'light' });
  expect(dark.backgroundColor).not.toBe(light.backgroundColor);
  expect(dark.text).not.toBe(light.text);
  expect(await frame.evaluate(() => 'stayed' in window)).toBe(true);
});
