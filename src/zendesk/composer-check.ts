import type { Clock } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';
import { idOf } from '../shared/json';
import {
  countPlaceholders,
  countPlaceholdersInHtml,
  placeholdersIn,
  placeholdersInHtml,
} from '../shared/placeholders';
import { type ZafClient, getPaths, invoke } from './client';
import {
  type ComposerText,
  type Glyph,
  type InsertCheck,
  charsIn,
  glyphsOf,
  isPutInto,
  isSameDraft,
  isUntouched,
  shareIn,
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
        | 'ticket-changed'
        | 'requester-changed'
        | 'channel-changed'
        | 'internal-note-selected';
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

/** As it is known before anybody has seen what came of it. */
export function receiptOf(
  { channel, ticketId, composer, draft }: ComposerReading,
  { added, isGuess }: { readonly added: readonly Glyph[]; readonly isGuess: boolean },
): InsertReceipt {
  return {
    format: channel.richText ? 'rich' : 'plain',
    ticketId,
    channel: channel.name,
    composer,
    before: draft,
    after: undefined,
    added: charsIn(added),
    isGuess,
  };
}

/**
 * How much of an inserted reply is in the composer: as inserting left it (`unchanged`); every word of the reply,
 * with the draft around it changed (`whole`); half of it or more (`most`); some of it (`changed`); none (`gone`); nobody can tell (`unknown`).
 */
export type Holding = 'unchanged' | 'whole' | 'most' | 'changed' | 'gone' | 'unknown';

/** `receipt`: with what inserting left, where that is seen for the first time. */
export function holdingOf(
  now: ComposerReading,
  receipt: InsertReceipt,
): { readonly holding: Holding; readonly receipt: InsertReceipt } {
  const { added, isGuess } = receipt;
  const draft = draftOf(now);
  const before = asDraft(receipt, receipt.before);
  const { after = leftBy(now, receipt) } = receipt;
  if (after !== undefined && isOf(now, receipt) && isUntouched(draft, asDraft(receipt, after))) {
    return { holding: 'unchanged', receipt: { ...receipt, after } };
  }
  const chars = charsIn(glyphsOf(draft));
  if (added !== '' && chars.includes(added)) return { holding: 'whole', receipt };
  const share = shareIn(chars, added);
  if (share > 0) return { holding: share < 0.5 ? 'changed' : 'most', receipt };
  const isWithout = !isGuess || chars === '' || isSameDraft(draft, before);
  return { holding: isWithout && isOf(now, receipt) ? 'gone' : 'unknown', receipt };
}

export const asDraft = ({ format }: InsertReceipt, value: string): ComposerText => ({
  value,
  rich: format === 'rich',
});

/** The draft before with these characters put in at one place, or in the place of a part of it, is what inserting left. */
function leftBy(now: ComposerReading, receipt: InsertReceipt): string | undefined {
  const before = asDraft(receipt, receipt.before);
  return isOf(now, receipt) && isPutInto(before, draftOf(now), receipt.added)
    ? now.draft
    : undefined;
}

/** What stands in another ticket's, channel's or note's composer says nothing of this one. */
export const isOf = (now: ComposerReading, receipt: InsertReceipt): boolean =>
  // A ticket gets its number when it is saved.
  (receipt.ticketId === undefined || receipt.ticketId === now.ticketId) &&
  now.channel.name === receipt.channel &&
  now.composer === receipt.composer &&
  now.channel.richText === (receipt.format === 'rich');

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

export const isEmpty = (now: ComposerReading): boolean =>
  isSameDraft(draftOf(now), { value: '', rich: true });

/** The editor takes a moment to show what it was given; then we believe that it was not. */
export const readBackAfterMs = [0, 100, 300, 1000] as const;

/** At the cursor, with its formatting. */
export async function writeRich(
  client: ZafClient,
  clock: Clock,
  html: string,
): Promise<Result<unknown>> {
  const inserted = await invoke(client, clock, 'ticket.editor.insert', html);
  // Outside the Agent Workspace there is no such editor. Silence does not mean that, so nothing is written twice.
  if (inserted.ok || inserted.failure.kind !== 'rejected') return inserted;
  return invoke(client, clock, 'ticket.comment.appendHtml', html);
}
