import type { Language } from '../lib/locale';
import type { ReplyName } from '../lib/reply-name';
import { bundledReply } from './bundled-reply';
import { escapeText } from './escape-html';
import { joinTexts } from './join-texts';
import type { ReplyText } from './reply';
import type { ReplyCatalogue } from './reply-catalogue';

export interface JoinRequest {
  /** In the order of the causes; at least one. */
  readonly names: readonly ReplyName[];
  readonly language: Language;
  readonly requesterName: string;
}

/** The bundled texts of several causes as one message: one greeting, one closing. */
export function joinReplies(words: ReplyCatalogue, request: JoinRequest): ReplyText {
  const { names, language, requesterName } = request;
  const replies = names.map((name) =>
    bundledReply(words, { name, language, why: 'language', requesterName }),
  );
  return {
    ...joinTexts(replies, `<p>${escapeText(words.also)}</p>`),
    name: names[0] ?? 'no_known_cause',
    origin: { kind: 'bundled', language: words.language, why: 'language' },
  };
}
