import type { OutcomeId } from '../diagnosis/rules';
import type { Language } from '../shared/language';
import type { ReplyName } from '../shared/reply-name';

/** A reply the verdict calls for; what it says is found later (macro or bundled text). */
export type SuggestedReply = { readonly name: ReplyName } & (
  | {
      /** `verdict`: for the primary outcome; `neutral`: discloses nothing. */
      readonly role: 'verdict' | 'neutral';
    }
  /** For an outcome that applies as well. */
  | { readonly role: 'also'; readonly outcome: OutcomeId }
);

/** Where the words come from. */
export type ReplyOrigin =
  | {
      readonly kind: 'macro';
      readonly macroId: number;
      readonly title: string;
      readonly ownMacro: boolean;
    }
  | {
      readonly kind: 'bundled';
      readonly language: Language;
      /** Why the macro was not used. `language`: the engineer picked another language. */
      readonly why:
        | 'not-installed'
        | 'several'
        | 'missing'
        | 'inactive'
        | 'forbidden'
        | 'failed'
        | 'language'
        | 'unsaved-ticket';
    };

/** A reply with its words, ready to be looked at. `html` is sanitised; `text` is the same without markup. */
export interface ReplyText {
  readonly name: ReplyName;
  readonly html: string;
  readonly text: string;
  readonly origin: ReplyOrigin;
  /** Placeholders that nothing has filled, as written: `{{ticket.requester.first_name}}`. Non-empty: may not be inserted. */
  readonly unresolved: readonly string[];
}
