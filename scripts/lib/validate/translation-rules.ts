import { fieldsOf, isFields, isText, listOf } from './json';
import type { AppPackage, Fields, Rule } from './rule';

/** Zendesk asks a private app for its name only, and only in English. Ours is read in six languages. */
const words = ['name', 'short_description', 'long_description', 'installation_instructions'];

export const translationRules: readonly Rule[] = [
  {
    id: 'translation-locale',
    severity: 'error',
    check: ({ translations }) =>
      [...translations.keys()]
        .filter((locale) => !/^[a-z]{2,3}(-\w{2,4})?$/.test(locale))
        .map((locale) => `translations/${locale}.json is not named after a locale.`),
  },
  rule('translation-leaf', (_, file) =>
    leavesOf(file)
      .filter(({ value }) => typeof value !== 'string')
      .map(({ path }) => `${path} is not a text`),
  ),
  rule('translation-words', (_, file) =>
    words
      .filter((word) => !isText(fieldsOf(file.app)[word]))
      .map((word) => `app.${word} is missing`),
  ),
  rule('parameter-label', (_, file) =>
    Object.entries(parametersOf(file))
      .filter(([, words]) => !isText(fieldsOf(words).label))
      .map(([name]) => `${name} has no label`),
  ),
  rule('parameter-help', (_, file) =>
    Object.entries(parametersOf(file))
      .filter(([, words]) => !isText(fieldsOf(words).helpText))
      .map(([name]) => `${name} has no helpText`),
  ),
  rule('parameter-untranslated', ({ manifest }, file) =>
    namesIn(manifest)
      .filter((name) => !Object.hasOwn(parametersOf(file), name))
      .map((name) => `the parameter ${name} is missing`),
  ),
  rule('parameter-unknown', ({ manifest }, file) =>
    Object.keys(parametersOf(file))
      .filter((name) => manifest !== undefined && !namesIn(manifest).includes(name))
      .map((name) => `manifest.json has no parameter ${name}`),
  ),
];

function rule(id: string, check: (app: AppPackage, file: Fields) => readonly string[]): Rule {
  return {
    id,
    severity: 'error',
    check: (app) =>
      [...app.translations].flatMap(([locale, file]) =>
        check(app, file).map((problem) => `translations/${locale}.json: ${problem}.`),
      ),
  };
}

function parametersOf(file: Fields): Fields {
  return fieldsOf(fieldsOf(file.app).parameters);
}

function namesIn(manifest: Fields | undefined): readonly string[] {
  return listOf(manifest?.parameters)
    .map((parameter) => fieldsOf(parameter).name)
    .filter(isText);
}

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** `{ "title": …, "value": … }` is Zendesk's own long form of a text. */
function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (!isFields(value)) return [{ path, value }];
  if (isText(value.title) && isText(value.value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  );
}
