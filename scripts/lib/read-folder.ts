import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder, by its path with forward slashes. */
export async function readFolder(folder: string, below = ''): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      for (const [file, bytes] of await readFolder(folder, path)) files.set(file, bytes);
    } else {
      files.set(path, await readFile(join(folder, path)));
    }
  }
  return files;
}
