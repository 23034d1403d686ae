import { decodeEntities } from './text-of-html';

/** One visible character and the formatting it stands in. */
export interface Glyph {
  readonly char: string;
  readonly marks: string;
}

/** Formatting a reader can see; editors write the rest (spans, blocks, styles) as they like. */
const markNames: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  code: 'code',
  pre: 'pre',
  a: 'link',
  li: 'item',
  blockquote: 'quote',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
};

const token = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:[\s/][^>]*)?)>|([^<]+|<)/gi;
const unseen = /[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * HTML as the characters that can be seen, each with its formatting. An editor may rewrite tags, entities and
 * white space when it takes something in; it may not lose or change one of these.
 */
export function glyphsOfHtml(html: string): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  const open: { readonly tag: string; readonly mark: string }[] = [];

  for (const [, slash, name, attributes = '', text] of html.matchAll(token)) {
    const tag = name?.toLowerCase();
    if (text !== undefined) {
      const marks = [...new Set(open.map(({ mark }) => mark))].sort().join(' ');
      glyphs.push(...charsOf(decodeEntities(text)).map((char) => ({ char, marks })));
    } else if (tag === 'img') {
      glyphs.push({ char: '\ufffc', marks: attribute('src', attributes) });
    } else if (tag !== undefined && tag in markNames) {
      if (slash) {
        const last = open.findLastIndex((one) => one.tag === tag);
        if (last >= 0) open.splice(last, 1);
      } else {
        const target = tag === 'a' ? `:${attribute('href', attributes)}` : '';
        open.push({ tag, mark: `${markNames[tag] ?? ''}${target}` });
      }
    }
  }
  return glyphs;
}

export function glyphsOfText(text: string): readonly Glyph[] {
  return charsOf(text).map((char) => ({ char, marks: '' }));
}

const charsOf = (text: string): readonly string[] =>
  Array.from(text).filter((char) => !unseen.test(char));

function attribute(name: string, attributes: string): string {
  const match = new RegExp(`\\b${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s>]+)`, 'i').exec(attributes);
  return decodeEntities((match?.[1] ?? '').replace(/^["']|["']$/g, ''));
}
