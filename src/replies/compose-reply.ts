import type { Address } from '../address/address';
import { htmlToText, parseHtml } from '../shared/html';
import {
  defuse,
  defuseName,
  isNoName,
  longestName,
  mayBecomeLink,
  named,
  parted,
  placeholdersIn,
  withoutLinksOf,
} from '../shared/placeholders';
import type { Language, ReplyName } from '../shared/reply';
import { sanitise, htmlParts } from '../shared/sanitise';
import { cut, escapeAttribute, escapeText, visibleText } from '../shared/text';
import { type Reason, type ReplyCatalogue, withLinks, wordsOf } from './catalogue';
import type { ReplyOrigin, ReplyText } from './suggest';

/** What a reply says of this ticket beside its general words. */
export interface Particulars {
  readonly reason?: Reason | undefined;
  /** The address that it is about, where that is not the one the customer writes from. No `Address` holds a brace. */
  readonly about?: Address | undefined;
}

export interface BundledReplyRequest extends Particulars {
  readonly name: ReplyName;
  /** What was asked for; the catalogue's own language is what is stated as the origin. */
  readonly language: Language;
  readonly why: Extract<ReplyOrigin, { kind: 'bundled' }>['why'];
  readonly requesterName: string;
}

/** Our own text of one reply, for when there is no macro or the engineer picked another language. */
export function bundledReply(words: ReplyCatalogue, request: BundledReplyRequest): ReplyText {
  const { name, why, requesterName } = request;
  const html = toHtml([
    ...opening(words, requesterNameAsText(requesterName)),
    ...body(words, name, request),
    ...closing(words),
  ]);
  const text = htmlToText(html);
  return {
    name,
    html,
    text,
    origin: { kind: 'bundled', language: words.language, why },
    unresolved: placeholdersIn(text),
  };
}

