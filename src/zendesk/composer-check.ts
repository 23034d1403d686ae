import { decodeEntities } from './text-of-html';

export interface ComposerText {
  readonly value: string;
  readonly rich: boolean;
}

export type InsertCheck = 'ok' | 'not-in-composer' | 'draft-changed';

/** Whether `after` is `before` with `added` put in at one place, and nothing else different. */
export function checkInsert(
  before: ComposerText,
  after: ComposerText,
  added: readonly Glyph[],
): InsertCheck {
  const was = glyphsOf(before);
  const is = glyphsOf(after);
  const places = placesOf(added, is);
  const kept = places.some((at) => isSplice(was, is, at, added.length));
  if (kept) return keepsPlainDraft(before, after) ? 'ok' : 'draft-changed';
  if (places.length > 0) return 'draft-changed';
  return startsAndEnds(was, is) ? 'not-in-composer' : 'draft-changed';
}

/** Whether something was put in at one place, whatever it was, and nothing else changed. */
export function checkGrown(before: ComposerText, after: ComposerText): InsertCheck {
  const was = glyphsOf(before);
  const is = glyphsOf(after);
  if (!startsAndEnds(was, is) || !keepsPlainDraft(before, after)) return 'draft-changed';
  return is.length > was.length ? 'ok' : 'not-in-composer';
}

const glyphsOf = ({ value, rich }: ComposerText): readonly Glyph[] =>
  rich ? glyphsOfHtml(value) : glyphsOfText(value);

const same = (one: Glyph | undefined, other: Glyph | undefined): boolean =>
  one?.char === other?.char && one?.marks === other?.marks;

/** Where the added characters stand, in whatever formatting: text put into a bold word may turn bold. */
function placesOf(added: readonly Glyph[], is: readonly Glyph[]): readonly number[] {
  if (added.length === 0) return [];
  return is
    .map((_, at) => at)
    .filter((at) => added.every(({ char }, offset) => is[at + offset]?.char === char));
}

function isSplice(
  was: readonly Glyph[],
  is: readonly Glyph[],
  at: number,
  length: number,
): boolean {
  return (
    is.length === was.length + length &&
    was.every((glyph, index) => same(glyph, is[index < at ? index : index + length]))
  );
}

/** The old text is still there, in one piece or with something put in at one place. */
function startsAndEnds(was: readonly Glyph[], is: readonly Glyph[]): boolean {
  if (is.length < was.length) return false;
  let head = 0;
  while (head < was.length && same(was[head], is[head])) head += 1;
  let tail = 0;
  while (tail < was.length && same(was[was.length - 1 - tail], is[is.length - 1 - tail])) tail += 1;
  return head + tail >= was.length;
}

/** Where there is no markup to be rewritten, the draft is kept to the byte. */
function keepsPlainDraft(before: ComposerText, after: ComposerText): boolean {
  if (before.rich || after.rich) return true;
  const exact = ({ value }: ComposerText) =>
    Array.from(value.trimEnd(), (char) => ({ char, marks: '' }));
  return startsAndEnds(exact(before), exact(after));
}

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
