import { type Clock, sleep } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';
import { isTooMuchMarkup } from '../shared/html';
import { placeholdersIn, placeholdersInHtml } from '../shared/placeholders';
import { type ZafClient, fromZaf, invoke } from './client';
import {
  type Holding,
  type InsertCheck,
  addedBetween,
  checkGrown,
  checkInsert,
  holdingOf,
  type ComposerReading,
  draftOf,
  placeholdersAdded,
  readComposer,
} from './composer-check';
import {
  type ComposerText,
  glyphsOfHtml,
  glyphsOfText,
  isSameDraft,
  isUntouched,
} from './composer-text';

/** What the engineer saw at the press of the button; re-read before anything is written. */
export interface Expected {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  readonly channel: string;
}

export type InsertRefusal =
  | { readonly kind: 'ticket-changed' }
  | { readonly kind: 'requester-changed' }
  | { readonly kind: 'channel-changed' }
  | { readonly kind: 'internal-note-selected' }
  | { readonly kind: 'unresolved-placeholder'; readonly placeholders: readonly string[] }
  /** Another reply is being put in; one at a time. */
  | { readonly kind: 'busy' }
  /** It is in the composer, and with it something that Zendesk fills in on submit: a name that is none, a macro's. */
  | { readonly kind: 'placeholder-in-composer'; readonly placeholders: readonly string[] }
  /** Put there before, at epoch ms; again only when asked. */
  | { readonly kind: 'already-inserted'; readonly at: number }
  /** Not among the replies suggested for this address: the privacy gate holds here too. */
  | { readonly kind: 'not-suggested' }
  /** More than can be read again in good time: nothing could be shown to be kept. */
  | { readonly kind: 'draft-too-long' }
  /** The composer was read back and does not hold the reply, or no longer holds the draft. */
  | { readonly kind: 'not-in-composer' }
  | { readonly kind: 'draft-changed' }
  | { readonly kind: 'zendesk'; readonly failure: Failure };

/** A reply with its words. `html` has been sanitised by whoever made it. */
export interface InsertableReply {
  readonly html: string;
  readonly text: string;
  readonly unresolved: readonly string[];
}

/** What was put into the composer, so that it can be found again and taken out. Kept in memory only. */
export interface InsertReceipt {
  readonly format: 'rich' | 'plain';
  readonly ticketId: number | undefined;
  /** Whose reply it is. */
  readonly requesterId: number | undefined;
  /** The draft as Zendesk had it before and after. */
  readonly before: string;
  readonly after: string;
  /** The visible characters that came in, without white space. */
  readonly added: string;
}

export type TakeOutRefusal =
  | { readonly kind: 'ticket-changed' }
  /** The composer is not as inserting left it: what was written or only formatted since would be lost. */
  | { readonly kind: 'draft-changed' }
  /** The composer was read back and is not as it was before inserting. `draft`: what it was. */
  | { readonly kind: 'not-taken-out'; readonly draft: string }
  | { readonly kind: 'zendesk'; readonly failure: Failure };

export interface DraftReading {
  readonly isEmpty: boolean;
  readonly holdings: readonly { readonly receipt: InsertReceipt; readonly holding: Holding }[];
}

/** Nothing here rejects: whatever goes wrong is a refusal. */
export interface Composer {
  /** At the cursor where the channel has rich text, at the end of the draft where it has not. */
  insert(reply: InsertableReply, expected: Expected): Promise<Result<InsertReceipt, InsertRefusal>>;
  /** The whole macro, as if the engineer had picked it: fields, tags and comment. */
  applyMacro(macroId: number, expected: Expected): Promise<Result<InsertReceipt, InsertRefusal>>;
  /** What is in the composer now, and how much of each thing that was inserted. On another ticket: `gone`. */
  readDraft(receipts: readonly InsertReceipt[]): Promise<Result<DraftReading>>;
  /**
   * Makes the composer what it was before, and only where it is still as inserting left it. Of a macro it takes
   * out the comment; its tags and fields stay.
   */
  takeOut(receipt: InsertReceipt): Promise<Result<undefined, TakeOutRefusal>>;
}

