import { deepest, isElement, isText, parseHtml } from '../shared/html';
import { placeholdersIn, placeholdersInHtml } from '../shared/placeholders';

/** What stands in the composer, or did: HTML where `rich`. */
export interface ComposerText {
  readonly value: string;
  readonly rich: boolean;
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
  li: 'item',
  blockquote: 'quote',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
};

const undrawn = /[\s\p{Default_Ignorable_Code_Point}]/u;
const unread = /^(script|style|template)$/;

function markOf(element: Element): string | undefined {
  const tag = element.localName;
  if (tag === 'a') return `link:${element.getAttribute('href') ?? ''}`;
  return Object.hasOwn(markNames, tag) ? markNames[tag] : undefined;
}

/** What editors make of one another as they like, as long as lines end where they did. */
const plainTags = /^(p|div|span|br)$/;
const breaksLine = /^(p|div|br|h[1-6]|li|ul|ol|blockquote|pre|hr|table|tr|td|th)$/;
const drawn = /^(img|hr|input|video|audio|iframe|object|embed)$/;
const styling = ['style', 'color', 'face', 'size', 'align', 'start', 'type', 'src'] as const;

function everyMarkOf(element: Element): readonly string[] {
  const tag = element.localName;
  const name = markOf(element) ?? (plainTags.test(tag) ? undefined : tag);
  const styles = styling.flatMap((attribute) => {
    const value = element.getAttribute(attribute);
    return value === null ? [] : [`${attribute}:${value}`];
  });
  return name === undefined ? styles : [name, ...styles];
}

/**
 * HTML as the characters that can be seen, each with its formatting. An editor may rewrite tags, entities and
 * white space when it takes something in; it may not lose or change one of these. `every`: all formatting there is.
 */
export function glyphsOfHtml(html: string, every = false): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  let onNewLine = true;

  function add(char: string, marks: string): void {
    glyphs.push({ char, marks: every && onNewLine ? `${marks} \n` : marks });
    onNewLine = false;
  }
  function addText(text: string, marks: string): void {
    for (const char of text) if (!undrawn.test(char)) add(char, marks);
  }
  function visit(node: Node, marks: readonly string[], written: string, depth: number): void {
    if (isText(node)) addText(node.data, written);
    if (!isElement(node) || unread.test(node.localName)) return;
    const tag = node.localName;
    const own = every ? everyMarkOf(node) : [markOf(node) ?? []].flat();
    const more = own.filter((mark) => every || !marks.includes(mark));
    const inside = more.length === 0 ? marks : [...marks, ...more];
    const line = inside === marks ? written : [...inside].sort().join(' ');
    if (tag === 'img' || (every && drawn.test(tag))) {
      add('\ufffc', every ? line : (node.getAttribute('src') ?? ''));
      return;
    }
    const breaks = breaksLine.test(tag);
    onNewLine ||= breaks;
    if (depth > deepest) addText(node.textContent, line);
    else
      node.childNodes.forEach((child) => {
        visit(child, inside, line, depth + 1);
      });
    onNewLine ||= breaks;
  }
  visit(parseHtml(html), [], '', 0);
  return glyphs;
}

export function glyphsOfText(text: string): readonly Glyph[] {
  return Array.from(text)
    .filter((char) => !undrawn.test(char))
    .map((char) => ({ char, marks: '' }));
}

export const charsIn = (glyphs: readonly Glyph[]): string =>
  glyphs.map(({ char }) => char).join('');

export const glyphsOf = ({ value, rich }: ComposerText): readonly Glyph[] =>
  rich ? glyphsOfHtml(value) : glyphsOfText(value);

const same = (one: Glyph | undefined, other: Glyph | undefined): boolean =>
  one?.char === other?.char && one?.marks === other?.marks;

/** How many glyphs two texts have in common at the start, no more than the shorter one has. */
export function sharedStart(was: readonly Glyph[], is: readonly Glyph[]): number {
  const most = Math.min(was.length, is.length);
  let count = 0;
  while (count < most && same(was[count], is[count])) count += 1;
  return count;
}

export function sharedEnd(was: readonly Glyph[], is: readonly Glyph[]): number {
  const most = Math.min(was.length, is.length);
  let count = 0;
  while (count < most && same(was[was.length - 1 - count], is[is.length - 1 - count])) count += 1;
  return count;
}

/** `true` where a reader would see no difference; plain text is compared to the character. */
export function isSameDraft(one: ComposerText, other: ComposerText): boolean {
  if (!one.rich && !other.rich) return one.value.trimEnd() === other.value.trimEnd();
  const these = glyphsOf(one);
  const those = glyphsOf(other);
  return these.length === those.length && sharedStart(these, those) === these.length;
}

/** With all formatting there is, but for where lines end: what is put in may end one. */
export const drawnIn = ({ value, rich }: ComposerText): readonly Glyph[] =>
  rich
    ? glyphsOfHtml(value, true).map(({ char, marks }) => ({
        char,
        marks: marks.replace(' \n', ''),
      }))
    : glyphsOfText(value);

/** `true` where not even the formatting differs that only a person's hand changes: colours, lists, where lines end. */
export function isUntouched(one: ComposerText, other: ComposerText): boolean {
  if (!one.rich || !other.rich) return isSameDraft(one, other);
  const these = glyphsOfHtml(one.value, true);
  const those = glyphsOfHtml(other.value, true);
  return these.length === those.length && sharedStart(these, those) === these.length;
}

/** A reply with its words. `html` has been sanitised by whoever made it. */
export interface InsertableReply {
  readonly html: string;
  readonly text: string;
  readonly unresolved: readonly string[];
}

/** Names come without: whoever made the reply has broken the braces in them. */
export function unfilled({ html, text, unresolved }: InsertableReply): readonly string[] {
  return [...new Set([...unresolved, ...placeholdersInHtml(html), ...placeholdersIn(text)])];
}
