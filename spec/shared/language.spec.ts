import { languages, pickLanguage } from '../../src/shared/reply';

describe('the language for a locale', () => {
  it.each([
    ['en-US', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['es-419', 'es'],
    ['fr_CA', 'fr'],
    ['JA', 'ja'],
    ['ja-JP', 'ja'],
    ['pt-BR', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    [' fr ', 'fr'],
    ['zh-CN', 'en'],
    ['deu', 'en'],
    ['', 'en'],
    ['-', 'en'],
    ['constructor', 'en'],
    [undefined, 'en'],
  ])('%s is answered in %s', (locale, language) => {
    expect(pickLanguage(locale)).toBe(language);
  });

  it('gives each of our own languages itself', () => {
    expect(languages.map(pickLanguage)).toEqual(languages);
  });
});
