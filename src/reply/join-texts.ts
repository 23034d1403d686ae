import { htmlToText } from './html-to-text';
import { parseHtml } from './html-tree';
import { placeholdersIn } from './placeholders';

/** The parts of sanitised markup that stand below one another. */
function partsOf(html: string): readonly string[] {
  return [...parseHtml(html).children].map(({ outerHTML }) => outerHTML);
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((part, index) => part !== other[index]);
  return different === -1 ? one.length : different;
}

const sharedStart = sharedLength;
const sharedEnd = (one: readonly string[], other: readonly string[]): number =>
  sharedLength(one.toReversed(), other.toReversed());

/**
 * Several replies as one message. What the first and a later one begin with (the greeting) is said once, at the
 * beginning; what they end with (the closing), once at the end. Texts that share nothing are kept whole.
 */
export function joinTexts(
  replies: readonly { readonly html: string }[],
  between = '',
): { readonly html: string; readonly text: string; readonly unresolved: readonly string[] } {
  const [first, ...others] = replies.map(({ html }) => partsOf(html));
  let parts: readonly string[] = first ?? [];
  for (const next of others) {
    const start = sharedStart(parts, next);
    const rest = next.slice(start);
    const end = Math.min(sharedEnd(parts, rest), parts.length - start);
    parts = [...parts.slice(0, parts.length - end), ...partsOf(between), ...rest];
  }
  const html = parts.join('');
  return { html, text: htmlToText(html), unresolved: placeholdersIn(html) };
}
