import { escapeText } from './escape-html';
import { joinTexts } from './join-texts';
import type { ReplyText } from './reply';

/**
 * The replies to several causes, in the words they were shown in, as one message: one greeting, one closing.
 * `also` leads over to each further cause; macros get none, since their language is not known.
 */
export function joinReplies(first: ReplyText, others: readonly ReplyText[], also = ''): ReplyText {
  const { name, origin } = first;
  const between = also === '' ? '' : `<p>${escapeText(also)}</p>`;
  const replies = [first, ...others];
  const joined = joinTexts(replies, between);
  // What a reply stated of the words as written need not be seen any more in the words made safe.
  const stated = replies.flatMap(({ unresolved }) => unresolved);
  return { ...joined, unresolved: [...new Set([...stated, ...joined.unresolved])], name, origin };
}
