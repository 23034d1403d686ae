import type { Browser } from 'playwright-core';
import { galleryStates } from '../../sandbox/gallery/states';
import { oneOfEachThing } from '../support/one-of-each-thing';
import { startSandbox, type Sandbox } from '../../sandbox/start-sandbox';
import { glance, openGallery, pressed, type GalleryPage } from './support/gallery-page';
import { launchBrowser } from './support/launch';

/** The sidebar's, and half of it: at 200 % zoom there is half the room. */
const widths = [320, 300, 480, 160, 240] as const;
const ids = galleryStates.map(({ id }) => id);
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