type Check = (before: ComposerText, after: ComposerText) => InsertCheck;

/** The editor takes a moment to show what it was given; then we believe that it was not. */
const readBackAfterMs = [0, 100, 300, 1000] as const;

export function createComposer(client: ZafClient, clock: Clock): Composer {
  async function ready(expected: Expected): Promise<Result<ComposerReading, InsertRefusal>> {
    const reading = await readComposer(client, clock);
    if (!reading.ok) return failed({ kind: 'zendesk', failure: reading.failure });
    const refusal = refusalOf(reading.value, expected);
    return refusal ? failed(refusal) : reading;
  }

  /** As it is before something is written, with room for `more`. */
  async function readyFor(
    expected: Expected,
    more: string,
  ): Promise<Result<ComposerReading, InsertRefusal>> {
    const before = await ready(expected);
    const isTooLong = before.ok && isTooMuchMarkup(before.value.draft + more);
    return isTooLong ? failed({ kind: 'draft-too-long' }) : before;
  }

  /** Reads the composer until it holds what was written, whatever Zendesk said about writing it. */
  async function readBack(
    before: ComposerReading,
    expected: Expected,
    written: Result<unknown>,
    check: Check,
  ): Promise<Result<InsertReceipt, InsertRefusal>> {
    let refusal: InsertRefusal = { kind: 'not-in-composer' };
    for (const wait of readBackAfterMs) {
      if (wait > 0) await sleep(clock, wait);
      const now = await ready(expected);
      if (!now.ok) {
        refusal = now.failure;
        continue;
      }
      const found = check(draftOf(before), draftOf(now.value));
      const appeared = found === 'ok' ? placeholdersAdded(before, now.value) : [];
      if (found === 'ok' && appeared.length === 0) return ok(receiptOf(before, now.value));
      refusal =
        found === 'ok'
          ? { kind: 'placeholder-in-composer', placeholders: appeared }
          : { kind: found };
    }
    return failed(
      refusal.kind === 'not-in-composer' && !written.ok
        ? { kind: 'zendesk', failure: written.failure }
        : refusal,
    );
  }

  async function writeRich(html: string): Promise<Result<unknown>> {
    const inserted = await invoke(client, clock, 'ticket.editor.insert', html);
    // Outside the Agent Workspace there is no such editor. Silence does not mean that, so nothing is written twice.
    if (inserted.ok || inserted.failure.kind !== 'rejected') return inserted;
    return invoke(client, clock, 'ticket.comment.appendHtml', html);
  }

  const setDraft = (text: string): Promise<Result<unknown>> =>
    fromZaf(() => client.set('comment.text', text), clock);

  /** Whether the composer came to hold `receipt.before`. */
  async function isBefore(receipt: InsertReceipt): Promise<boolean> {
    for (const wait of readBackAfterMs) {
      if (wait > 0) await sleep(clock, wait);
      const now = await readComposer(client, clock);
      if (!now.ok || now.value.ticketId !== receipt.ticketId) continue;
      if (isSameDraft(draftOf(now.value), beforeOf(receipt))) return true;
    }
    return false;
  }

  return {
    insert: (reply, expected) =>
      withoutThrowing(async () => {
        const before = await readyFor(expected, reply.html);
        if (!before.ok) return before;
        const { channel } = before.value;

        const placeholders = unfilled(reply);
        if (placeholders.length > 0) {
          return failed({ kind: 'unresolved-placeholder', placeholders });
        }
        const { html, text } = reply;
        const added = channel.richText ? glyphsOfHtml(html) : glyphsOfText(text);
        const written = channel.richText
          ? await writeRich(html)
          : await invoke(client, clock, 'ticket.comment.appendText', text);
        return readBack(before.value, expected, written, (was, is) => checkInsert(was, is, added));
      }),

    applyMacro: (macroId, expected) =>
      withoutThrowing(async () => {
        const before = await readyFor(expected, '');
        if (!before.ok) return before;
        const written = await invoke(client, clock, 'macro', macroId);
        return readBack(before.value, expected, written, checkGrown);
      }),

    async readDraft(receipts) {
      const reading = await withoutThrowing(async () => {
        const now = await readComposer(client, clock);
        if (!now.ok) return failed({ kind: 'zendesk', failure: now.failure } as const);
        // What cannot be read may hold the reply all the same.
        return isTooMuchMarkup(now.value.draft) ? failed(tooLarge) : now;
      });
      if (!reading.ok) return failed(reading.failure.failure);
      const now = reading.value;
      const holdings = receipts.map((receipt) => ({
        receipt,
        holding:
          now.ticketId === receipt.ticketId
            ? holdingOf(draftOf(now), afterOf(receipt), receipt.added)
            : ('gone' as const),
      }));
      return ok({ isEmpty: isSameDraft(draftOf(now), { value: '', rich: true }), holdings });
    },

    takeOut: (receipt) =>
      withoutThrowing<undefined, TakeOutRefusal>(async () => {
        const now = await readComposer(client, clock);
        if (!now.ok) return failed({ kind: 'zendesk', failure: now.failure });
        if (now.value.ticketId !== receipt.ticketId) return failed({ kind: 'ticket-changed' });
        if (!isUntouched(draftOf(now.value), afterOf(receipt))) {
          return failed({ kind: 'draft-changed' });
        }
        const written = await setDraft(receipt.before);
        if (await isBefore(receipt)) return ok(undefined);
        if (!written.ok) return failed({ kind: 'zendesk', failure: written.failure });
        // Nobody documents whether setting the text takes markup; inserting it does, as it did for the reply.
        if (receipt.format === 'rich') {
          await setDraft('');
          await writeRich(receipt.before);
          if (await isBefore(receipt)) return ok(undefined);
        }
        return failed({ kind: 'not-taken-out', draft: receipt.before });
      }),
  };
}

