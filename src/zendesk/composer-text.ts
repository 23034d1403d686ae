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
function sharedStart(was: readonly Glyph[], is: readonly Glyph[]): number {
  const most = Math.min(was.length, is.length);
  let count = 0;
  while (count < most && same(was[count], is[count])) count += 1;
  return count;
}

function sharedEnd(was: readonly Glyph[], is: readonly Glyph[]): number {
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
const drawnIn = ({ value, rich }: ComposerText): readonly Glyph[] =>
  rich
    ? glyphsOfHtml(value, true).map(({ char, marks }) => ({
        char,
        marks: marks.replace(' \n', ''),
      }))
    : glyphsOfText(value);

/** `true` where not even the formatting differs that only a person's hand changes: colours, lists, where lines end. */
export function looksLike(one: ComposerText, other: ComposerText): boolean {
  if (!one.rich || !other.rich) return isSameDraft(one, other);
  const these = glyphsOfHtml(one.value, true);
  const those = glyphsOfHtml(other.value, true);
  return these.length === those.length && sharedStart(these, those) === these.length;
}

/** `true` where nothing at all was typed or taken away, be it a space, an empty line or the words for an image. */
export const isUntouched = (one: ComposerText, other: ComposerText): boolean =>
  one.value === other.value ||
  (one.rich && other.rich && parseHtml(one.value).isEqualNode(parseHtml(other.value)));

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

/** Characters that are hardly the same by chance. A short reply is told by a third of itself, in writing with more to a character by less. */
const pieceLength = { most: 24, least: 8, leastOfMany: 4 };
const manyToACharacter = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;

/** How much of `added` stands in `chars`, from 0 to 1: by its pieces, wherever they begin. */
export function shareIn(chars: string, added: string): number {
  const least = manyToACharacter.test(added) ? pieceLength.leastOfMany : pieceLength.least;
  const size = Math.min(pieceLength.most, Math.max(least, Math.floor(added.length / 3)));
  const standing = new Set(piecesOf(chars, size));
  const pieces = piecesOf(added, size);
  return pieces.length === 0
    ? 0
    : pieces.filter((piece) => standing.has(piece)).length / pieces.length;
}

const piecesOf = (text: string, size: number): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));

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
  if (places.length === 0) return startsAndEnds(was, is) ? 'not-in-composer' : 'draft-changed';

  const head = sharedStart(was, is);
  const tail = sharedEnd(was, is);
  const isSplice = (at: number): boolean => at <= head && was.length - at <= tail;
  const kept = is.length === was.length + added.length && places.some(isSplice);
  return kept && keepsPlainDraft(before, after) ? 'ok' : 'draft-changed';
}

/** Whether something was put in at one place, whatever it was, and nothing else changed. */
export function checkGrown(before: ComposerText, after: ComposerText): InsertCheck {
  const was = glyphsOf(before);
  const is = glyphsOf(after);
  if (!startsAndEnds(was, is) || !keepsPlainDraft(before, after)) return 'draft-changed';
  return is.length > was.length ? 'ok' : 'not-in-composer';
}

/** Whether `after` without these characters is `before` again: nobody has added a line or a colour meanwhile. */
export function isOnlyGrownBy(before: ComposerText, after: ComposerText, added: string): boolean {
  const was = drawnIn(before);
  const is = drawnIn(after);
  return is.length === was.length + Array.from(added).length && startsAndEnds(was, is);
}

/**
 * Whether `after` is a beginning and an end of `before`, to the last colour, with these characters between: an editor
 * may put them in the place of what was selected. Nothing else stands there, so to put `before` back takes nothing.
 */
export function isPutInto(before: ComposerText, after: ComposerText, added: string): boolean {
  const was = drawnIn(before);
  const is = drawnIn(after);
  const glyphs = Array.from(added, (char) => ({ char, marks: '' }));
  const [start, end] = [sharedStart(was, is), sharedEnd(was, is)];
  return placesOf(glyphs, is).some((head) => {
    const tail = is.length - head - glyphs.length;
    return head <= start && tail <= end && head + tail <= was.length;
  });
}

/** The characters that `after` has at one place and `before` has not. */
export function addedBetween(before: ComposerText, after: ComposerText): string {
  const was = glyphsOf(before);
  const is = glyphsOf(after);
  const start = sharedStart(was, is);
  return charsIn(is.slice(start, start + Math.max(0, is.length - was.length)));
}

/**
 * Where the added characters stand, in whatever formatting: text put into a bold word may turn bold.
 * Knuth, Morris and Pratt's search: each character of a draft that repeats itself is looked at once or twice.
 */
function placesOf(added: readonly Glyph[], is: readonly Glyph[]): readonly number[] {
  if (added.length === 0) return [];
  const places: number[] = [];
  const fallBack = fallBackOf(added);
  let matched = 0;
  is.forEach(({ char }, at) => {
    while (matched > 0 && (matched === added.length || added[matched]?.char !== char)) {
      matched = fallBack[matched - 1] ?? 0;
    }
    if (added[matched]?.char === char) matched += 1;
    if (matched === added.length) places.push(at + 1 - added.length);
  });
  return places;
}

/** For each beginning of the text, how long the beginning is that it also ends with. */
function fallBackOf(added: readonly Glyph[]): readonly number[] {
  const lengths = [0];
  let matched = 0;
  added.slice(1).forEach(({ char }) => {
    while (matched > 0 && added[matched]?.char !== char) matched = lengths[matched - 1] ?? 0;
    if (added[matched]?.char === char) matched += 1;
    lengths.push(matched);
  });
  return lengths;
}

/** The old text is still there, in one piece or with something put in at one place. */
const startsAndEnds = (was: readonly Glyph[], is: readonly Glyph[]): boolean =>
  is.length >= was.length && sharedStart(was, is) + sharedEnd(was, is) >= was.length;

/** Where there is no markup to be rewritten, the draft is kept to the byte. */
function keepsPlainDraft(before: ComposerText, after: ComposerText): boolean {
  if (before.rich || after.rich) return true;
  const exact = ({ value }: ComposerText) =>
    Array.from(value.trimEnd(), (char) => ({ char, marks: '' }));
  return startsAndEnds(exact(before), exact(after));
}
