import { glyphsOfHtml, glyphsOfText, type Glyph } from './glyphs';

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
