import en from '../../translations/replies/en.json';
import type { Language } from '../lib/locale';
import type { ReplyCatalogue, ReplyTranslation } from './reply-catalogue';

export type LoadReplies = (language: Language) => Promise<ReplyCatalogue>;

const files: Record<Exclude<Language, 'en'>, () => Promise<{ default: ReplyTranslation }>> = {
  de: () => import('../../translations/replies/de.json'),
  es: () => import('../../translations/replies/es.json'),
  fr: () => import('../../translations/replies/fr.json'),
  ja: () => import('../../translations/replies/ja.json'),
  'pt-BR': () => import('../../translations/replies/pt-BR.json'),
};

const english: ReplyCatalogue = { language: 'en', ...en };

/** English is at hand always, and what is given when a language's file does not arrive: better than no reply. */
export const loadReplies: LoadReplies = async (language) => {
  if (language === 'en') return english;
  try {
    const { default: words } = await files[language]();
    return { language, ...words };
  } catch {
    return english;
  }
};
