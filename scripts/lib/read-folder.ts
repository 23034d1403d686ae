import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder, by its path with forward slashes. Zendesk refuses symbolic links, and so do we. */
export async function readFolder(folder: string, below = ''): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) throw new Error(`${path} is a symbolic link.`);
    if (entry.isDirectory()) {
      for (const [file, bytes] of await readFolder(folder, path)) files.set(file, bytes);
    } else {
      files.set(path, await readFile(join(folder, path)));
    }
  }
  return files;
}
