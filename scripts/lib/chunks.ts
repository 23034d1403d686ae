import { brotliCompressSync, gzipSync } from 'node:zlib';
import { languages } from '../../src/shared/language';

export interface Chunk {
  readonly file: string;
  /** `asked`: with a press that needs it, and so not what everybody downloads. */
  readonly when: 'first' | 'language' | 'later' | 'asked';
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

const staticImport = /(?:from|import)\s*["']\.\/([^"']+)["']/g;
const inPage = /(?:src|href)=["']\.\/([^"']+\.(?:js|css))["']/g;

/** What the page asks for before anything is shown: its scripts, its styles, and all that these import. */
function firstFiles(files: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const first = new Set<string>();
  const visit = (file: string): void => {
    const text = files.get(file)?.toString();
    if (text === undefined || first.has(file)) return;
    first.add(file);
    if (file.endsWith('.js')) {
      for (const [, next] of text.matchAll(staticImport)) if (next) visit(next);
    }
  };
  const page = files.get('index.html')?.toString() ?? '';
  for (const [, file] of page.matchAll(inPage)) if (file) visit(file);
  return first;
}

/** Every script and style of the built app, with what it weighs on its way to the browser. */
export function chunksOf(files: ReadonlyMap<string, Buffer>): readonly Chunk[] {
  const first = firstFiles(files);
  return [...files]
    .filter(([file]) => /\.(js|css)$/.test(file))
    .map(([file, bytes]) => ({
      file,
      when: first.has(file) ? 'first' : whenOf(file),
      raw: bytes.byteLength,
      gzip: gzipSync(bytes, { level: 9 }).byteLength,
      brotli: brotliCompressSync(bytes).byteLength,
    }));
}

/** Fetched by a press, by a setting, or where a mail was lost: not by everybody who opens a ticket. */
const askedFor: ReadonlySet<string> = new Set([
  'asked-parts.js',
  'delivery-advice.js',
  'export.js',
  'internal-note.js',
  'run.js',
  'suppressions.js',
]);

function whenOf(file: string): Exclude<Chunk['when'], 'first'> {
  if (askedFor.has(file) || /^(setup|labels)-/.test(file)) return 'asked';
  return languageOf(file) === undefined ? 'later' : 'language';
}

/** `panel-de.js`, `replies-de.js` */
function languageOf(file: string): string | undefined {
  return languages.find((language) => file.endsWith(`-${language}.js`));
}

export interface Load {
  /** Between opening the app and its first question. */
  readonly first: number;
  /** The heaviest language's words, of which one is fetched. */
  readonly language: number;
  /** Fetched while the sources are asked: replies, note, pictures. */
  readonly later: number;
}

/** The budgeted figures, bytes gzip: what one engineer downloads, in this order. */
export function loadOf(chunks: readonly Chunk[]): Load {
  const weights = (when: Chunk['when'], name = '') =>
    chunks
      .filter((chunk) => chunk.when === when && chunk.file.startsWith(name))
      .map(({ gzip }) => gzip);
  const sum = (all: readonly number[]) => all.reduce((total, gzip) => total + gzip, 0);
  return {
    first: sum(weights('first')),
    language: Math.max(0, ...weights('language', 'panel-')),
    later:
      sum(weights('later')) +
      Math.max(0, ...weights('language', 'replies-')) +
      Math.max(0, ...weights('language', 'details-')),
  };
}
