import en from '../../translations/panel/en.json';
import type { Language } from '../lib/locale';
import type { Catalogue } from './catalogue';

/** English is always at hand; another language is fetched on demand, its gaps filled with English. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === 'en') return en;
  try {
    const words = (await import(`../../translations/panel/${language}.json`)) as {
      default: Catalogue;
    };
    return { ...en, ...words.default };
  } catch {
    // A chunk that cannot be fetched costs the language, not the panel.
    return en;
  }
}
