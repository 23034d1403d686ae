import { escapeText, withoutEnd } from './text';

/** What a parser opens again in every paragraph until it is closed, as often as it was opened with other attributes. */
const reopened = 'b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u';
const isReopened = new RegExp(`^(?:${reopened})$`);
const asSpans = new RegExp(`(</?)(?:${reopened})(?=[\\s/>])`, 'gi');
const hasNoEnd = /^(?:br|hr|img|input|wbr|col|area|base|link|meta|embed|param|source|track)$/;
/** With its end only where nobody can read it in two ways: no `<` or `>` in an attribute, each quote closed. */
const tags =
  /<(\/?)([a-z][^\s/<>]*)?((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)*\s*\/?>)?/gi;

/** How many elements a parser makes more than there are tags, at the most: an end counts only where it must be one. */
function reopenedIn(html: string): number {
  const inside: string[] = [];
  let open = 0;
  let count = 0;
  for (const [, slash, written = '', end] of html.matchAll(tags)) {
    const name = written.toLowerCase();
    const isWhole = name !== '' && end !== undefined;
    count += open;
    if (isWhole && slash === '/') {
      if (inside.at(-1) !== name) continue;
      inside.pop();
      if (isReopened.test(name)) open -= 1;
    } else {
      if (slash === '' && isReopened.test(name)) open += 1;
      // What is not whole, a comment among them, may hide the ends that follow: nothing before it counts as closed.
      if (!isWhole || !hasNoEnd.test(name)) inside.push(isWhole ? name : '');
    }
  }
  return count;
}

/**
 * A browser's parser takes time by the square of the tags that are open at once: 20,000 of them, in 100 kB, are eight
 * seconds of Chromium's, 4,000 are a tenth of one. And 200 open `<b>`, each with another attribute, are made anew in
 * each of 1,000 paragraphs: 200,000 elements of 5 kB, in 16 seconds. No letter to a customer comes near these bounds.
 */
export const isTooMuchMarkup = (html: string): boolean =>
  html.length > 200_000 || html.split('<', 4_001).length > 4_000 || reopenedIn(html) > 20_000;

/**
 * An inert document: nothing in it runs or loads. The doctype keeps the parser out of quirks mode. Of too much markup
 * it holds the text as written, tags and all.
 */
export function parseHtml(html: string): HTMLElement {
  const markup = isTooMuchMarkup(html) ? escapeText(html) : html;
  return new DOMParser().parseFromString(`<!doctype html><body>${markup}`, 'text/html').body;
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3;

/** Browsers nest no deeper than this either; below it markup is read as its text. */
export const deepest = 500;

/** No reader sees what these hold as text. */
const unread = /^(script|style|template|title|noscript|textarea|select|iframe|object|svg|math)$/;
const paragraph = /^(p|ul|ol|blockquote|h[1-6]|pre|hr|table)$/;
const line = /^(div|tr|dt|dd|section|article|header|footer)$/;

interface Style {
  /** A link's address beside its words, where it says more than they do. */
  readonly links: boolean;
  readonly preformatted: boolean;
  readonly depth: number;
  /** What goes before each item of the list. */
  readonly mark: string | undefined;
}

function linkText(element: Element, style: Style): string {
  const text = childrenToText(element, style);
  const href = element.getAttribute('href') ?? '';
  const shown = href.replace(/^mailto:/, '');
  if (!style.links) return text;
  return text.trim() === '' || text.trim() === href || text.trim() === shown
    ? shown
    : `${text} (${shown})`;
}

function childrenToText(parent: Node, style: Style): string {
  if (style.depth > deepest) return parent.textContent ?? '';
  const isNumbered = isElement(parent) && parent.localName === 'ol';
  let text = '';
  let items = 0;
  for (const node of parent.childNodes) {
    if (isElement(node) && node.localName === 'li') items += 1;
    const mark = isNumbered ? `${items}.` : '-';
    text += nodeToText(node, { ...style, depth: style.depth + 1, mark });
  }
  return text;
}

function nodeToText(node: Node, style: Style): string {
  if (isText(node)) {
    return style.preformatted ? node.data : node.data.replace(/[ \t\r\n]+/g, ' ');
  }
  if (!isElement(node)) return '';

  const tag = node.localName;
  if (unread.test(tag)) return '';
  if (tag === 'br') return '\n';
  if (tag === 'a') return linkText(node, style);
  const inner = childrenToText(node, {
    ...style,
    preformatted: style.preformatted || tag === 'pre',
  });
  if (tag === 'li') return `\n${style.mark ?? '-'} ${inner.trim()}`;
  if (tag === 'td' || tag === 'th') return `${inner} `;
  if (line.test(tag)) return `\n${inner}\n`;
  return paragraph.test(tag) ? `\n\n${inner}\n\n` : inner;
}

/** `<jane@example.com>`, as mail programs quote a sender, is no tag. */
const quotedAddress = /<(?=[^\s<>@]{1,64}@)/g;

/** What a reader sees of some HTML. Makes no promise of safety: the result is text. */
export function htmlToText(html: string, { links = true } = {}): string {
  // Most of what customers write has no markup, and needs no parser.
  if (!/[<&]/.test(html)) return html.replace(/[ \t\r\n]+/g, ' ').trim();
  // Bold or not, the words are the same, and a mail may be full of what is never closed.
  const body = parseHtml(html.replace(quotedAddress, '&lt;').replace(asSpans, '$1span'));
  return childrenToText(body, { links, preformatted: false, depth: 0, mark: undefined })
    .split('\n')
    .map((one) => withoutEnd(one.replace(/^[ \t]+/, ''), ' \t'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
