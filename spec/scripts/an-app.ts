import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppFiles } from '../../scripts/lib/app-folder';
import { languages } from '../../src/shared/reply';

type Json = Record<string, unknown>;

const root = join(__dirname, '../..');
const fromRepository = (path: string) => new Uint8Array(readFileSync(join(root, path)));

/** This app's own folder as it is built, with a page in place of the bundle. */
export function anApp(): Map<string, Uint8Array> {
  const paths = [
    'manifest.json',
    'requirements.json',
    'assets/logo.png',
    'assets/logo-small.png',
    'assets/logo.svg',
    ...languages.map((language) => `translations/${language}.json`),
  ];
  return new Map([
    ...paths.map((path) => [path, fromRepository(path)] as const),
    ['assets/index.html', bytes('<!doctype html><script src="./app.js"></script>')],
    ['assets/app.js', bytes('export {}')],
  ]);
}

export function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

export function withFile(path: string, content: string | Uint8Array): AppFiles {
  return anApp().set(path, typeof content === 'string' ? bytes(content) : content);
}

export function without(path: string): AppFiles {
  const app = anApp();
  app.delete(path);
  return app;
}

/** The app with one value of one of its JSON files set, or taken out where the value is undefined. */
export function withJson(
  path: string,
  ...changes: readonly [at: string, value: unknown][]
): AppFiles {
  const app = anApp();
  const json = JSON.parse(Buffer.from(app.get(path)!).toString()) as Json;
  for (const [at, value] of changes) {
    const keys = at.split('.');
    const inner = keys.slice(0, -1).reduce((outer, key) => outer[key] as Json, json);
    Reflect.set(inner, keys.at(-1)!, value);
  }
  return app.set(path, bytes(JSON.stringify(json)));
}

export const withManifest = (...changes: readonly [at: string, value: unknown][]): AppFiles =>
  withJson('manifest.json', ...changes);

/** The header of a PNG with these sides; there is no picture behind it. */
export function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return new Uint8Array(header);
}
