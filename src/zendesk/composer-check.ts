import type { Clock } from '../shared/clock';
import { type Result, failed, ok } from '../shared/failure';
import { idOf } from '../shared/json';
import {
  countPlaceholders,
  countPlaceholdersInHtml,
  placeholdersIn,
  placeholdersInHtml,
} from '../shared/placeholders';
import { type ZafClient, getPaths } from './client';
import {
  type ComposerText,
  type Glyph,
  charsIn,
  glyphsOf,
  isUntouched,
  sharedEnd,
  sharedStart,
} from './composer-text';
import { type ComposerMode, composerMode, composerPaths, readRequester } from './ticket';

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

/** The characters that `after` has at one place and `before` has not. */
export function addedBetween(before: ComposerText, after: ComposerText): string {
  const was = glyphsOf(before);
  const is = glyphsOf(after);
  const start = sharedStart(was, is);
  return charsIn(is.slice(start, start + Math.max(0, is.length - was.length)));
}

/**
 * How much of an inserted reply is in the composer: as inserting left it (`unchanged`); every word of the reply,
 * with the draft around it changed (`whole`); some of it (`changed`); none (`gone`).
 */
export type Holding = 'unchanged' | 'whole' | 'changed' | 'gone';

const pieceLength = 24;

export function holdingOf(now: ComposerText, left: ComposerText, added: string): Holding {
  if (isUntouched(now, left)) return 'unchanged';
  const chars = charsIn(glyphsOf(now));
  if (chars.includes(added)) return 'whole';
  const pieces = Array.from({ length: Math.floor(added.length / pieceLength) }, (_, index) =>
    added.slice(index * pieceLength, (index + 1) * pieceLength),
  );
  return pieces.some((piece) => chars.includes(piece)) ? 'changed' : 'gone';
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

export interface ComposerReading extends ComposerMode {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  /** What stands in the composer: HTML where the channel has rich text. */
  readonly draft: string;
}

/** A draft that cannot be read cannot be shown to be kept: no reading, no writing. */
export async function readComposer(
  client: ZafClient,
  clock: Clock,
): Promise<Result<ComposerReading>> {
  const paths = await getPaths(client, clock, [
    'ticket.id',
    'ticket.requester',
    'comment.text',
    ...composerPaths,
  ]);
  if (!paths.ok) return paths;

  // An untouched composer may answer with null.
  const draft = paths.value['comment.text'] === null ? '' : paths.value['comment.text'];
  const facts = composerMode(paths.value);
  if (typeof draft !== 'string' || facts.channel.name === '') {
    return failed({ source: 'zendesk', kind: 'malformed', what: 'wrong-shape' });
  }
  const requester = readRequester(paths.value['ticket.requester']);
  return ok({
    ...facts,
    ticketId: idOf(paths.value['ticket.id']),
    requesterId: requester?.id,
    draft,
  });
}

export const draftOf = ({ draft, channel }: ComposerReading): ComposerText => ({
  value: draft,
  rich: channel.richText,
});

/** What the composer holds more of than before, whoever put it there. */
export function placeholdersAdded(
  before: ComposerReading,
  now: ComposerReading,
): readonly string[] {
  const { richText } = now.channel;
  const count = richText ? countPlaceholdersInHtml : countPlaceholders;
  if (count(now.draft) <= count(before.draft)) return [];
  return richText ? placeholdersInHtml(now.draft) : placeholdersIn(now.draft);
}
