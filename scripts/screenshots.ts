import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { galleryStates } from '../sandbox/gallery/states';
import { findChromium } from './lib/chromium';
import { root } from './lib/root';
import { inspect } from './screenshots/inspect';
import { serveFolder } from './screenshots/serve-folder';
import { shrinkPng } from './screenshots/shrink-png';

const kept = resolve(root, 'docs/screenshots');
const others = resolve(root, '.test-output/screenshots');

const widths = [300, 320, 480];
const schemes = ['light', 'dark'];
const wanted = process.argv.slice(2);
const states = galleryStates.filter(({ id }) => wanted.length === 0 || wanted.includes(id));

/** The README's width is committed; the others are for a look. */
const folderOf = (width: number): string => (width === 320 ? kept : others);

/** Takes a picture, and gives what is wrong with what is on it. */
async function shoot(page: Page, url: string, id: string, name: string, width: number) {
  await page.setViewportSize({ width, height: 400 });
  await page.goto(url);
  await page.waitForSelector(`html[data-ready="${id}"]`);
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await writeFile(resolve(folderOf(width), `${name}.png`), shrinkPng(png));
  return inspect(page, width);
}

/** A state that is gone must not live on as a picture. */
async function sweep(): Promise<void> {
  const known = new Set(galleryStates.map(({ id }) => id));
  const files = await readdir(kept);
  const stale = files.filter((file) => !known.has(file.replace(/-(light|dark)-\d+\.png$/, '')));
  await Promise.all(stale.map((file) => rm(resolve(kept, file))));
}

await Promise.all([kept, others].map((folder) => mkdir(folder, { recursive: true })));
await build({ configFile: resolve(root, 'vite.gallery.config.ts'), logLevel: 'warn' });
const executablePath = await findChromium();
if (executablePath === undefined) throw new Error('Taking pictures needs Chromium or Chrome.');
const server = await serveFolder(resolve(root, 'dist-gallery'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ reducedMotion: 'reduce' });
const page = await context.newPage();

let pictures = 0;
const problems: string[] = [];
for (const { id } of states) {
  for (const scheme of schemes) {
    for (const width of widths) {
      const name = `${id}-${scheme}-${width}`;
      const url = `${server.origin}/?state=${id}&scheme=${scheme}`;
      const found = await shoot(page, url, id, name, width);
      problems.push(...found.map((problem) => `${name}: ${problem}`));
      pictures += 1;
    }
  }
}
await browser.close();
await server.close();
await sweep();

problems.forEach((problem) => {
  console.error(problem);
});
console.log(
  `${pictures} pictures of ${states.length} states; axe, width and targets: ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
