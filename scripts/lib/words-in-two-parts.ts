import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { isFirstWord } from './first-words';

/** A language file as two: what the first view needs must not wait for what it does not. */
export function wordsInTwoParts(): Plugin {
  return {
    name: 'words-in-two-parts',
    enforce: 'pre',
    load: {
      filter: { id: /translations\/panel\/[\w-]+\.json\?(first|later)$/ },
      async handler(id) {
        const [path = '', part] = id.split('?');
        const words = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, string>>;
        const wanted = Object.entries(words).filter(
          ([key]) => isFirstWord(key) === (part === 'first'),
        );
        return {
          code: `export default ${JSON.stringify(Object.fromEntries(wanted))}`,
          moduleType: 'js',
        };
      },
    },
  };
}
