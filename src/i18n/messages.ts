import type en from '../../translations/panel/en.json';
import type { Language } from '../lib/locale';

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number>>;

/** The panel's words in one language. `{name}` in a message is filled from `values`. */
export interface Messages {
  readonly language: Language;
  (key: MessageKey, values?: MessageValues): string;
  /** `<key>.one`, `<key>.other`, … by Intl.PluralRules; `{count}` is filled. */
  count(key: string, count: number, values?: MessageValues): string;
  /** `14:02`, with the day where it is not today's. */
  time(at: number): string;
  /** `3 May`, with the year where it is not this one. */
  date(at: number): string;
  list(items: readonly string[]): string;
}
