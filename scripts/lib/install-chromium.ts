import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium';

const advice = [
  'No Chromium or Chrome was found. The browser specs need one:',
  '  Debian, Ubuntu   sudo apt-get update && sudo apt-get install -y chromium',
  '  Fedora           sudo dnf install chromium',
  '  macOS            brew install --cask chromium',
  '  elsewhere        install Google Chrome',
  'or name one: CHROME_PATH=/path/to/chrome npm test',
].join('\n');

export type Found = { readonly path: string } | { readonly advice: string };

/** Finds a browser. Where that is possible without asking anyone, on Debian as root, it installs one. */
export async function ensureChromium(): Promise<Found> {
  const wanted = process.env.CHROME_PATH;
  const installed = await findChromium();
  if (installed !== undefined) return { path: installed };
  if (wanted) return { advice: `CHROME_PATH is ${wanted}, and nothing there can be run.` };
  if (!isDebianRoot()) return { advice };

  console.log('No Chromium here: installing it with apt-get.');
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) return { advice: `apt-get ${args.join(' ')} failed.\n${advice}` };
  }
  const path = await findChromium();
  return path === undefined ? { advice } : { path };
}

function isDebianRoot(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}
