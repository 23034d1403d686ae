import { languages } from '../../src/shared/reply';
import type * as messages from '../../src/wording/translate';
import { loadCatalogue } from '../../src/wording/translate';
import en from '../../translations/panel/en.json';

describe('the catalogue', () => {
  it('has English at hand', async () => {
    expect(await loadCatalogue('en')).toEqual({ language: 'en', words: en });
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'of %s has every key, in its own words',
    async (language) => {
      const { words: catalogue } = await loadCatalogue(language);

      expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
      expect(catalogue['footer.refresh']).not.toBe(en['footer.refresh']);
    },
  );
});

describe('a language whose file does not arrive', () => {
  it('is English, and is called so: the page states the language of the words it has', async () => {
    jest.resetModules();
    jest.doMock('../../translations/panel/de.json?first', () => {
      throw new Error('Loading chunk de failed');
    });
    const { loadCatalogue: load } = jest.requireActual<typeof messages>(
      '../../src/wording/translate',
    );
    const { language, words } = await load('de');
    expect(language).toBe('en');
    expect(words['footer.refresh']).toBe(en['footer.refresh']);
  });
});
