const wordJoiner = '\u2060';

/** `{{ticket.id}}`, and Liquid's `{% if … %}`: Zendesk fills both in when the comment is submitted. */
const placeholder = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;

/** Each placeholder once, as written. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(text.match(placeholder))];
}

/**
 * Breaks every opening brace pair with an invisible joiner. Entities would not do: the composer holds the
 * characters themselves, and Zendesk looks for the pair when the comment is submitted.
 */
export function defuse(text: string): string {
  return text.replace(/\{(?=[{%])/g, `{${wordJoiner}`);
}
