import { readFileSync, readdirSync } from 'node:fs';
import { isFirstWord, partOfWord } from '../../scripts/lib/first-words';
import en from '../../translations/panel/en.json';

/** What is drawn before the deferred part has come. */
const firstFiles = ['panel.tsx', 'address-bar.tsx', 'verdict.tsx', 'deferred-part.tsx'];

/** What comes with a press, or with a lost mail, together with its words. */
const askedFiles =
  /^src\/(setup\/|replies\/(internal-note|note-facts)|wording\/delivery-in-words|panel\/(asked-parts|choices|decision-picture|hand-form|mail-list|setup-lines|setup-parts))/;

const keysIn = (file: string, calls: RegExp): readonly RegExp[] =>
  [...readFileSync(file, 'utf8').matchAll(calls)].map(
    ([, key = '']) =>
      new RegExp(
        `^${key.replace(/[.]/g, '\\.').replace(/\$\{[^}]+\}/g, '[\\w-]+')}(\\.(one|other))?$`,
      ),
  );

const inFiles = (files: readonly string[], calls: RegExp): readonly string[] => {
  const asked = files.flatMap((file) => keysIn(file, calls));
  return Object.keys(en).filter((key) => asked.some((each) => each.test(key)));
};

test('the first part of a language file has every word of the first load, and no other', () => {
  const files = firstFiles.map((file) => `src/panel/${file}`);
  const wanted = inFiles(files, /\bt(?:\.count)?\(\s*[`'"]([\w.${}-]+)[`'"]/g);

  expect(wanted.length).toBeGreaterThan(30);
  expect(wanted.filter((key) => !isFirstWord(key))).toEqual([]);
  // Said by what the first load says times with.
  const others = Object.keys(en).filter((key) => isFirstWord(key) && !wanted.includes(key));
  expect(others).toEqual(['time.day_and_clock']);
});

test('no word that comes with a press is said before it', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !askedFiles.test(file));
  const said = inFiles(files, /[`'"]([a-z_]+\.[\w.${}-]+)[`'"]/g);

  expect(said.length).toBeGreaterThan(200);
  // What became of a note is said of one that was prepared, which brings these words.
  const before = said.filter((key) => !key.startsWith('note.failed.'));
  expect(before.filter((key) => partOfWord(key) === 'asked')).toEqual([]);
});
