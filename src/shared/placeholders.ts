import { htmlToText, parseHtml } from './html';

/**
 * `{{ticket.id}}`, and Liquid's `{% if … %}`: Zendesk fills both in when the comment is submitted, whoever wrote
 * them. A pair that is not closed, or not closed soon, counts by itself.
 */
const placeholder = /\{\{(?:[^{}\n]{0,80}\}\})?|\{%(?:[^{}\n]{0,80}%\})?/g;

/** An editor may drop what is drawn as nothing, and what stood apart then stands together. */
const undrawn = /\p{Default_Ignorable_Code_Point}+/gu;

const allIn = (text: string): readonly string[] =>
  text.replace(undrawn, '').match(placeholder) ?? [];

/** Each placeholder once, as written. */
export function placeholdersIn(...texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(allIn))];
}

/** Also those that markup or entities only seem to break up, and those in attributes. */
export function placeholdersInHtml(html: string): readonly string[] {
  const body = parseHtml(html);
  return placeholdersIn(html, body.innerHTML, body.textContent, htmlToText(html));
}

/** How many stand in a text, however often each. */
export const countPlaceholders = (text: string): number => allIn(text).length;

/** How many stand in markup, as it is written and as it is read. Only good to be compared. */
export function countPlaceholdersInHtml(html: string): number {
  const body = parseHtml(html);
  return countPlaceholders(body.innerHTML) + countPlaceholders(body.textContent);
}

/**
 * Breaks every opening pair with a space that everybody sees. A character that nobody sees would not do: editors
 * drop it; nor would an entity: it has become the character by the time that Zendesk looks. Full-width braces and
 * accents between braces are gone where a system writes plain ASCII.
 */
export function defuse(text: string): string {
  return text.replace(/[{｛](?=[\p{Default_Ignorable_Code_Point}\p{M}]*[{｛%％])/gu, '$& ');
}

/**
 * A customer may be called `{{ticket.id}}`. Where the name stands in somebody else's markup it is defused; what
 * else stands there in braces is left to be noticed. A bare pair names nobody and is left too.
 */
export function defuseName(html: string, name: string, escape: (text: string) => string): string {
  return [name, ...placeholdersIn(name)]
    .filter((part) => part.length > 2)
    .flatMap((part) => [part, escape(part)])
    .reduce((result, part) => result.replaceAll(part, () => defuse(part)), html);
}
