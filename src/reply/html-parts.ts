import { escapeText } from './escape-html';
import { isElement, isText, parseHtml } from './html-tree';

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
