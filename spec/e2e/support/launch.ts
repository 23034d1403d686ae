import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium';

/** Chromium without its own errands: nothing here needs a network, a process for each frame or one for drawing. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--in-process-gpu',
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process',
];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium: npm test installs one, or says how to get it.');
  }
  return chromium.launch({ executablePath, args: quiet });
}
