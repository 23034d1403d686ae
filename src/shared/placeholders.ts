const wordJoiner = '\u2060';

/**
 * `{{ticket.id}}`, and Liquid's `{% if … %}`: Zendesk fills both in when the comment is submitted. A pair that is
 * not closed, or not closed soon, counts by itself.
 */
const placeholder = /\{\{(?:[^{}\n]{0,80}\}\})?|\{%(?:[^{}\n]{0,80}%\})?/g;

/** Each placeholder once, as written. */
export function placeholdersIn(...texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(placeholder) ?? []))];
}

/**
 * Breaks every opening brace pair with an invisible joiner. Entities would not do: the composer holds the
 * characters themselves, and Zendesk looks for the pair when the comment is submitted.
 */
export function defuse(text: string): string {
  return text.replace(/\{(?=[{%])/g, `{${wordJoiner}`);
}

/**
 * A customer can call herself `{{ticket.id}}`. Where her name stands in somebody else's markup it is defused; what
 * else stands there in braces is left to be noticed. A bare pair names nobody and is left too.
 */
export function defuseName(html: string, name: string, escape: (text: string) => string): string {
  return [name, ...placeholdersIn(name)]
    .filter((part) => part.length > 2)
    .flatMap((part) => [part, escape(part)])
    .reduce((result, part) => result.replaceAll(part, () => defuse(part)), html);
}
