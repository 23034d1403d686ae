import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AppFiles } from './app-files';
import { readFolder } from './read-folder';
import { root } from './root';

export const builtFolder = resolve(root, 'dist');

export async function readBuiltApp(): Promise<AppFiles> {
  if (!existsSync(resolve(builtFolder, 'manifest.json'))) {
    throw new Error('There is no built app in dist/. Run npm run build first.');
  }
  return readFolder(builtFolder);
}
