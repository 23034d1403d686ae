import type { Browser } from 'playwright-core';
import { galleryStates } from '../../sandbox/gallery/states';
import { startSandbox, type Sandbox } from '../../sandbox/start-sandbox';
import { languages } from '../../src/shared/reply';
import { glance, openGallery, pressed, type GalleryPage } from './support/gallery-page';
import { launchBrowser } from './support/launch';

let sandbox: Sandbox;
let browser: Browser;
let gallery: GalleryPage;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ build: false }), launchBrowser()]);
  gallery = await openGallery(browser, sandbox, 'light');
});

afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

// What is pressed open is found by its English words.
const asTheyCome = galleryStates.map(({ id }) => id).filter((id) => !pressed.has(id));

test.each(languages.filter((language) => language !== 'en'))(
  '%s',
  async (language) => {
    const wrong: string[] = [];
    for (const id of asTheyCome) {
      const { layouts } = await gallery.look(id, { widths: [320], words: true, language });
      for (const { overflowing, insertEnds = 0, brokenWords } of layouts) {
        const beyond = insertEnds > glance ? [`insert ends at ${insertEnds} px`] : [];
        wrong.push(...[...overflowing, ...beyond, ...brokenWords].map((what) => `${id}: ${what}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(gallery.takeProblems()).toEqual([]);
  },
  300_000,
);
