import { source } from 'axe-core';
import type { Browser, Frame } from 'playwright-core';
import { galleryStates } from '../../../sandbox/gallery/states';
import type { Sandbox } from '../../../sandbox/start-sandbox';
import { inGallery, look, type Asked, type Seen } from './in-gallery';
import { watchForProblems } from './problems';

export type Scheme = 'light' | 'dark';

/** What is seen without scrolling, px: the insert button ends within it, in every language. */
export const glance = 480;

/** Pressed open, or with banners that have to be read before anything else. */
export const pressed = new Set([
  'leftover',
  'leftover-maybe',
  'setup-failures',
  'setup-unsafe',
  ...galleryStates.filter(({ press = [] }) => press.length > 0).map(({ id }) => id),
]);

/** A page of the gallery: one state at a time, in one colour scheme. */
export interface GalleryPage {
  look(state: string, how: How): Promise<Seen>;
  /** What stands there now. */
  readonly frame: () => Frame;
  takeProblems(): readonly string[];
  close(): Promise<void>;
}

type How = Pick<Asked, 'widths' | 'words' | 'axe'> & { readonly language?: string };

export async function openGallery(
  browser: Browser,
  sandbox: Sandbox,
  scheme: Scheme,
  colors: 'own' | 'forced' = 'own',
): Promise<GalleryPage> {
  const context = await browser.newContext({
    colorScheme: scheme,
    forcedColors: colors === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    // Nobody looks at the pixels: half of the gallery's frame need not be painted. Where next to nothing of a frame is
    // seen (20 px), Chromium draws it once a second only.
    viewport: { width: 480, height: 300 },
  });
  const page = await context.newPage();
  const problems = watchForProblems(page, sandbox.appUrl);
  let seen = 0;
  let frame: Frame | undefined;

  async function open(query: string): Promise<Frame> {
    const around = `${sandbox.url}/around-the-gallery`;
    await page.route(around, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Gallery</title><link rel="icon" href="data:," />
          <iframe src="/gallery/${query}" width="320" height="860" style="border: 0"></iframe>`,
      }),
    );
    await page.goto(around);
    await page.unroute(around);
    const element = await page.waitForSelector('iframe');
    const opened = await element.contentFrame();
    if (!opened) throw new Error('The gallery has no frame.');
    await opened.evaluate(`${source}\n${inGallery()}`);
    return opened;
  }

  return {
    async look(state, { language = 'en', ...how }) {
      const query = `?${new URLSearchParams({ state, scheme, language }).toString()}`;
      frame ??= await open(query);
      return frame.evaluate(look, { ...how, state, query, forced: colors === 'forced' });
    },
    frame() {
      if (!frame) throw new Error('Nothing is shown yet.');
      return frame;
    },
    takeProblems() {
      const fresh = problems.slice(seen);
      seen = problems.length;
      return fresh;
    },
    close: () => context.close(),
  };
}
