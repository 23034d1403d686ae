import type { Paths } from './client';
import { fieldsOf, listOf, textOf } from './read-value';
import { textOfHtml } from './text-of-html';

/**
 * Description and public messages. The conversation says which entries are internal notes, the older
 * `ticket.comments` does not: it is used only where there is no conversation.
 */
export function ticketText(paths: Paths): string {
  const conversation = listOf(paths['ticket.conversation']).map(fieldsOf);
  const messages =
    conversation.length > 0
      ? conversation
          .filter(({ channel }) => fieldsOf(channel)['name'] !== 'internal')
          .map(({ message }) => fieldsOf(message)['content'])
      : listOf(paths['ticket.comments'])
          .map(fieldsOf)
          .filter((comment) => comment['public'] !== false)
          .map(({ value }) => value);

  return [paths['ticket.description'], ...messages]
    .flatMap((part) => textOf(part) ?? [])
    .map(textOfHtml)
    .join('\n');
}
