import { brotliCompressSync, gzipSync } from 'node:zlib';
import { languages } from '../../src/shared/reply';

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

/** What is loaded with one of `entries`: itself, and all that it imports without being asked again. */
function loadedWith(
  files: ReadonlyMap<string, Buffer>,
  entries: Iterable<string | undefined>,
): ReadonlySet<string> {
  const loaded = new Set<string>();
  const visit = (file: string): void => {
    const text = files.get(file)?.toString();
    if (text === undefined || loaded.has(file)) return;
    loaded.add(file);
    if (file.endsWith('.js')) {
      for (const [, next] of text.matchAll(staticImport)) if (next) visit(next);
    }
  };
  for (const entry of entries) if (entry) visit(entry);
  return loaded;
}

/** What the page asks for before anything is shown: its scripts, its styles, and all that these import. */
function firstFiles(files: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const page = files.get('index.html')?.toString() ?? '';
  return loadedWith(
    files,
    [...page.matchAll(inPage)].map(([, file]) => file),
  );
}

/** Fetched beside the questions, whoever opens a ticket. */
const laterEntries = ['later.js'] as const;

/** Every script and style of the built app, with what it weighs on its way to the browser. */
export function chunksOf(files: ReadonlyMap<string, Buffer>): readonly Chunk[] {
  const first = firstFiles(files);
  const later = loadedWith(files, laterEntries);
  return [...files]
    .filter(([file]) => /\.(js|css)$/.test(file))
    .map(([file, bytes]) => ({
      file,
      when: first.has(file) ? 'first' : whenOf(file, later),
      raw: bytes.byteLength,
      gzip: gzipSync(bytes, { level: 9 }).byteLength,
      brotli: brotliCompressSync(bytes).byteLength,
    }));
}

/** Of the languages' files, two are fetched for everybody. */
function whenOf(file: string, later: ReadonlySet<string>): Exclude<Chunk['when'], 'first'> {
  const isWords = languages.some((language) => file.endsWith(`-${language}.js`));
  if (isWords) return /^(panel|details|replies)-/.test(file) ? 'language' : 'asked';
  return later.has(file) ? 'later' : 'asked';
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
