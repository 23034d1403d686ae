import { createElement, Fragment, type ReactNode } from 'react';

const allowed = new Set(
  'p br b strong i em u s a ul ol li blockquote code pre div span h1 h2 h3 h4 hr'.split(' '),
);
const empty = new Set(['br', 'hr']);

/**
 * Already sanitised html as elements. Nothing is handed to the browser as markup: a tag that is not known
 * here becomes its text, and of all attributes only a link's target survives.
 */
export function richText(html: string): ReactNode {
  return children(new DOMParser().parseFromString(html, 'text/html').body);
}

function children(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, index) => elementOf(node, index));
}

function elementOf(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;

  const tag = node.localName;
  if (tag === 'script' || tag === 'style') return null;
  if (!allowed.has(tag)) return createElement(Fragment, { key }, ...children(node));
  if (empty.has(tag)) return createElement(tag, { key });
  const props = tag === 'a' ? linkProps(node) : {};
  return createElement(tag, { key, ...props }, ...children(node));
}

function linkProps(link: Element): object {
  const href = link.getAttribute('href') ?? '';
  return /^(https?|mailto):/i.test(href)
    ? { href, target: '_blank', rel: 'noopener noreferrer' }
    : {};
}
