import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { root } from './lib/app-folder';
import { launchChromium } from './lib/chromium';
import { logoSizes } from './lib/validate-package';

/** Draws the PNGs that Zendesk asks for from `assets/logo.svg`. */
const svg = await readFile(resolve(root, 'assets/logo.svg'), 'utf8');
const browser = await launchChromium();
for (const [file, side] of Object.entries(logoSizes)) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const sized = svg.replace('width="320" height="320"', `width="${side}" height="${side}"`);
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${sized}`);
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(resolve(root, 'assets', file), png);
  console.log(`assets/${file}: ${side} × ${side}, ${png.byteLength} B`);
}
await browser.close();
