import { deepest, htmlToText, isElement, isText, parseHtml } from './html';
import { escapeAttribute, escapeText } from './text';

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

/**
 * What a reply needs: what the preview draws and what goes into the composer are the same. Anything else gives way
 * to its contents, or (below) goes with them.
 */
export const keptTags: ReadonlySet<string> = new Set(
  'p div br hr span b strong i em u s a ul ol li blockquote h1 h2 h3 h4 h5 h6 pre code bdi'.split(
    ' ',
  ),
);
export const tagsWithoutEnd: ReadonlySet<string> = new Set(['br', 'hr']);
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

export interface KeptAttributes {
  readonly href?: string;
  readonly dir?: string;
}

/** Of all attributes a link's target and the direction of writing. */
export function keptAttributes(element: Element): KeptAttributes {
  const dir = (element.getAttribute('dir') ?? '').toLowerCase();
  const href = element.localName === 'a' ? safeHref(element.getAttribute('href') ?? '') : undefined;
  return {
    ...(href === undefined ? {} : { href }),
    ...(directions.has(dir) ? { dir } : {}),
  };
}

function nodeToHtml(node: Node, depth: number): string {
  if (isText(node)) return escapeText(node.data);
  if (!isElement(node)) return '';

  const tag = node.localName;
  // svg and math bring their own parsing rules, and with them most of the known ways round a sanitiser.
  if (node.namespaceURI !== xhtml || dropped.has(tag)) return '';

  const inner = childrenToHtml(node, depth + 1);
  const { href, dir } = keptAttributes(node);
  if (!keptTags.has(tag) || (tag === 'a' && href === undefined)) return inner;
  if (tagsWithoutEnd.has(tag)) return `<${tag}>`;
  const attributes =
    (href === undefined ? '' : ` href="${escapeAttribute(href)}"`) +
    (dir === undefined ? '' : ` dir="${dir}"`);
  // The parser swallows a line break that follows <pre>.
  const lineBreak = tag === 'pre' && inner.startsWith('\n') ? '\n' : '';
  return `<${tag}${attributes}>${lineBreak}${inner}</${tag}>`;
}

function childrenToHtml(parent: Node, depth: number): string {
  if (depth > deepest) return escapeText(parent.textContent ?? '');
  let html = '';
  for (const node of parent.childNodes) html += nodeToHtml(node, depth);
  return html;
}

const once = (html: string): string => childrenToHtml(parseHtml(html), 0);

const maxPasses = 8;

/**
 * The macro's markup, rebuilt from an allowlist. What is written must be what every later parser reads, so it is
 * parsed again until nothing changes; markup that goes on changing is shown as text.
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

const greets = new RegExp(
  '^(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)' +
    '|hallo|moin|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?' +
    '|hola|estimad[oa]s?|buen(?:os|as) (?:días|tardes|noches)|bonjour|bonsoir|chère?s?|madame|monsieur' +
    '|olá|oi|prezad[oa]s?|car[oa]s?|bom dia|boa (?:tarde|noite))(?![\\p{L}\\p{M}])' +
    '|^.{1,100}(?:様|さん)[、,，]?$|^(?:こんにちは|お世話に)',
  'iu',
);

/** Whether a text's first line is how a letter begins, in one of the languages of the replies. */
export function isGreeting(text: string): boolean {
  const [line = ''] = text.trimStart().split('\n', 1);
  return line.length <= 200 && greets.test(line.trim());
}

/** A reply that goes on where somebody has greeted already. One whose first paragraph is no greeting stays. */
export function withoutGreeting<R extends { readonly html: string; readonly text: string }>(
  reply: R,
): Pick<R, 'html' | 'text'> {
  const [first = '', ...rest] = htmlParts(reply.html);
  const said = htmlToText(first);
  if (rest.length === 0 || said.includes('\n') || !isGreeting(said)) return reply;
  const html = rest.join('');
  return { html, text: htmlToText(html) };
}
