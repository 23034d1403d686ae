import { gzipSync } from 'node:zlib';
import { chunksOf, loadOf } from '../../scripts/lib/chunks';

const weigh = (text: string) => gzipSync(Buffer.from(text), { level: 9 }).byteLength;

const app = 'import{r}from"./react.js";import "./shared.js";const de=()=>import("./panel-de.js");';
const react = 'export const r=1;import("./later.js")';
const files = new Map(
  Object.entries({
    'index.html':
      '<link rel="icon" href="data:,"><link rel="stylesheet" href="./app.css"><script type="module" src="./app.js"></script>',
    'app.js': app,
    'app.css': 'body{margin:0}',
    'react.js': react,
    'shared.js': 'export{}',
    'later.js': 'import"./with-later.js";import("./pressed.js")',
    'with-later.js': 'export const later=1',
    'pressed.js': 'export const asked=1',
    'setup-de.js': 'export default {}',
    'panel-de.js': 'export default {"a":"Anmeldung"}',
    'panel-ja.js': 'export default {"a":"サインイン","b":"サインインの確認","c":"確認"}',
    'logo.png': 'x',
  }).map(([path, text]) => [path, Buffer.from(text)] as const),
);

describe('chunksOf', () => {
  it('tells what is loaded first from what is loaded later, and weighs scripts and styles only', () => {
    const when = Object.fromEntries(chunksOf(files).map((chunk) => [chunk.file, chunk.when]));
    expect(when).toEqual({
      'app.js': 'first',
      'app.css': 'first',
      'react.js': 'first',
      'shared.js': 'first',
      'later.js': 'later',
      'with-later.js': 'later',
      'pressed.js': 'asked',
      'setup-de.js': 'asked',
      'panel-de.js': 'language',
      'panel-ja.js': 'language',
    });
  });
});

describe('loadOf', () => {
  it('is what comes first, the heaviest language, and all that comes later', () => {
    const first = ['app.js', 'app.css', 'react.js', 'shared.js'];
    const of = (file: string) => weigh(files.get(file)!.toString());
    expect(loadOf(chunksOf(files))).toEqual({
      first: first.reduce((total, file) => total + of(file), 0),
      language: of('panel-ja.js'),
      later: of('later.js') + of('with-later.js'),
    });
  });

  it('counts the words of the replies with what comes later', () => {
    const words = new Map([
      ...files,
      ['replies-de.js', Buffer.from('export default {"a":"Guten Tag"}')],
    ]);
    expect(loadOf(chunksOf(words)).later).toBeGreaterThan(loadOf(chunksOf(files)).later);
    expect(loadOf(chunksOf(words)).language).toBe(loadOf(chunksOf(files)).language);
  });

  it('is nothing where there is no page', () => {
    expect(loadOf(chunksOf(new Map([['app.js', Buffer.from(app)]]))).first).toBe(0);
  });
});
