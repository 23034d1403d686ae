import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

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
