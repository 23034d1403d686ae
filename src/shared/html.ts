import { escapeAttribute, escapeText } from './text';

/** An inert document: nothing in it runs or loads. The doctype keeps the parser out of quirks mode. */
function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node): node is Text => node.nodeType === 3;

/** The address of a link that may stay: https or mailto, normalised. Everything else loses its link. */
export function safeHref(href: string): string | undefined {
  try {
    const url = new URL(href);
    const withoutLogin = url.username === '' && url.password === '';
    return (url.protocol === 'https:' && withoutLogin) || url.protocol === 'mailto:'
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

/** What a reply needs. Anything else gives way to its contents, or (below) goes with them. */
const kept = new Set(
  'p div br hr span b strong i em u s a ul ol li blockquote h1 h2 h3 h4 h5 h6 pre code bdi'.split(
    ' ',
  ),
);
const withoutEnd = new Set(['br', 'hr']);
/** Their contents are not words for the customer, or are read by other rules. */
const dropped = new Set(
  (
    'script style template noscript iframe frame frameset object embed applet param noembed noframes ' +
    'head title base link meta textarea select option input audio video source track canvas ' +
    'xmp plaintext listing map area dialog'
  ).split(' '),
);
const xhtml = 'http://www.w3.org/1999/xhtml';
const directions = new Set(['ltr', 'rtl', 'auto']);

function attributes(element: Element, tag: string): string {
  const dir = (element.getAttribute('dir') ?? '').toLowerCase();
  const href = tag === 'a' ? safeHref(element.getAttribute('href') ?? '') : undefined;
  return (
    (href === undefined ? '' : ` href="${escapeAttribute(href)}"`) +
    (directions.has(dir) ? ` dir="${dir}"` : '')
  );
}

function nodeToHtml(node: Node): string {
  if (isText(node)) return escapeText(node.data);
  if (!isElement(node)) return '';

  const tag = node.localName;
  // svg and math bring their own parsing rules, and with them most of the known ways round a sanitiser.
  if (node.namespaceURI !== xhtml || dropped.has(tag)) return '';

  const inner = [...node.childNodes].map(nodeToHtml).join('');
  const attributesKept = attributes(node, tag);
  if (!kept.has(tag) || (tag === 'a' && !attributesKept.includes(' href='))) return inner;
  if (withoutEnd.has(tag)) return `<${tag}>`;
  // The parser swallows a line break that follows <pre>.
  const lineBreak = tag === 'pre' && inner.startsWith('\n') ? '\n' : '';
  return `<${tag}${attributesKept}>${lineBreak}${inner}</${tag}>`;
}

const once = (html: string): string => [...parseHtml(html).childNodes].map(nodeToHtml).join('');

const maxPasses = 8;

/**
 * The macro's markup, rebuilt from an allowlist. What is written must be what every later parser reads, so it is
 * parsed again until nothing changes; markup that will not settle is shown as text.
 */
export function sanitise(html: string): string {
  let before = html;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const after = once(before);
    if (after === before) return after;
    before = after;
  }
  return `<p>${escapeText(parseHtml(before).textContent)}</p>`;
}

const blocks = new Set('p div ul ol blockquote h1 h2 h3 h4 h5 h6 pre hr'.split(' '));

const isBlock = (node: Node): boolean => isElement(node) && blocks.has(node.localName);

const toHtml = (node: Node): string =>
  isText(node) ? escapeText(node.data) : isElement(node) ? node.outerHTML : '';

/** The parts of sanitised markup that stand below one another; loose lines become paragraphs. */
export function htmlParts(html: string): readonly string[] {
  const parts: string[] = [];
  let loose = '';
  const endLine = (): void => {
    if (loose.trim() !== '') parts.push(`<p>${loose}</p>`);
    loose = '';
  };
  for (const node of parseHtml(html).childNodes) {
    if (isBlock(node)) {
      endLine();
      parts.push(toHtml(node));
    } else if (isElement(node) && node.localName === 'br') {
      endLine();
    } else {
      loose += toHtml(node);
    }
  }
  endLine();
  return parts;
}

const paragraphs = new Set('p ul ol blockquote h1 h2 h3 h4 h5 h6 pre hr'.split(' '));

function listItem(item: Element): string {
  const list = item.parentElement;
  const items = list ? [...list.children].filter(({ localName }) => localName === 'li') : [];
  const mark = list?.localName === 'ol' ? `${items.indexOf(item) + 1}.` : '-';
  return `\n${mark} ${childrenToText(item).trim()}`;
}

function link(element: Element): string {
  const text = childrenToText(element);
  const href = element.getAttribute('href') ?? '';
  const shown = href.replace(/^mailto:/, '');
  return text.trim() === '' || text.trim() === href || text.trim() === shown
    ? shown
    : `${text} (${shown})`;
}

function nodeToText(node: Node): string {
  if (isText(node)) {
    return node.parentElement?.closest('pre') ? node.data : node.data.replace(/[ \t\r\n]+/g, ' ');
  }
  if (!isElement(node)) return '';

  const tag = node.localName;
  if (tag === 'br') return '\n';
  if (tag === 'li') return listItem(node);
  if (tag === 'a') return link(node);
  const inner = childrenToText(node);
  if (tag === 'div') return `\n${inner}\n`;
  return paragraphs.has(tag) ? `\n\n${inner}\n\n` : inner;
}

const childrenToText = (node: Node): string => [...node.childNodes].map(nodeToText).join('');

/** Sanitised markup as the plain text that channels without rich text get. Links keep their address. */
export function htmlToText(html: string): string {
  return childrenToText(parseHtml(html))
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
