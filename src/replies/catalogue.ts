import en from '../../translations/replies/en.json';
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
