import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { galleryStates } from '../sandbox/gallery/states';
import { findChromium } from './lib/chromium';
import { root } from './lib/root';
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

async function shoot(page: Page, origin: string, state: string, scheme: string, width: number) {
  await page.setViewportSize({ width, height: 400 });
  await page.goto(`${origin}/?state=${state}&scheme=${scheme}`);
  await page.waitForSelector(`html[data-ready="${state}"]`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) console.error(`${state} is ${wide} px wide at ${width}`);
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await writeFile(resolve(folderOf(width), `${state}-${scheme}-${width}.png`), shrinkPng(png));
}

/** A state that is gone must not live on as a picture. */
async function sweep(): Promise<void> {
  const known = new Set(galleryStates.map(({ id }) => id));
  const files = await readdir(kept);
  await Promise.all(
    files
      .filter((file) => !known.has(file.replace(/-(light|dark)-\d+\.png$/, '')))
      .map((file) => rm(resolve(kept, file))),
  );
}

await Promise.all([kept, others].map((folder) => mkdir(folder, { recursive: true })));
await build({ configFile: resolve(root, 'vite.gallery.config.ts'), logLevel: 'warn' });
const server = await serveFolder(resolve(root, 'dist-gallery'));
const executablePath = await findChromium();
if (executablePath === undefined) throw new Error('No Chromium here. Name one in CHROME_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ reducedMotion: 'reduce' });
for (const { id } of states) {
  for (const scheme of schemes) {
    for (const width of widths) await shoot(page, server.origin, id, scheme, width);
  }
}
await browser.close();
await server.close();
await sweep();
console.log(
  `${states.length * schemes.length * widths.length} pictures of ${states.length} states`,
);
