import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, preview } from 'vite';
import { galleryStates } from '../sandbox/gallery/states';
import { launchChromium } from './lib/chromium';
import { root } from './lib/app-folder';

/**
 * `npm run draw:screenshots`, or `-- reseller early` for some: pictures of the panel's states, for people to look at.
 * Whether there is anything wrong with them is what `spec/e2e/gallery.spec.ts` measures.
 */
const folder = resolve(root, '.test-output/screenshots');
/** In README.md, and so committed. */
const shown = { name: 'reseller-light-320.png', folder: resolve(root, 'docs/screenshots') };
const wanted = process.argv.slice(2);
const states = galleryStates.filter(({ id }) => wanted.length === 0 || wanted.includes(id));

const configFile = resolve(root, 'vite.gallery.config.ts');
await Promise.all([folder, shown.folder].map((path) => mkdir(path, { recursive: true })));
await build({ configFile, logLevel: 'warn' });
const server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' } });
const [origin = ''] = server.resolvedUrls?.local ?? [];
const browser = await launchChromium(['--disable-gpu']);
const page = await browser.newPage({ reducedMotion: 'reduce' });

for (const { id } of states) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [300, 320, 480]) {
      await page.setViewportSize({ width, height: 400 });
      await page.goto(`${origin}?state=${id}&scheme=${scheme}`);
      await page.waitForSelector(`html[data-ready="${id}"]`);
      const name = `${id}-${scheme}-${width}.png`;
      await page.screenshot({
        path: resolve(name === shown.name ? shown.folder : folder, name),
        fullPage: true,
        animations: 'disabled',
      });
    }
  }
}
await browser.close();
await server.close();

console.log(`${states.length * 6} pictures of ${states.length} states in .test-output/screenshots`);
