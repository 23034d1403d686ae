import type { Language } from '../lib/locale';
import type { ReplyName } from '../lib/reply-name';

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
