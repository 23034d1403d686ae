import type { Browser } from 'playwright-core';
import { galleryStates } from '../../sandbox/gallery/states';
import { oneOfEachThing } from '../support/one-of-each-thing';
import { startSandbox, type Sandbox } from '../../sandbox/start-sandbox';
import { languages } from '../../src/shared/reply';
import { openGallery, type GalleryPage } from './support/gallery-page';
import { launchBrowser } from './support/launch';

/** The sidebar's, and half of it: at 200 % zoom there is half the room. */
const widths = [320, 300, 480, 160, 240] as const;
/** What is seen without scrolling, px: the insert button ends within it, in every language. */
const glance = 480;
const ids = galleryStates.map(({ id }) => id);
/** Pressed open, or with banners that have to be read before anything else. */
const pressed = new Set([
  'leftover',
  'leftover-maybe',
  'setup-failures',
  'setup-unsafe',
  ...galleryStates.filter(({ press = [] }) => press.length > 0).map(({ id }) => id),
]);

let sandbox: Sandbox;
let browser: Browser;
const inLight = new Map<string, string>();
const counts = { states: 0, axeRules: 0 };

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ build: false }), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.close();
  console.log(
    `Gallery: ${counts.states} states in a scheme, ${counts.axeRules} axe rules applied.`,
  );
});

test('every state has its own name', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(35);
});

describe('in light', () => {
  let gallery: GalleryPage;
  beforeAll(async () => {
    gallery = await openGallery(browser, sandbox, 'light');
  });
  afterAll(() => gallery.close());

  test.each(ids)('%s', async (id) => {
    const seen = await gallery.look(id, { widths, words: true, axe: 'all' });
    expect(seen.violations).toEqual([]);
    expect(seen.smallTargets).toEqual([]);
    expect(seen.paleShapes).toEqual([]);

    for (const { width, overflowing, insertEnds, brokenWords } of seen.layouts) {
      expect([width, overflowing]).toEqual([width, []]);
      // What was pressed open may stand above the button; what the panel says by itself may not push it out of sight.
      const ends = pressed.has(id) || width < 300 ? undefined : insertEnds;
      expect([width, Math.max(glance, ends ?? 0)]).toEqual([width, glance]);
      // At twice the size the longest word is wider than half the room.
      expect([width, width < 300 ? [] : brokenWords]).toEqual([width, []]);
    }
    expect(seen.layouts).toHaveLength(widths.length);
    expect(gallery.takeProblems()).toEqual([]);
    inLight.set(id, seen.markup);
    counts.states += 1;
    counts.axeRules += seen.rules;
  });
});

describe('in other languages', () => {
  let gallery: GalleryPage;
  beforeAll(async () => {
    gallery = await openGallery(browser, sandbox, 'light');
  });
  afterAll(() => gallery.close());

  // What is pressed open is found by its English words.
  const asTheyCome = ids.filter((id) => !pressed.has(id));

  test.each(languages.filter((language) => language !== 'en'))(
    '%s',
    async (language) => {
      const wrong: string[] = [];
      for (const id of asTheyCome) {
        const { layouts } = await gallery.look(id, { widths: [320], words: true, language });
        for (const { overflowing, insertEnds = 0, brokenWords } of layouts) {
          const beyond = insertEnds > glance ? [`insert ends at ${insertEnds} px`] : [];
          wrong.push(
            ...[...overflowing, ...beyond, ...brokenWords].map((what) => `${id}: ${what}`),
          );
        }
      }
      expect(wrong).toEqual([]);
      expect(gallery.takeProblems()).toEqual([]);
    },
    300_000,
  );
});

describe('with forced colours', () => {
  let gallery: GalleryPage;
  beforeAll(async () => {
    gallery = await openGallery(browser, sandbox, 'dark', 'forced');
  });
  afterAll(() => gallery.close());

  test.each(oneOfEachThing)('%s', async (id) => {
    const seen = await gallery.look(id, { widths: [320], axe: 'of colors' });
    expect(seen.violations).toEqual([]);
    expect(seen.paleShapes).toEqual([]);
    expect(seen.layouts).toMatchObject([{ overflowing: [] }]);
    expect(gallery.takeProblems()).toEqual([]);
    counts.axeRules += seen.rules;
  });
});

describe('in dark', () => {
  let gallery: GalleryPage;
  beforeAll(async () => {
    gallery = await openGallery(browser, sandbox, 'dark');
  });
  afterAll(() => gallery.close());

  // The same document, so only what colours decide can be otherwise.
  test.each(ids)('%s', async (id) => {
    const seen = await gallery.look(id, { widths: [320], axe: 'of colors' });
    expect(seen.markup).toBe(inLight.get(id));
    expect(seen.violations).toEqual([]);
    expect(seen.paleShapes).toEqual([]);
    expect(seen.layouts).toMatchObject([{ overflowing: [] }]);
    expect(gallery.takeProblems()).toEqual([]);
    counts.axeRules += seen.rules;
  });
});
