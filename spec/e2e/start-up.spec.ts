import type { FrameLocator, Page } from 'playwright-core';
import { outcomeIds } from '../support/editions';
import { appFrame, focusedIn } from './support/app-view';
import { openPage } from './support/opened-ticket';
import { paintingOf, watchPainting } from './support/painting';
import { useWorkbench } from './support/workbench';

const workbench = useWorkbench(watchPainting);
const figures: string[] = [];

afterAll(() => {
  console.log(`The glance, and what a first opening loads:\n${figures.join('\n')}`);
});

/** What the agent sees without scrolling, px. */
const glance = 480;

test('a skeleton is painted before any script', async () => {
  const { sandbox, browser } = workbench();
  const { page, problems, close } = await openPage(browser, sandbox);
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route('**/assets/app.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(sandbox.ticketUrl('reseller'), { waitUntil: 'commit' });
  const frame = await appFrame(page);
  await frame.locator('.skeleton').waitFor();
  expect(await frame.locator('[data-verdict]').count()).toBe(0);
  const bones = await frame.locator('.skeleton i').evaluateAll((all) =>
    all.map((bone) => {
      const { width, height } = bone.getBoundingClientRect();
      return { wide: width > 100, high: height >= 14, ink: getComputedStyle(bone).backgroundColor };
    }),
  );
  expect(bones).toHaveLength(4);
  expect(bones).toEqual(
    bones.map(() => ({ wide: true, high: true, ink: 'rgba(128, 128, 128, 0.18)' })),
  );
  // The words for a script that never comes are not there yet.
  expect(await frame.locator('.skeleton p').isVisible()).toBe(false);

  arrive();
  await frame.locator('[data-verdict="settled"]').waitFor();
  expect(await frame.locator('.skeleton').count()).toBe(0);
  expect(problems).toEqual([]);
  await close();
});

describe.each(outcomeIds)('%s at 320 px', (outcome) => {
  test('the glance holds address, verdict and button; nothing moves the verdict, nor what can be pressed; the policy is kept', async () => {
    const { sandbox, open } = workbench();
    const releases = (['customersdot', 'portal_log', 'gitlab_log'] as const).map(sandbox.hold);
    // What comes after the verdict may be a failure too.
    if (outcome === 'reseller') {
      sandbox.setFault('portal_log', '500');
      sandbox.setFault('gitlab_log', '500');
    }
    const ticket = await open(outcome, { width: 320 });
    await ticket.app.locator('[data-verdict="pending"]').waitFor();
    const reply = ticket.reply(outcome);
    // So long that the checks are shown while they are waited for.
    if (outcome === 'wrong_site_reset')
      await ticket.app.locator('[data-action="answer"]').waitFor();
    const [first, ...others] = releases;
    first?.();
    // Where one answer settles it, all the others come when the verdict is there already.
    if (['reseller', 'no_account'].includes(outcome)) {
      await reply.locator('[data-action="insert"]').waitFor();
      // So late that what lies below the reply is there too.
      await ticket.app.locator('[data-action="post-note"]').waitFor();
    }
    others.forEach((release) => {
      release();
    });
    await ticket.findings();
    await reply.locator('[data-action="insert"]').waitFor();

    const frame = await appFrame(ticket.page);
    const ends = await Promise.all(
      [
        frame.getByText(ticketAddress(outcome)).first(),
        frame.locator('[data-outcome]'),
        reply.locator('[data-action="insert"]'),
      ].map((part) =>
        part.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return { top: top + scrollY, bottom: bottom + scrollY };
        }),
      ),
    );
    const { places, moved, violations } = await paintingOf(frame);
    figures.push(`${outcome}: insert button ends at ${ends.at(-1)?.bottom ?? Infinity} px`);

    expect(Math.max(...ends.map(({ bottom }) => bottom))).toBeLessThanOrEqual(glance);
    expect(ends.map(({ top }) => top)).toEqual(ends.map(({ top }) => top).sort((a, b) => a - b));
    expect(places).toEqual({
      '[data-verdict]': [expect.any(Number)],
      '[data-verdict] h2': [expect.any(Number)],
    });
    expect(moved).toEqual([]);
    expect(violations).toEqual([]);
  });
});

