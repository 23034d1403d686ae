import type { ReplyText, SuggestedReply } from '../replies/reply';
import type { Language } from '../shared/language';
import type { ReplyName } from '../shared/reply-name';
import type { ReplyState } from './state';

/** Finds the words of one reply; `language` is set when the engineer picked one over the macro. */
export type FindWords = (name: ReplyName, language: Language | undefined) => Promise<ReplyText>;

export interface ReplyShelf {
  /** The suggestions with as many words as have come; asks for what is missing. */
  show(
    suggestions: readonly SuggestedReply[],
    language: Language | undefined,
  ): readonly ReplyState[];
  /** Asks again for what could not be fetched. */
  retry(): void;
  insertedAt(name: ReplyName): number | undefined;
  markInserted(names: readonly ReplyName[], at: number): void;
}

/** Keeps each reply's words, once found, for as long as the ticket and its requester stay. */
export function createReplyShelf(findWords: FindWords, onWords: () => void): ReplyShelf {
  const words = new Map<string, ReplyState['text']>();
  const inserted = new Map<ReplyName, number>();

  function fetch(key: string, name: ReplyName, language: Language | undefined): void {
    words.set(key, { state: 'loading' });
    void findWords(name, language)
      .then(
        (reply) => words.set(key, { state: 'ready', reply }),
        () => words.set(key, { state: 'unavailable' }),
      )
      .then(onWords);
  }

  return {
    show(suggestions, language) {
      return suggestions.map((suggestion) => {
        const key = `${suggestion.name} ${language ?? ''}`;
        if (!words.has(key)) fetch(key, suggestion.name, language);
        return {
          suggestion,
          text: words.get(key) ?? { state: 'loading' },
          insertedAt: inserted.get(suggestion.name),
        };
      });
    },
    retry() {
      words.forEach(({ state }, key) => {
        if (state === 'unavailable') words.delete(key);
      });
    },
    insertedAt: (name) => inserted.get(name),
    markInserted(names, at) {
      names.forEach((name) => inserted.set(name, at));
    },
  };
}
