import type { Paths } from './client';
import { fieldsOf, instantOf, listOf } from './read-value';

/** A reset that the customer was asked for may be as new as her last message. `undefined`: Zendesk does not say. */
export function customerWroteAt(paths: Paths): number | undefined {
  const written = listOf(paths['ticket.conversation'])
    .map(fieldsOf)
    .filter(({ author }) => fieldsOf(author)['role'] === 'end-user')
    .map(({ timestamp }) => timestamp);
  const instants = [paths['ticket.createdAt'], ...written].flatMap((one) => instantOf(one) ?? []);
  return instants.length === 0 ? undefined : Math.max(...instants);
}