test('a form that is opened by hand stays where it is when the last source answers and nothing is settled', async () => {
  const { sandbox, open } = workbench();
  sandbox.setFault('portal_log', '401');
  const release = sandbox.hold('gitlab_log');
  const { page, app } = await open('wrong_site_reset', { width: 320 });
  await app.locator('[data-action="answer"]').click();
  const answer = app.locator('[data-hand="portal_reset=none"]');
  await answer.focus();
  const placeOf = () => answer.evaluate((button) => button.getBoundingClientRect().top + scrollY);
  const before = await placeOf();

  release();
  await app.locator('[data-verdict="open"]').waitFor();
  await app.locator('[data-action="post-note"]').waitFor();
  expect(await placeOf()).toBe(before);
  const focused = await focusedIn(await appFrame(page));
  expect(focused?.words).toBe('None found: Portal reset email');
});

test('what goes against the policy is stopped, and would be noticed', async () => {
  const { sandbox, browser } = workbench();
  const page = await browser.newPage();
  await watchPainting(page);
  await page.goto(`${sandbox.appUrl}/assets/index.html`);
  await page.locator('[data-verdict="blocked"]').waitFor();
  expect((await paintingOf(page.mainFrame())).violations).toEqual([]);

  const outcome = await page.evaluate(async (url) => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const sent = await fetch(url).then(
      () => 'sent',
      () => 'stopped',
    );
    return { ran: 'ran' in window, sent };
  }, sandbox.url);
  expect(outcome).toEqual({ ran: false, sent: 'stopped' });
  expect((await paintingOf(page.mainFrame())).violations).toEqual([
    expect.stringMatching(/^script-src/),
    expect.stringMatching(/^connect-src/),
  ]);
  await page.close();
});

test('what lies below the reply waits for who reads it, however late that is known', async () => {
  const { open } = workbench();
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((done) => {
    answer = done;
  });
  const ticket = await open('wrong_site_reset', {
    width: 320,
    async own(page) {
      await watchPainting(page);
      await page.route('**/api/v2/users/**', async (route) => {
        await answered;
        await route.continue();
      });
    },
  });
  const { page, app } = ticket;
  await app.locator('[data-verdict="settled"][data-running="false"]').waitFor();
  const replies = app.getByRole('region', { name: 'Reply' });
  await replies.getByText('Loading the text…').waitFor({ state: 'attached' });
  expect(await app.locator('[data-action="post-note"]').count()).toBe(0);

  answer();
  await ticket.reply('wrong_site_reset').locator('[data-action="insert"]').waitFor();
  await app.locator('[data-action="post-note"]').waitFor();
  expect((await paintingOf(await appFrame(page))).moved).toEqual([]);
});

