import { readFileSync } from 'node:fs';
import { isFirstWord } from '../../scripts/lib/first-words';
import en from '../../translations/panel/en.json';

/** What is drawn before the deferred part has come. */
const firstFiles = [
  'panel.tsx',
  'address-bar.tsx',
  'verdict.tsx',
  'verdict-view.ts',
  'live-region.tsx',
  'deferred-part.tsx',
];

test('the first half of a language file has every word of the first load', () => {
  const asked = firstFiles.flatMap((file) => {
    const text = readFileSync(`src/panel/${file}`, 'utf8');
    return [...text.matchAll(/\bt(?:\.count)?\(\s*[`'"]([\w.${}-]+)[`'"]/g)].map(
      ([, key = '']) => key,
    );
  });
  const wanted = Object.keys(en).filter((key) =>
    asked.some((each) =>
      new RegExp(
        `^${each.replace(/[.]/g, '\\.').replace(/\$\{[\w.]+\}/g, '[\\w-]+')}(\\.(one|other))?$`,
      ).test(key),
    ),
  );

  expect(wanted.length).toBeGreaterThan(40);
  expect(wanted.filter((key) => !isFirstWord(key))).toEqual([]);
});
