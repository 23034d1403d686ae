import type { Language } from '../shared/language';
import type { Catalogue } from './messages';

const files: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('../../translations/panel/en.json'),
  de: () => import('../../translations/panel/de.json'),
  es: () => import('../../translations/panel/es.json'),
  fr: () => import('../../translations/panel/fr.json'),
  ja: () => import('../../translations/panel/ja.json'),
  'pt-BR': () => import('../../translations/panel/pt-BR.json'),
};

/** One language is fetched, English too, so that nobody downloads two. One that does not arrive is English. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  try {
    return (await files[language]()).default;
  } catch {
    return language === 'en' ? {} : loadCatalogue('en');
  }
}
