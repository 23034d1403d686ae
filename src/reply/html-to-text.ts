import { isElement, isText, parseHtml } from './html-tree';

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