const tooLarge = {
  kind: 'zendesk',
  failure: { source: 'zendesk', kind: 'malformed', what: 'too-large' },
} as const;

/** A throw would leave the panel waiting, and every later press with it. */
async function withoutThrowing<T, F>(
  work: () => Promise<Result<T, F>>,
): Promise<Result<T, F | { readonly kind: 'zendesk'; readonly failure: Failure }>> {
  try {
    return await work();
  } catch {
    const failure: Failure = { source: 'zendesk', kind: 'malformed', what: 'wrong-shape' };
    return failed({ kind: 'zendesk', failure });
  }
}

function receiptOf(before: ComposerReading, now: ComposerReading): InsertReceipt {
  return {
    format: before.channel.richText ? 'rich' : 'plain',
    ticketId: now.ticketId,
    requesterId: now.requesterId,
    before: before.draft,
    after: now.draft,
    added: addedBetween(draftOf(before), draftOf(now)),
  };
}

const beforeOf = ({ before, format }: InsertReceipt): ComposerText => ({
  value: before,
  rich: format === 'rich',
});

const afterOf = ({ after, format }: InsertReceipt): ComposerText => ({
  value: after,
  rich: format === 'rich',
});

/** Names come without: whoever made the reply has broken the braces in them. */
function unfilled({ html, text, unresolved }: InsertableReply): readonly string[] {
  return [...new Set([...unresolved, ...placeholdersInHtml(html), ...placeholdersIn(text)])];
}

/** What has changed since the engineer looked, worst first. */
function refusalOf(now: ComposerReading, expected: Expected): InsertRefusal | undefined {
  if (now.ticketId !== expected.ticketId) return { kind: 'ticket-changed' };
  if (now.requesterId !== expected.requesterId) return { kind: 'requester-changed' };
  if (now.composer === 'internalNote') return { kind: 'internal-note-selected' };
  if (now.channel.name !== expected.channel) {
    return { kind: 'channel-changed' };
  }
  return undefined;
}
