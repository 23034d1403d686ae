import type { Language } from '../shared/language';
import type { Catalogue } from './messages';

type Load = () => Promise<{ default: Catalogue }>;

/** Each file comes as two (`vite.config.ts`): what the first view says, and what is said below it or after a press. */
const files: Record<Language, { readonly first: Load; readonly later: Load }> = {
  en: {
    first: () => import('../../translations/panel/en.json?first'),
    later: () => import('../../translations/panel/en.json?later'),
  },
  de: {
    first: () => import('../../translations/panel/de.json?first'),
    later: () => import('../../translations/panel/de.json?later'),
  },
  es: {
    first: () => import('../../translations/panel/es.json?first'),
    later: () => import('../../translations/panel/es.json?later'),
  },
  fr: {
    first: () => import('../../translations/panel/fr.json?first'),
    later: () => import('../../translations/panel/fr.json?later'),
  },
  ja: {
    first: () => import('../../translations/panel/ja.json?first'),
    later: () => import('../../translations/panel/ja.json?later'),
  },
  'pt-BR': {
    first: () => import('../../translations/panel/pt-BR.json?first'),
    later: () => import('../../translations/panel/pt-BR.json?later'),
  },
};

export interface LoadedWords {
  /** What the words are in: English where the language asked for did not arrive. */
  readonly language: Language;
  readonly words: Catalogue;
}

/** One language is fetched, English too, so that nobody downloads two. */
export async function loadCatalogue(language: Language): Promise<LoadedWords> {
  try {
    return { language, words: (await files[language].first()).default };
  } catch {
    return language === 'en' ? { language, words: {} } : loadCatalogue('en');
  }
}

/** The rest of the same language; rejects where it does not arrive. */
export async function loadLaterWords(language: Language): Promise<Catalogue> {
  return (await files[language].later()).default;
}
