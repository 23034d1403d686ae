import { escapeAttribute, escapeText } from './escape-html';
import { isElement, isText, parseHtml } from './html-tree';
import { safeHref } from './safe-href';

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
