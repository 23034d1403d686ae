import { languages } from '../../src/shared/reply-name';
import { loadCatalogue } from '../../src/wording/messages';
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