describe('nothing that can be pressed moves, whatever comes last', () => {
  /** Answers nobody until it is released. */
  async function late(page: Page, files: string): Promise<() => void> {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((done) => {
      arrive = done;
    });
    await page.route(files, async (route) => {
      await arrived;
      await route.continue();
    });
    return arrive;
  }

  test.each([
    ['which addresses the ticket names', 'near_miss', '**/assets/ticket-text.js'],
    ['why a mail was lost', 'reset_refused', '**/assets/asked-parts.js'],
    ['the text of the reply', 'macro_missing', '**/api/v2/macros/**'],
  ])('%s', async (_, scenario, files) => {
    let arrive: () => void = () => undefined;
    const { page, app } = await workbench().open(scenario, {
      width: 320,
      async own(tab) {
        await watchPainting(tab);
        arrive = await late(tab, files);
      },
    });
    await app.locator('[data-verdict="settled"][data-running="false"]').waitFor();
    await app.getByRole('region', { name: 'Reply' }).waitFor();
    expect(await app.locator('[data-action="insert"], [data-action="post-note"]').count()).toBe(0);

    arrive();
    expect(await movedUntilWhole(page, app)).toEqual([]);
  });

  test('Mailgun’s lists', async () => {
    const { sandbox, open } = workbench();
    const release = sandbox.hold('suppressions');
    const { page, app } = await open('suppressed', { width: 320 });
    await app.locator('[data-verdict="settled"][data-running="false"]').waitFor();
    await app.getByText('Mailgun did not send it').waitFor();
    expect(await app.locator('[data-action="insert"], [data-caution]').count()).toBe(0);

    release();
    expect(await movedUntilWhole(page, app)).toEqual([]);
  });

  test('the result, where the reply does not depend on it', async () => {
    const { sandbox, open } = workbench();
    const release = sandbox.hold('customersdot');
    const { page, app } = await open('second_address_unverified', { width: 320 });
    await app.locator('[data-action="answer"]').waitFor();
    expect(await app.locator('[data-reply]').count()).toBe(0);

    release();
    expect(await movedUntilWhole(page, app)).toEqual([]);
  });

  test('what stands in the composer', async () => {
    const { page, app } = await workbench().open('existing_draft', { width: 320 });
    await app.locator('[data-action="post-note"]').waitFor();
    await app.getByText('Goes below your draft.').waitFor();
    expect((await paintingOf(await appFrame(page))).moved).toEqual([]);
  });

  test('the account, while the button for answers by hand is there already', async () => {
    const { sandbox, open } = workbench();
    const [account] = (['customersdot', 'portal_log'] as const).map(sandbox.hold);
    const { page, app } = await open('today_link_expired', { width: 320 });
    await app.locator('[data-action="answer"]').waitFor();

    account?.();
    await app.locator('[data-check="account"][data-answer="found"]').waitFor();
    expect((await paintingOf(await appFrame(page))).moved).toEqual([]);
  });

  test('why a mail is still on its way', async () => {
    let arrive: () => void = () => undefined;
    const { page, app } = await workbench().open('retrying', {
      width: 320,
      async own(tab) {
        await watchPainting(tab);
        arrive = await late(tab, '**/assets/asked-parts.js');
      },
    });
    await app.locator('[data-action="check-again"]').waitFor();
    await app.locator('[data-running="false"]').waitFor();

    arrive();
    await app.locator('[data-action="post-note"]').waitFor();
    expect((await paintingOf(await appFrame(page))).moved).toEqual([]);
  });

  test('how certain an early result is', async () => {
    const { sandbox, open } = workbench();
    const release = sandbox.hold('gitlab_log');
    const { page, app } = await open('today_link_not_delivered', { width: 320 });
    await app.locator('[data-action="post-note"]').waitFor();
    await app.getByText('Certain: no answer can change it now.').waitFor();

    release();
    await app.getByText('Certain: what is still unknown cannot change it.').waitFor();
    expect((await paintingOf(await appFrame(page))).moved).toEqual([]);
  });
});

/** What has moved by the time that reply and note are both there. */
async function movedUntilWhole(page: Page, app: FrameLocator): Promise<readonly string[]> {
  await app.locator('[data-action="insert"]').waitFor();
  await app.locator('[data-action="post-note"]').waitFor();
  return (await paintingOf(await appFrame(page))).moved;
}

function ticketAddress(outcome: string): string {
  const scenario = workbench().sandbox.scenarios.find(({ id }) => id === outcome);
  return scenario?.ticket.requester.email ?? '';
}

test('only its own files are asked for', async () => {
  const { sandbox, open } = workbench();
  const asked: string[] = [];
  const { app } = await open('reseller', {
    own: (page) =>
      page.on('request', (request) => {
        if (request.frame().url().startsWith(sandbox.appUrl)) asked.push(request.url());
      }),
  });
  await app.locator('[data-running="false"]').waitFor();
  const files = asked.map((url) =>
    url.replace(sandbox.appUrl, '').replace(/^\/\w+(?=\/assets)|\?.*/g, ''),
  );
  expect(files).toContain('/assets/app.js');
  expect(files.filter((file) => !/^\/(assets\/[\w.-]+|sdk\.js|sandbox\.js)$/.test(file))).toEqual(
    [],
  );
  figures.push(`files of a first opening: ${files.join(', ')}`);
});
