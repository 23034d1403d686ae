import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start-sandbox';
import { languages } from '../../src/shared/reply';
import { openGallery, type GalleryPage, type Scheme } from './support/gallery-page';
import { resize } from './support/in-gallery';
import { launchBrowser } from './support/launch';
import { treeProblems } from './support/tree-problems';

const states = ['wrong-site-reset', 'several-causes', 'customersdot-down', 'by-hand'];

let sandbox: Sandbox;
let browser: Browser;
let galleries: Readonly<Record<Scheme, GalleryPage>>;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ build: false }), launchBrowser()]);
  galleries = {
    light: await openGallery(browser, sandbox, 'light'),
    dark: await openGallery(browser, sandbox, 'dark'),
  };
});

afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

test.each([
  // Which language it is changes nothing of the colours.
  ...languages.map((language) => [language, 'light'] as const),
  ['en', 'dark'] as const,
])('the decision picture can be read at 300 and 320 px in %s, %s', async (language, scheme) => {
  const gallery = galleries[scheme];
  const found: unknown[] = [];
  for (const state of states) {
    await gallery.look(state, { widths: [320], language });
    await gallery.frame().evaluate(() => {
      document.querySelectorAll('details').forEach((details) => {
        details.open = true;
      });
    });
    for (const width of [320, 300]) {
      await gallery.frame().evaluate(resize, width);
      const problems = await gallery.frame().evaluate(treeProblems);
      found.push(...problems.map((problem) => ({ state, width, problem })));
    }
  }
  expect(found).toEqual([]);
  expect(gallery.takeProblems()).toEqual([]);
});
