import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

type IsThere = (path: string) => Promise<boolean>;

/** An installed Chromium or Chrome: CHROME_PATH, or a common name on the PATH, or a usual place. */
export async function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
  isThere: IsThere = isExecutable,
): Promise<string | undefined> {
  // A path that was asked for and is wrong is a mistake to report, not to paper over with another browser.
  if (env.CHROME_PATH) return (await isThere(env.CHROME_PATH)) ? env.CHROME_PATH : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...candidates, ...places]) {
    if (await isThere(path)) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

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

/** For the scripts that draw or time something: the installed browser, without its sandbox. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error(advice);
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
}