/** A message before it is markup. */
export type Block =
  /** Holds the requester's name or an address: nothing in it is filled in any more. */
  | { readonly kind: 'filled'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** `name` as it shall stand in the greeting; '' greets without one. */
export function opening(words: ReplyCatalogue, name: string): readonly Block[] {
  const text =
    name === '' ? words.greeting_without_name : words.greeting.replace('{name}', () => name);
  return [{ kind: 'filled', text }, paragraph(words.opening)];
}

export const closing = (words: ReplyCatalogue): readonly Block[] => [paragraph(words.closing)];

export function body(
  words: ReplyCatalogue,
  reply: ReplyName,
  { reason, about }: Particulars = {},
): readonly Block[] {
  const { found, why = [], ask, steps, choices, back } = wordsOf(words, reply, reason);
  const named: Block[] = [];
  if (about !== undefined) {
    named.push({ kind: 'filled', text: words.about.replace('{address}', () => about) });
  }
  const lists: Block[] = [];
  if (steps) lists.push({ kind: 'list', ordered: true, items: steps });
  if (choices) lists.push({ kind: 'list', ordered: false, items: choices });
  return [...named, ...[found, ...why, ask].map(paragraph), ...lists, paragraph(back)];
}

const markup = (text: string): string =>
  withLinks(escapeText(text), (url) => `<a href="${url}">${url}</a>`);

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'filled':
      return `<p>${escapeText(block.text)}</p>`;
    case 'paragraph':
      return `<p>${markup(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${markup(item)}</li>`).join('')}</${tag}>`;
    }
  }
}

export const toHtml = (blocks: readonly Block[]): string => blocks.map(blockToHtml).join('');

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Customers choose it: it can be markup (escape it), a placeholder, a novel. */
const nameAsText = (name: string): string =>
  defuse(cut(visibleText(name, { most: 1_000 }), longestName));

/** Written from right to left it is isolated, so that the comma stays put. */
const isolated = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name);

/** The name for a greeting, or '' where nothing is left of it, or where it is no name. */
export const requesterNameAsText = (name: string): string =>
  isNoName(name) ? '' : isolated(nameAsText(name));

/** The macro as Zendesk would apply it to this ticket. */
export interface FoundMacro {
  readonly macroId: number;
  readonly title: string;
  readonly html: string;
  /** Named by an admin in the settings. */
  readonly ownMacro: boolean;
}

/** Our own macros hold this one placeholder only; should Zendesk leave it standing, we know the name as well. */
function fillName(html: string, requesterName: string): string {
  const name = nameAsText(requesterName);
  const shown = isolated(mayBecomeLink(name) ? parted(name) : name);
  return name === ''
    ? html
    : html.replace(/\{\{\s*ticket\.requester\.name\s*\}\}/g, () => escapeAttribute(shown));
}

/** The macro's words, made safe; what nothing has filled in is stated. */
export function replyFromMacro(
  name: ReplyName,
  { macroId, title, html: written, ownMacro }: FoundMacro,
  requesterName: string,
): ReplyText {
  const greeted = named(written, requesterName);
  const safe = withoutLinksOf(defuseName(greeted, requesterName, escapeText), requesterName);
  const filled = fillName(safe, requesterName);
  const html = sanitise(filled);
  const text = htmlToText(html);
  return {
    name,
    html,
    text,
    origin: { kind: 'macro', macroId, title, ownMacro },
    // Of what was written as well: a link's address loses its braces when it is normalised.
    unresolved: placeholdersIn(filled, html, text),
  };
}

/**
 * A macro's reply that says what is particular to this ticket: where its general part is the app's own, unchanged, the
 * particular one takes its place; an admin's own words are left as they are, and that they are general is stated.
 */
export function fitToTicket(
  reply: ReplyText,
  words: ReplyCatalogue,
  particulars: Particulars,
): ReplyText {
  const parts = htmlParts(reply.html);
  const general = body(words, reply.name).map((block) => htmlToText(blockToHtml(block)));
  const start = parts.findIndex((_, at) =>
    general.every((text, index) => htmlToText(parts[at + index] ?? '') === text),
  );
  if (start === -1) return { ...reply, macroIs: 'general' };
  const fitted = htmlParts(toHtml(body(words, reply.name, particulars)));
  const rest = parts.slice(start + general.length);
  const html = [...parts.slice(0, start), ...fitted, ...rest].join('');
  const macroIs = { fitted: { written: reply.html } };
  return { ...reply, html, text: htmlToText(html), macroIs };
}

/** Until this is mended, nothing that the portal sends arrives, a confirmation no more than a reset. */
const beforeAnyMail: readonly ReplyName[] = [
  'reset_not_delivered',
  'reset_misrouted',
  'reset_refused',
  'link_not_delivered',
  'link_misrouted',
  'link_refused',
];
/** Without it neither a new password nor a link lets anybody in. */
const confirmation: readonly ReplyName[] = ['unconfirmed', 'unconfirmed_with_link'];

/** The order in which the customer has to do it, which is not the page's. */
function rankOf({ name }: ReplyText): number {
  if (beforeAnyMail.includes(name)) return 0;
  return confirmation.includes(name) ? 1 : 2;
}

/**
 * The replies to several causes, in the words they were shown in, as one message: one greeting, one closing, each
 * instruction once. `also` leads over to each further cause; macros get none, since their language is not known.
 * It stays the reply to the first cause, whichever comes first in it.
 */
export function joinReplies(first: ReplyText, others: readonly ReplyText[], also = ''): ReplyText {
  const { name, origin } = first;
  const between = also === '' ? '' : `<p>${escapeText(also)}</p>`;
  const replies = [first, ...others];
  const joined = joinTexts(
    replies.toSorted((one, other) => rankOf(one) - rankOf(other)),
    between,
  );
  // What a reply stated of the words as written need not be seen any more in the words made safe.
  const stated = replies.flatMap(({ unresolved }) => unresolved);
  return { ...joined, unresolved: [...new Set([...stated, ...joined.unresolved])], name, origin };
}

/** One paragraph or list, and which of the replies says it; what leads over is of none. */
interface Part {
  readonly html: string;
  readonly of: number | undefined;
}

function sharedStart(one: readonly Part[], other: readonly Part[]): number {
  const different = one.findIndex(({ html }, index) => html !== other[index]?.html);
  return different === -1 ? one.length : different;
}

const sharedEnd = (one: readonly Part[], other: readonly Part[]): number =>
  sharedStart([...one].reverse(), [...other].reverse());

/**
 * Several replies as one message. What the first and a later one begin with (the greeting) is said once, at the
 * beginning; what they end with (the closing), once at the end; and what two of them say between, where the later one
 * says it. Texts that share nothing are kept whole.
 */
export function joinTexts(
  replies: readonly { readonly html: string }[],
  between = '',
): { readonly html: string; readonly text: string; readonly unresolved: readonly string[] } {
  const [first = [], ...others] = replies.map(({ html }, of) =>
    htmlParts(html).map((part): Part => ({ html: part, of })),
  );
  const leadOver = htmlParts(between).map((html): Part => ({ html, of: undefined }));
  let parts: readonly Part[] = first;
  let greeting = first.length;
  for (const next of others) {
    const start = sharedStart(parts, next);
    greeting = Math.min(greeting, start);
    const rest = next.slice(start);
    const end = sharedEnd(parts.slice(start), rest);
    if (end === rest.length) continue;
    parts = [...parts.slice(0, parts.length - end), ...leadOver, ...rest];
  }
  const html = [...parts.slice(0, greeting), ...eachOnce(parts.slice(greeting))]
    .map((part) => part.html)
    .join('');
  const text = htmlToText(html);
  return { html, text, unresolved: placeholdersIn(html, text) };
}

/** Without what a later reply says again. A reply's own repetitions are its author's business. */
function eachOnce(parts: readonly Part[]): readonly Part[] {
  const kept: Part[] = [];
  const said = parts.map(({ of, html }) => ({ of, words: [html, ...itemsOf(html)] }));
  for (const [index, part] of parts.entries()) {
    const isOther = ({ of }: Pick<Part, 'of'>) => of !== undefined && of !== part.of;
    const later = said.slice(index + 1).flatMap((one) => (isOther(one) ? one.words : []));
    const html = part.of === undefined ? part.html : withoutRepeated(part.html, later);
    if (html !== '') kept.push({ ...part, html });
    // "To confirm it:" leads to nothing without its steps.
    else if (itemsOf(part.html).length > 0 && endsInColon(kept.at(-1))) kept.pop();
  }
  return kept;
}

const list = (html: string): Element | undefined => {
  const element = parseHtml(html).firstElementChild ?? undefined;
  return element?.localName === 'ol' || element?.localName === 'ul' ? element : undefined;
};

const itemsOf = (html: string): readonly string[] =>
  [...(list(html)?.children ?? [])].map(({ outerHTML }) => outerHTML);

function withoutRepeated(html: string, later: readonly string[]): string {
  if (later.includes(html)) return '';
  const steps = list(html);
  if (!steps) return html;
  for (const item of [...steps.children]) if (later.includes(item.outerHTML)) item.remove();
  return steps.children.length === 0 ? '' : steps.outerHTML;
}

const endsInColon = (part: Part | undefined): boolean =>
  part !== undefined && /[:：]$/.test(htmlToText(part.html));
