import { htmlToText } from '../shared/html';
import { beginning, mostNotes, type Unread, withinMarkup } from './conversation';

/** Characters of text. */
const longestText = 20_000;

/**
 * Public messages as text, in the order in which an address in them is likely to be the one meant: what customers
 * wrote, newest first; what agents wrote, and the description, which is the first message again; then everything
 * quoted; 20,000 characters in all.
 */
export function ticketText(unread: Unread): string {
  const parts = withinMarkup([...unread.messages, publicDescription(unread)]).map(newAndQuoted);

  let text = '';
  for (const html of [...parts.map(([now]) => now), ...parts.map(([, quoted]) => quoted)]) {
    if (text.length >= longestText) break;
    const words = visible(html);
    if (words !== '') text += text === '' ? words : `\n${words}`;
  }
  return text.slice(0, longestText);
}

/** Enough to know a message again by its beginning. */
const mostLetters = 200;

/** Of a ticket that was opened with an internal note, the description is that note. */
function publicDescription({ description, notes }: Unread): string {
  const letters = (html: string): string =>
    visible(html.slice(0, beginning)).replace(/\s+/g, '').slice(0, mostLetters);
  const begins = letters(description);
  if (begins === '') return description;
  return notes.length > mostNotes || notes.some((note) => letters(note) === begins)
    ? ''
    : description;
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
