/**
 * Fewer characters than an address may have: in running text the others are punctuation, markup or part of a link.
 * The look-behind starts a match only where a word starts, so that a long run of letters is read once.
 */
const inText =
  /(?<![\p{L}\p{M}\p{N}._+'-])[_'.-]*([a-z0-9][a-z0-9._+'-]{0,63}@[a-z0-9][a-z0-9.-]{0,252})/giu;

/** A quoted thread repeats its addresses; a pasted list is not something to choose from. */
const most = 10;

/** The texts in a ticket that look like addresses, in order. */
export function findAddresses(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, match = ''] of text.matchAll(inText)) {
    found.add(match.replace(/[.-]+$/, ''));
    if (found.size === most) break;
  }
  return [...found];
}
