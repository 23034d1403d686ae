import { fieldsOf, listOf, textOf } from './read-value';
import { escapeHtml, textOfHtml } from './text-of-html';

export interface MacroComment {
  readonly html: string;
  readonly text: string;
}

/**
 * The comment in the answer of `…/macros/{id}/apply.json`. `scoped_body` is labelled `html` or `text/html`
 * depending on who describes it. A macro that writes an internal note is no reply.
 */
export function macroComment(answer: unknown): MacroComment | undefined {
  const ticket = fieldsOf(fieldsOf(fieldsOf(answer)['result'])['ticket']);
  const comment = fieldsOf(ticket['comment']);
  if (comment['public'] === false || comment['public'] === 'false') return undefined;

  const scoped = (...labels: readonly string[]): string | undefined => {
    const pairs = listOf(comment['scoped_body']).map(listOf);
    return textOf(pairs.find(([label]) => labels.includes(String(label)))?.[1]);
  };
  const plain = scoped('text/plain', 'plain') ?? textOf(comment['body']);
  const html = textOf(comment['html_body']) ?? scoped('text/html', 'html') ?? plainAsHtml(plain);
  return html === undefined ? undefined : { html, text: textOfHtml(html) };
}

function plainAsHtml(plain: string | undefined): string | undefined {
  return plain && escapeHtml(plain).replace(/\r\n|\r|\n/g, '<br>');
}
