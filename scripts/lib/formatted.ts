import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'oxfmt';
import { root } from './app-folder';

/** The text of a file of that name, as `npm run fix` would write it. Throws what is wrong with it. */
export async function formatted(path: string, text: string): Promise<string> {
  const style = JSON.parse(await readFile(resolve(root, '.oxfmtrc.json'), 'utf8')) as object;
  const { code, errors } = await format(path, text, { ...style, ignorePatterns: [] });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return code;
}
