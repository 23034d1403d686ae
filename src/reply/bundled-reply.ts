import type { Language } from '../lib/locale';
import type { ReplyName } from '../lib/reply-name';
import { placeholdersIn } from './placeholders';
import type { ReplyOrigin, ReplyText } from './reply';
import { body, closing, opening, toHtml, toText } from './reply-blocks';
import type { ReplyCatalogue } from './reply-catalogue';
import { requesterNameAsText } from './requester-name';

export interface BundledReplyRequest {
  readonly name: ReplyName;
  /** What was asked for; the catalogue's own language is what is stated as the origin. */
  readonly language: Language;
  readonly why: Extract<ReplyOrigin, { kind: 'bundled' }>['why'];
  readonly requesterName: string;
}

/** Our own text of one reply, for when there is no macro or the engineer picked another language. */
export function bundledReply(words: ReplyCatalogue, request: BundledReplyRequest): ReplyText {
  const { name, why, requesterName } = request;
  const blocks = [
    ...opening(words, requesterNameAsText(requesterName)),
    ...body(words, name),
    ...closing(words),
  ];
  const text = toText(blocks);
  return {
    name,
    html: toHtml(blocks),
    text,
    origin: { kind: 'bundled', language: words.language, why },
    unresolved: placeholdersIn(text),
  };
}
