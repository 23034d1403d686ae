import { latestOf } from '../shared/clock';
import { fieldsOf, idOf, instantOf, type Json, listOf, textOf } from '../shared/json';
import type { Paths } from './client';

/** As Zendesk and its older clients have called the same role. */
export const customers: readonly unknown[] = ['end-user', 'end_user', 'customer'];

/** A public message of the ticket. */
interface Message {
  readonly html: string;
  readonly author: Json;
  readonly byCustomer: boolean;
  readonly at: number | undefined;
}

export const isInternal = ({ channel }: Json): boolean => fieldsOf(channel)['name'] === 'internal';

/** Newest first. */
function conversationOf(paths: Paths): readonly Message[] {
  const messages = listOf(paths['ticket.conversation'])
    .map(fieldsOf)
    .filter((message) => !isInternal(message))
    .map(({ author, message, timestamp }) => ({
      html: textOf(fieldsOf(message)['content']) ?? '',
      author: fieldsOf(author),
      byCustomer: customers.includes(fieldsOf(author)['role']),
      at: instantOf(timestamp),
    }))
    .reverse();
  // Zendesk lists them oldest first, and does not promise it.
  const isDated = messages.every(({ at }) => at !== undefined);
  return isDated ? messages.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0)) : messages;
}

/** A reset that the customer was asked for may be as new as their last message. `undefined`: Zendesk does not say. */
export function customerWroteAt(paths: Paths): number | undefined {
  const written = conversationOf(paths).flatMap(({ byCustomer, at }) => (byCustomer ? [at] : []));
  return latestOf([instantOf(paths['ticket.createdAt']), ...written].flatMap((at) => at ?? []));
}

/**
 * The address of a colleague in copy who wrote the newest message of a customer: Zendesk states the author's id only,
 * so it takes the copies to know the address. `undefined` where the requester wrote last, or nobody can tell.
 */
export function colleagueWhoWroteLast(paths: Paths): string | undefined {
  const last = conversationOf(paths).find(({ byCustomer }) => byCustomer);
  const id = idOf(last?.author['id']);
  if (id === undefined || id === idOf(fieldsOf(paths['ticket.requester'])['id'])) return undefined;
  const author = listOf(paths['ticket.collaborators'])
    .map(fieldsOf)
    .find((user) => idOf(user['id']) === id);
  return textOf(author?.['email']);
}

/**
 * What is read of a ticket: it can hold megabytes, and what a customer says of an address is said in the first pages.
 * Characters of markup, in all and of one message.
 */
const longestMarkup = 100_000;
const longestMessage = 20_000;
/** Enough to know a message again by its beginning: characters of markup. */
export const beginning = 5_000;
/** Each is parsed. Of more of them nobody can tell in good time. */
export const mostNotes = 100;

/** What was written on a ticket. Once it has been searched it is dropped, and known again by its mark. */
export interface Correspondence {
  readonly mark: string;
  readonly unread: Unread | undefined;
}

/** As markup: `ticketText` reads it, which takes a parser. All of it is bounded. */
export interface Unread {
  /** Public: the customers' first, each newest first. */
  readonly messages: readonly string[];
  readonly description: string;
  /** How internal notes begin, by which a description that is one is known. One more than `mostNotes`: too many. */
  readonly notes: readonly string[];
}

export function correspondenceOf(paths: Paths): Correspondence {
  const unread = unreadOf(paths);
  return { mark: markOf(unread), unread };
}

/**
 * In the order in which an address in them is likely to be the one meant: what customers wrote, newest first; then what
 * agents wrote. The older `ticket.comments` does not say what is an internal note everywhere: it is used only where
 * there is no conversation.
 */
export function unreadOf(paths: Paths): Unread {
  const messages = conversationOf(paths);
  const comments = listOf(paths['ticket.comments']).map(fieldsOf);
  const older = comments.filter((one) => one['public'] !== false).map(({ value }) => textOf(value));
  return {
    messages: withinMarkup([
      ...messages.filter(({ byCustomer }) => byCustomer).map(({ html }) => html),
      ...(messages.length > 0 ? [] : older.reverse()),
      ...messages.filter(({ byCustomer }) => !byCustomer).map(({ html }) => html),
    ]),
    description: (textOf(paths['ticket.description']) ?? '').slice(0, longestMessage),
    notes: [
      ...listOf(paths['ticket.conversation'])
        .map(fieldsOf)
        .filter(isInternal)
        .map(({ message }) => fieldsOf(message)['content']),
      ...comments.filter((one) => one['public'] === false).map(({ value }) => value),
    ]
      .slice(0, mostNotes + 1)
      .map((note) => (textOf(note) ?? '').slice(0, beginning)),
  };
}

export function withinMarkup(messages: readonly (string | undefined)[]): readonly string[] {
  let room = longestMarkup;
  return messages.flatMap((message = '') => {
    const html = message.slice(0, Math.min(longestMessage, room));
    room -= html.length;
    return html === '' ? [] : [html];
  });
}

/** Says nothing of what was written. Where another has the same mark, by a rare chance, that is not searched. */
function markOf(unread: Unread): string {
  const json = JSON.stringify(unread);
  let sum = 0;
  for (let at = 0; at < json.length; at += 1) {
    sum = (Math.imul(sum, 31) + json.charCodeAt(at)) | 0;
  }
  return `${json.length} ${sum}`;
}
