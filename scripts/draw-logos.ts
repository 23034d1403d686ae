import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './lib/chromium';
import { logoSizes } from './lib/validate-package';
import { root } from './lib/app-folder';

/** Draws the PNGs that Zendesk asks for from `assets/logo.svg`. */
async function main(): Promise<void> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('Drawing needs Chromium or Chrome.');
  const svg = await readFile(resolve(root, 'assets/logo.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [file, side] of Object.entries(logoSizes)) {
      const page = await browser.newPage({ viewport: { width: side, height: side } });
      const sized = svg.replace('width="320" height="320"', `width="${side}" height="${side}"`);
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${sized}`);
      const png = await page.screenshot({ omitBackground: true });
      await writeFile(resolve(root, 'assets', file), png);
      await page.close();
      console.log(`assets/${file}: ${side} × ${side}, ${png.byteLength} B`);
    }
  } finally {
    await browser.close();
  }
}

await main();
