import { decodeEntities, textOfHtml } from './text-of-html';

const placeholder = /\{\{[^]*?(?:\}\}|$)|\{%[^]*?(?:%\}|$)/g;

/** Zendesk fills these in when the comment is submitted, whoever wrote them. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(text.match(placeholder) ?? [])];
}

/** Also those that markup or entities only seem to break up. */
export function placeholdersInHtml(html: string): readonly string[] {
  return [...new Set([html, decodeEntities(html), textOfHtml(html)].flatMap(placeholdersIn))];
}

/**
 * A word joiner between the braces, which nobody sees, keeps Zendesk from filling anything in. An entity would
 * not: it has become the character by the time that Zendesk looks.
 */
export function withoutPlaceholders(text: string): string {
  return text.replace(
    /(?:\{|&#123;|&#x7b;|&lcub;)(?=\{|%|&#123;|&#x7b;|&lcub;|&#37;|&#x25;)/gi,
    '{\u2060',
  );
}

/** A customer may be called `{{ticket.id}}`: her name is no placeholder, wherever it stands. */
export function withoutPlaceholdersOf(name: string, text: string): string {
  return placeholdersIn(name).reduce(
    (before, found) => before.replaceAll(found, withoutPlaceholders(found)),
    text,
  );
}
