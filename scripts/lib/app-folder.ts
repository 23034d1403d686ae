import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/** The repository's folder, wherever a script is started from. */
export const root = resolve(import.meta.dirname, '../..');

/** An app folder in memory: its files by their paths, with forward slashes. */
export type AppFiles = ReadonlyMap<string, Uint8Array>;

export const builtFolder = resolve(root, 'dist');

export async function readBuiltApp(): Promise<AppFiles> {
  if (!existsSync(resolve(builtFolder, 'manifest.json'))) {
    throw new Error('There is no built app in dist/. Run npm run build first.');
  }
  return readFolder(builtFolder);
}

/** Every file below a folder, by its path with forward slashes. Zendesk refuses symbolic links, and so do we. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    if (entry.isSymbolicLink()) throw new Error(`${path} is a symbolic link.`);
    if (entry.isFile()) files.set(path, await readFile(join(folder, path)));
  }
  return files;
}
