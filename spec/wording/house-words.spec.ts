import { readFileSync } from 'node:fs';
import { languages } from '../../src/shared/reply';

const folders = ['translations/panel', 'translations/replies', 'translations'] as const;

/** Every text of one file by its path: `app.parameters.macro_ids.label`. */
function textsIn(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

const texts = (folder: string, language: string) =>
  textsIn(JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')));
const all = (language: string) => folders.flatMap((folder) => texts(folder, language));
const saying = (language: string, words: RegExp) =>
  all(language).filter(([, text]) => words.test(text));

test('English says email', () => {
  expect(saying('en', /(?<!-)\bmails?\b(?! servers?\b)/i)).toEqual([]);
});

test.each(languages)('no straight quotes in %s', (language) => {
  expect(saying(language, /["']/)).toEqual([]);
});

test('French sets a no-break space before : ; ! ? and inside its quotes', () => {
  expect(
    saying('fr', /(?<!https|mailto)(?<=[^\u00a0:/\d])[;!?](?![\w…])|« |[^\u00a0]»| [:;!?»]/),
  ).toEqual([]);
});

test.each([
  ['de', /Kundenportal|\bLogs?\b|\bReset-|Bounce|(?<!E-)\bMails?\b/],
  ['es', /distribuidor|veredicto|a mano\b|carpeta de spam|licencias/i],
  ['fr', /portail client(?!s)|renvoyé|\bverdict\b(?!\})|réglage|à la main|licences/i],
  ['ja', /再設定|未配信|問い合わせ中|手入力|弊社/],
  ['pt-BR', /veredito|portal do cliente do GitLab|\bapp\b(?!\.)|licenças/i],
] as const)('%s has left the words behind that misled', (language, words) => {
  expect(saying(language, words)).toEqual([]);
});

test.each([
  ['de', ['Customers Portal', 'Reseller', 'Protokoll', 'Stichw', 'Sperrliste', 'Ergebnis']],
  ['es', ['Portal de clientes', 'revendedor', 'registro', 'etiqueta', 'lista de supresión']],
  ['fr', ['Portail clients', 'revendeur', 'journaux', 'marqueur', 'liste de suppression']],
  ['ja', ['カスタマーポータル', 'リセラー（販売代理店）', 'ログ', 'タグ', 'サプレッションリスト']],
  ['pt-BR', ['Portal do Cliente', 'revendedor', 'logs', 'tag', 'lista de supressão']],
] as const)('%s uses its terms', (language, terms) => {
  expect(terms.filter((term) => saying(language, new RegExp(term)).length === 0)).toEqual([]);
});

/** `({time})`, `(bis {time})`, `: {time}`, `, {time}`: no grammar around it. The brief has "none … up to {time}". */
const slot = /^$|[(（·:：,、]\s?(?:[\p{L}’]+\s?:?\s)?$/u;

test.each(languages)('a time has a slot of its own in %s', (language) => {
  const around = texts('translations/panel', language)
    .filter(([key]) => language !== 'en' || !key.startsWith('evidence.none.'))
    .filter(([, text]) => text.includes('{time}'));
  expect(around.filter(([, text]) => !slot.test(text.split('{time}')[0] ?? ''))).toEqual([]);
  expect(around.length).toBeGreaterThan(10);
});

test.each(languages)(
  'no sentence ends in a date, whose own point may be the last, in %s',
  (language) => {
    expect(saying(language, /\{(?:date|since)\}[.。]/)).toEqual([]);
  },
);
