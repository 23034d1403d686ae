import { htmlParts } from './html-parts';
import { htmlToText } from './html-to-text';
import { placeholdersIn } from './placeholders';

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
