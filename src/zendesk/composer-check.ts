import type { Clock } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';
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
  drawnIn,
  glyphsOf,
  isSameDraft,
  isUntouched,
  sharedEnd,
  sharedStart,
} from './composer-text';
import { type ComposerMode, composerMode, composerPaths, readRequester } from './ticket';

/** What the engineer saw at the press of the button; re-read before anything is written. */
export interface Expected {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  readonly channel: string;
}

/** What is not any more as the engineer saw it. */
export type Changed =
  | {
      readonly kind:
        'ticket-changed' | 'requester-changed' | 'channel-changed' | 'internal-note-selected';
    }
  /** Nobody can tell. */
  | { readonly kind: 'zendesk'; readonly failure: Failure };

/** Nothing was written, but where it says something else. */
export type InsertRefusal =
  | Changed
  | { readonly kind: 'unresolved-placeholder'; readonly placeholders: readonly string[] }
  /** Another reply is being put in; one at a time. */
  | { readonly kind: 'busy' }
  /** It is in the composer, and with it something that Zendesk fills in on submit: a name that is none, a macro's. */
  | { readonly kind: 'placeholder-in-composer'; readonly placeholders: readonly string[] }
  /** Put there before, at epoch ms; again only when asked. */
  | { readonly kind: 'already-inserted' | 'maybe-inserted'; readonly at: number }
  /** Not among the replies suggested for this address: the privacy gate holds here too. */
  | { readonly kind: 'not-suggested' }
  /** More than can be read again in good time: nothing could be shown to be kept. */
  | { readonly kind: 'draft-too-long' }
  /** Zendesk was asked to write it, and reading the composer back did not show it: it may be there all the same. */
  | { readonly kind: 'may-be-in-composer'; readonly why: NotSeen };

/** Why a reply was not seen in the composer after it was written. */
export type NotSeen =
  | Changed['kind']
  /** The composer was read back and does not hold the reply, or no longer holds the draft. */
  | Exclude<InsertCheck, 'ok'>;

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

/** The characters that `after` has at one place and `before` has not. */
export function addedBetween(before: ComposerText, after: ComposerText): string {
  const was = glyphsOf(before);
  const is = glyphsOf(after);
  const start = sharedStart(was, is);
  return charsIn(is.slice(start, start + Math.max(0, is.length - was.length)));
}

/** What was put into the composer, so that it can be found again and taken out. Kept in memory only. */
export interface InsertReceipt {
  readonly format: 'rich' | 'plain';
  readonly ticketId: number | undefined;
  readonly channel: string;
  readonly composer: ComposerMode['composer'];
  /** The draft as Zendesk had it before and after. Missing: nobody has seen that only the reply came in. */
  readonly before: string;
  readonly after: string | undefined;
  /** The visible characters that came in, or were to come in, without white space. */
  readonly added: string;
  /** Nobody knows them: a macro need not write what its preview says. */
  readonly isGuess: boolean;
}

/**
 * How much of an inserted reply is in the composer: as inserting left it (`unchanged`); every word of the reply,
 * with the draft around it changed (`whole`); some of it (`changed`); none (`gone`); nobody can tell (`unknown`).
 */
export type Holding = 'unchanged' | 'whole' | 'changed' | 'gone' | 'unknown';

const pieceLength = 24;

/** `receipt`: with what inserting left, where that is seen for the first time. */
export function holdingOf(
  now: ComposerReading,
  receipt: InsertReceipt,
): { readonly holding: Holding; readonly receipt: InsertReceipt } {
  const { added, isGuess } = receipt;
  const draft = draftOf(now);
  const before = asDraft(receipt, receipt.before);
  const { after = leftBy(now, receipt) } = receipt;
  if (after !== undefined && isUntouched(draft, asDraft(receipt, after))) {
    return { holding: 'unchanged', receipt: { ...receipt, after } };
  }
  const chars = charsIn(glyphsOf(draft));
  if (added !== '' && chars.includes(added)) return { holding: 'whole', receipt };
  const pieces = Array.from({ length: Math.floor(added.length / pieceLength) }, (_, index) =>
    added.slice(index * pieceLength, (index + 1) * pieceLength),
  );
  if (pieces.some((piece) => chars.includes(piece))) return { holding: 'changed', receipt };
  const isWithout = !isGuess || chars === '' || isSameDraft(draft, before);
  return { holding: isWithout && isOf(now, receipt) ? 'gone' : 'unknown', receipt };
}

export const asDraft = ({ format }: InsertReceipt, value: string): ComposerText => ({
  value,
  rich: format === 'rich',
});

/** The draft before with these characters put in at one place can only be what inserting left. */
function leftBy(now: ComposerReading, receipt: InsertReceipt): string | undefined {
  const added = Array.from(receipt.added, (char) => ({ char, marks: '' }));
  const before = asDraft(receipt, receipt.before);
  const isLeft =
    isOf(now, receipt) &&
    checkInsert(before, draftOf(now), added) === 'ok' &&
    isOnlyGrownBy(before, draftOf(now), receipt.added);
  return isLeft ? now.draft : undefined;
}

/** What stands in another ticket's, channel's or note's composer says nothing of this one. */
const isOf = (now: ComposerReading, receipt: InsertReceipt): boolean =>
  // A ticket gets its number when it is saved.
  (receipt.ticketId === undefined || receipt.ticketId === now.ticketId) &&
  now.channel.name === receipt.channel &&
  now.composer === receipt.composer &&
  now.channel.richText === (receipt.format === 'rich');

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

/** What has changed since the engineer looked, worst first. */
export function changeSince(now: ComposerReading, expected: Expected): Changed | undefined {
  if (now.ticketId !== expected.ticketId) return { kind: 'ticket-changed' };
  if (now.requesterId !== expected.requesterId) return { kind: 'requester-changed' };
  if (now.composer === 'internalNote') return { kind: 'internal-note-selected' };
  if (now.channel.name !== expected.channel) {
    return { kind: 'channel-changed' };
  }
  return undefined;
}

/** What came of a write. `receipt`: from the moment Zendesk is asked to write, whatever is said of it. */
export interface Put {
  readonly result: Result<
    {
      readonly format: 'rich' | 'plain';
      /** A macro wrote something else than its preview said. */
      readonly otherWords: boolean;
    },
    InsertRefusal
  >;
  readonly receipt: InsertReceipt | undefined;
}
