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
 * A customer may be called `{{ticket.id}}`. A word joiner between the braces, which nobody sees, keeps Zendesk
 * from reading the name as anything but a name.
 */
export function withoutPlaceholdersOf(name: string, text: string): string {
  return placeholdersIn(name).reduce(
    (before, found) => before.replaceAll(found, found.replace(/\{(?=[{%])/g, '{\u2060')),
    text,
  );
}
