import { htmlToText } from '../shared/html';
import { placeholdersIn } from '../shared/placeholders';
import { htmlParts } from '../shared/sanitise';
import { escapeText } from '../shared/text';
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

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((part, index) => part !== other[index]);
  return different === -1 ? one.length : different;
}

const sharedEnd = (one: readonly string[], other: readonly string[]): number =>
  sharedStart([...one].reverse(), [...other].reverse());

/**
 * Several replies as one message. What the first and a later one begin with (the greeting) is said once, at the
 * beginning; what they end with (the closing), once at the end. Texts that share nothing are kept whole.
 */
export function joinTexts(
  replies: readonly { readonly html: string }[],
  between = '',
): { readonly html: string; readonly text: string; readonly unresolved: readonly string[] } {
  const [first, ...others] = replies.map(({ html }) => htmlParts(html));
  let parts: readonly string[] = first ?? [];
  for (const next of others) {
    const start = sharedStart(parts, next);
    const rest = next.slice(start);
    const end = sharedEnd(parts.slice(start), rest);
    if (end === rest.length) continue;
    parts = [...parts.slice(0, parts.length - end), ...htmlParts(between), ...rest];
  }
  const html = parts.join('');
  const text = htmlToText(html);
  return { html, text, unresolved: placeholdersIn(html, text) };
}
