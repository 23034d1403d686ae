import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { partOfWord } from './first-words.ts';

/** A language file in parts: what the first view needs must not wait for what it does not. */
export function wordsInTwoParts(): Plugin {
  return {
    name: 'words-in-two-parts',
    enforce: 'pre',
    load: {
      filter: { id: /translations\/panel\/[\w-]+\.json\?(first|later|asked)$/ },
      async handler(id) {
        const [path = '', part] = id.split('?');
        const words = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, string>>;
        const wanted = Object.entries(words).filter(([key]) => partOfWord(key) === part);
        return {
          code: `export default ${JSON.stringify(Object.fromEntries(wanted))}`,
          moduleType: 'js',
        };
      },
    },
  };
}
