import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start-sandbox';
import { startAppsServer, type AppsServer } from '../../scripts/lib/apps-server';
import englishReplies from '../../translations/replies/en.json';
import { appFrame } from './support/app-view';
import { launchBrowser } from './support/launch';
import { watchForProblems } from './support/problems';
import { readFindings } from './support/read-findings';

const root = resolve(__dirname, '../..');
const sdk = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

let folder: string;
let server: AppsServer;
let sandbox: Sandbox;
let browser: Browser;
/** Where zcli says that the app's files are. */
let prefix: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-app-'));
  await cp(join(root, 'dist'), folder, { recursive: true });
  server = await startAppsServer(folder, { root });
  const answer = await fetch(`${server.url}/app.json`);
  const { apps } = (await answer.json()) as { apps: { asset_url_prefix: string }[] };
  prefix = apps[0]?.asset_url_prefix ?? '';
  [sandbox, browser] = await Promise.all([
    startSandbox({ build: false, appPage: `${prefix}index.html` }),
    launchBrowser(),
  ]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await Promise.all([sandbox.close(), server.stop()]);
  await rm(folder, { recursive: true });
});

test('served by zcli, byte for byte: ticket, verdict, reply in the composer', async () => {
  const page = await browser.newPage();
  const problems = watchForProblems(page, sandbox.appUrl);
  const fromApp: string[] = [];
  page.on('request', (request) => {
    if (request.frame().url().startsWith(prefix)) fromApp.push(request.url());
  });
  // Zendesk's CDN, without a network.
  const sdkFile = await (await fetch(`${sandbox.appUrl}/sdk.js`)).text();
  await page.route(sdk, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: sdkFile }),
  );

  await page.goto(sandbox.ticketUrl('unconfirmed'));
  const app = page.frameLocator('iframe');
  await app.locator('[data-running="false"]').waitFor();
  expect(await readFindings(app)).toMatchObject({
    verdict: 'settled',
    outcome: 'unconfirmed',
    replies: ['unconfirmed'],
  });
  expect((await appFrame(page)).url()).toMatch(new RegExp(`^${prefix}index\\.html\\?`));

  const reply = app.locator('[data-reply="unconfirmed"]');
  await reply.locator('[data-action="insert"]').click();
  await reply.locator('[data-result="ok"]').waitFor();
  expect(await page.locator('#composer').innerText()).toContain(englishReplies.opening);

  expect(fromApp).toContain(sdk);
  expect(fromApp.filter((url) => url !== sdk && !url.startsWith(prefix))).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});
