import type { Language, ReplyName } from '../shared/reply-name';

/** One reply's own words. Plain text with `{sign_in_url}`-like links; the markup is ours. */
interface ReplyWords {
  /** What we found, in the customer's words. */
  readonly found: string;
  readonly ask: string;
  /** What to do, in order, or (`choices`) one of several ways. */
  readonly steps?: readonly string[];
  readonly choices?: readonly string[];
  /** When to write back. */
  readonly back: string;
}

/** translations/replies/<language>.json */
export interface ReplyTranslation {
  /** With `{name}`. */
  readonly greeting: string;
  readonly greeting_without_name: string;
  readonly opening: string;
  readonly closing: string;
  /** Before each further cause of a joined message. */
  readonly also: string;
  readonly replies: { readonly [R in ReplyName]: ReplyWords };
}

export interface ReplyCatalogue extends ReplyTranslation {
  readonly language: Language;
}

export type LoadReplies = (language: Language) => Promise<ReplyCatalogue>;

const files: Record<Language, () => Promise<{ default: ReplyTranslation }>> = {
  en: () => import('../../translations/replies/en.json'),
  de: () => import('../../translations/replies/de.json'),
  es: () => import('../../translations/replies/es.json'),
  fr: () => import('../../translations/replies/fr.json'),
  ja: () => import('../../translations/replies/ja.json'),
  'pt-BR': () => import('../../translations/replies/pt-BR.json'),
};

/** One language is fetched, and English where that file does not arrive: better than no reply. Rejects where neither does. */
export const loadReplies: LoadReplies = async (language) => {
  try {
    const { default: words } = await files[language]();
    return { language, ...words };
  } catch (reason) {
    if (language === 'en') throw reason;
    return loadReplies('en');
  }
};
