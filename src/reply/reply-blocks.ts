import type { ReplyName } from '../lib/reply-name';
import { escapeText } from './escape-html';
import { portalLinks } from './portal-links';
import type { ReplyCatalogue } from './reply-catalogue';

/** A message before it is markup or plain text. */
export type Block =
  /** Holds the requester's name: nothing in it is filled in any more. */
  | { readonly kind: 'greeting'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** `name` as it shall stand in the greeting; '' greets without one. */
export function opening(words: ReplyCatalogue, name: string): readonly Block[] {
  const text =
    name === '' ? words.greeting_without_name : words.greeting.replace('{name}', () => name);
  return [{ kind: 'greeting', text }, paragraph(words.opening)];
}

export const closing = (words: ReplyCatalogue): readonly Block[] => [paragraph(words.closing)];

export function body(words: ReplyCatalogue, reply: ReplyName): readonly Block[] {
  const { found, ask, steps, choices, back } = words.replies[reply];
  const lists: Block[] = [];
  if (steps) lists.push({ kind: 'list', ordered: true, items: steps });
  if (choices) lists.push({ kind: 'list', ordered: false, items: choices });
  return [paragraph(found), paragraph(ask), ...lists, paragraph(back)];
}

const withLinks = (text: string, link: (url: string) => string): string =>
  text.replace(/\{([a-z_]+_url)\}/g, (written, key: string) => {
    const url = portalLinks[key];
    return url === undefined ? written : link(url);
  });

const markup = (text: string): string =>
  withLinks(escapeText(text), (url) => `<a href="${url}">${url}</a>`);
const plain = (text: string): string => withLinks(text, (url) => url);

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'greeting':
      return `<p>${escapeText(block.text)}</p>`;
    case 'paragraph':
      return `<p>${markup(block.text)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${markup(item)}</li>`).join('')}</${tag}>`;
    }
  }
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'greeting':
      return block.text;
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${plain(item)}`)
        .join('\n');
  }
}

export const toHtml = (blocks: readonly Block[]): string => blocks.map(blockToHtml).join('');
export const toText = (blocks: readonly Block[]): string => blocks.map(blockToText).join('\n\n');
