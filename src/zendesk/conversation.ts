import { latestOf } from '../shared/clock';
import { htmlToText } from '../shared/html';
import { fieldsOf, idOf, instantOf, type Json, listOf, textOf } from '../shared/json';
import type { Paths } from './client';

/** As Zendesk and its older clients have called the same role. */
const customers: readonly unknown[] = ['end-user', 'end_user', 'customer'];

/** A public message of the ticket. */
interface Message {
  readonly html: string;
  readonly author: Json;
  readonly byCustomer: boolean;
  readonly at: number | undefined;
}

/** Newest first. */
function conversationOf(paths: Paths): readonly Message[] {
  const messages = listOf(paths['ticket.conversation'])
    .map(fieldsOf)
    .filter(({ channel }) => fieldsOf(channel)['name'] !== 'internal')
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
 * Characters of text, and of the markup around it, in all and of one message.
 */
const longestText = 20_000;
const longestMarkup = 100_000;
const longestMessage = 20_000;

/**
 * Public messages as text, in the order in which an address in them is likely to be the one meant: what customers
 * wrote, newest first; what agents wrote, and the description, which is the first message again; then everything
 * quoted; 20,000 characters in all. The older `ticket.comments` does not say what is an internal note everywhere: it
 * is used only where there is no conversation.
 */
export function ticketText(paths: Paths): string {
  const messages = conversationOf(paths);
  const comments = messages.length > 0 ? [] : publicComments(paths);
  const parts = withinMarkup([
    ...messages.filter(({ byCustomer }) => byCustomer).map(({ html }) => html),
    ...comments,
    ...messages.filter(({ byCustomer }) => !byCustomer).map(({ html }) => html),
    publicDescription(paths),
  ]).map(newAndQuoted);

  let text = '';
  for (const html of [...parts.map(([written]) => written), ...parts.map(([, quoted]) => quoted)]) {
    if (text.length >= longestText) break;
    const words = visible(html);
    if (words !== '') text += text === '' ? words : `\n${words}`;
  }
  return text.slice(0, longestText);
}

function withinMarkup(messages: readonly string[]): readonly string[] {
  let room = longestMarkup;
  return messages.flatMap((message) => {
    const html = message.slice(0, Math.min(longestMessage, room));
    room -= html.length;
    return html === '' ? [] : [html];
  });
}

/** Enough to know a message again by its beginning. */
const beginning = { html: 5_000, letters: 200 };

/** Of a ticket that was opened with an internal note, the description is that note. */
function publicDescription(paths: Paths): string {
  const description = textOf(paths['ticket.description']) ?? '';
  const letters = (html: unknown): string =>
    visible((textOf(html) ?? '').slice(0, beginning.html))
      .replace(/\s+/g, '')
      .slice(0, beginning.letters);
  const notes = [
    ...listOf(paths['ticket.conversation'])
      .map(fieldsOf)
      .filter(({ channel }) => fieldsOf(channel)['name'] === 'internal')
      .map(({ message }) => fieldsOf(message)['content']),
    ...listOf(paths['ticket.comments'])
      .map(fieldsOf)
      .filter((comment) => comment['public'] === false)
      .map(({ value }) => value),
  ];
  const begins = letters(description);
  // Each is parsed. Of more of them nobody can tell in good time.
  if (begins === '' || notes.length > 100) return begins === '' ? description : '';
  return notes.some((note) => letters(note) === begins) ? '' : description;
}

function publicComments(paths: Paths): readonly string[] {
  return listOf(paths['ticket.comments'])
    .map(fieldsOf)
    .filter((comment) => comment['public'] !== false)
    .flatMap(({ value }) => textOf(value) ?? [])
    .reverse();
}

/** Where mail programs begin to repeat the mail that is answered: their markup, their divider, their sentence. */
const quoteBegins =
  /<blockquote\b|<div\b[^<>]{0,200}(?:gmail_quote|yahoo_quoted|moz-cite-prefix|divRplyFwdMsg|appendonsend)|--- ?(?:original message|ursprüngliche nachricht|message d.origine|mensaje original|mensagem original|元のメッセージ|原始邮件|원본 메시지)|\b(?:on|am|le|el|em|il|op) [^\n<>]{5,120}(?:<[^<>]{0,200}>[^\n<>]{0,60})?(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef)\b[^\n]{0,60}:|\d{4}[^\n<>]{5,120}(?:写道|寫道|님이 작성|のメール|napisał|написал|пишет)[^\n<>]{0,20}[:：]/i;

function newAndQuoted(html: string): readonly [written: string, quoted: string] {
  const begins = html.search(quoteBegins);
  return begins < 0 ? [html, ''] : [html.slice(0, begins), html.slice(begins)];
}

/** The address behind a link is as good as one that is written out, and no reader sees it. */
function visible(html: string): string {
  const mailto = /<a\b[^<>]{0,500}?\bhref\s{0,9}=\s{0,9}["']?mailto:([^"'?\s<>]{1,300})/gi;
  const spelledOut = html.replace(mailto, (link, address: string) => ` ${address} ${link}`);
  return htmlToText(spelledOut, { links: false });
}
