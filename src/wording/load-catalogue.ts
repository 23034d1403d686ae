import type { Language } from '../shared/language';
import type { Catalogue } from './messages';

type Load = () => Promise<{ default: Catalogue }>;

/** What Zendesk itself shows of the app, in Admin Center. */
interface AppTexts {
  readonly app: {
    readonly name: string;
    readonly parameters: Readonly<Record<string, { readonly label: string }>>;
  };
}

interface Files {
  readonly first: Load;
  readonly later: Load;
  readonly asked: Load;
  readonly app: () => Promise<{ default: AppTexts }>;
}

/**
 * Each file comes as three (`vite.config.ts`): what the first view says, what is said below it or after most presses,
 * and what only few of them ask for.
 */
const files: Record<Language, Files> = {
  en: {
    first: () => import('../../translations/panel/en.json?first'),
    later: () => import('../../translations/panel/en.json?later'),
    asked: () => import('../../translations/panel/en.json?asked'),
    app: () => import('../../translations/en.json'),
  },
  de: {
    first: () => import('../../translations/panel/de.json?first'),
    later: () => import('../../translations/panel/de.json?later'),
    asked: () => import('../../translations/panel/de.json?asked'),
    app: () => import('../../translations/de.json'),
  },
  es: {
    first: () => import('../../translations/panel/es.json?first'),
    later: () => import('../../translations/panel/es.json?later'),
    asked: () => import('../../translations/panel/es.json?asked'),
    app: () => import('../../translations/es.json'),
  },
  fr: {
    first: () => import('../../translations/panel/fr.json?first'),
    later: () => import('../../translations/panel/fr.json?later'),
    asked: () => import('../../translations/panel/fr.json?asked'),
    app: () => import('../../translations/fr.json'),
  },
  ja: {
    first: () => import('../../translations/panel/ja.json?first'),
    later: () => import('../../translations/panel/ja.json?later'),
    asked: () => import('../../translations/panel/ja.json?asked'),
    app: () => import('../../translations/ja.json'),
  },
  'pt-BR': {
    first: () => import('../../translations/panel/pt-BR.json?first'),
    later: () => import('../../translations/panel/pt-BR.json?later'),
    asked: () => import('../../translations/panel/pt-BR.json?asked'),
    app: () => import('../../translations/pt-BR.json'),
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

/** What only a press or a lost mail asks for, with Admin Center's names of the settings; rejects likewise. */
export async function loadAskedWords(language: Language): Promise<Catalogue> {
  const [words, texts] = await Promise.all([files[language].asked(), files[language].app()]);
  const { name, parameters } = texts.default.app;
  const labels: Record<string, string> = { 'label.app': name };
  for (const [setting, { label }] of Object.entries(parameters)) labels[`label.${setting}`] = label;
  return { ...words.default, ...labels };
}
