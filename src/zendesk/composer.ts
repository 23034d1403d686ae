import { type Clock, sleep } from '../shared/clock';
import { type Failure, type Result, failed, ok, safely } from '../shared/failure';
import { htmlToText, isTooMuchMarkup } from '../shared/html';
import { isGreeting, withoutGreeting } from '../shared/sanitise';
import { invoke, type ZafClient } from './client';
import {
  type Changed,
  type ComposerReading,
  type Expected,
  type Holding,
  type InsertReceipt,
  type InsertRefusal,
  type NotSeen,
  type Put,
  changeSince,
  draftOf,
  holdingOf,
  isEmpty,
  placeholdersAdded,
  readBackAfterMs,
  readComposer,
  receiptOf,
  writeRich,
} from './composer-check';
import {
  type ComposerText,
  type Glyph,
  type InsertableReply,
  charsIn,
  glyphsOfHtml,
  glyphsOfText,
  isSameDraft,
  unfilled,
  addedBetween,
  checkGrown,
  checkInsert,
  isOnlyGrownBy,
  type InsertCheck,
} from './composer-text';
import type { TakeOutRefusal } from './take-out';

export interface DraftReading {
  readonly isEmpty: boolean;
  /** It goes out as an internal note, which no customer gets. */
  readonly isNote: boolean;
  /** `of`: which one was asked about; `receipt`: the same with what is known of it now. */
  readonly holdings: readonly {
    readonly of: InsertReceipt;
    readonly receipt: InsertReceipt;
    readonly holding: Holding;
  }[];
}

/** Nothing here rejects: whatever goes wrong is a refusal. */
export interface Composer {
  /**
   * At the cursor where the channel has rich text, at the end of the draft where it has not. Without its greeting
   * where the draft begins with one.
   */
  insert(reply: InsertableReply, expected: Expected): Promise<Put>;
  /** The whole macro, as if the engineer had picked it: fields, tags and comment. `preview`: what it is said to write. */
  applyMacro(
    macroId: number,
    preview: Pick<InsertableReply, 'html'>,
    expected: Expected,
  ): Promise<Put>;
  /** What is in the composer now, and how much of each thing that was inserted. */
  readDraft(receipts: readonly InsertReceipt[]): Promise<Result<DraftReading>>;
  /**
   * Makes the composer what it was before, and only where it is still as inserting left it. Of a macro it takes
   * out the comment; its tags and fields stay.
   */
  takeOut(receipt: InsertReceipt): Promise<Result<undefined, TakeOutRefusal>>;
}

/** One way of writing into the composer as it is before. */
interface Write {
  readonly ask: () => Promise<Result<unknown>>;
  readonly check: (before: ComposerText, after: ComposerText) => InsertCheck;
  /** What it is to write. */
  readonly added: readonly Glyph[];
  /** `added` is not sure to be all. */
  readonly isGuess: boolean;
}

/** A composer that is empty for a moment, while Zendesk draws it anew, has not been emptied. */
const stillEmptyAfterMs = 300;

/** Few replies are taken out again. */
const loadTakeOut = () => import('./take-out');

export function createComposer(client: ZafClient, clock: Clock): Composer {
  async function ready(expected: Expected): Promise<Result<ComposerReading, Changed>> {
    const reading = await readComposer(client, clock);
    if (!reading.ok) return failed({ kind: 'zendesk', failure: reading.failure });
    const refusal = changeSince(reading.value, expected);
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

  /** From the moment that Zendesk is asked it may be in the composer, whatever is thrown. */
  async function put(
    expected: Expected,
    more: () => string,
    plan: (before: ComposerReading) => Result<Write, InsertRefusal>,
  ): Promise<Put> {
    let asked: InsertReceipt | undefined;
    const done = await withoutThrowing<Put, InsertRefusal>(async () => {
      const before = await readyFor(expected, more());
      if (!before.ok) return before;
      const write = plan(before.value);
      if (!write.ok) return write;
      asked = receiptOf(before.value, write.value);
      // What takes it out again has to be there when it is wanted, the network too or not.
      void loadTakeOut().catch(() => undefined);
      return ok(
        await readBack(before.value, expected, write.value, await write.value.ask(), asked),
      );
    });
    if (done.ok) return done.value;
    return asked === undefined
      ? { result: done, receipt: undefined }
      : { result: failed({ kind: 'may-be-in-composer', why: 'zendesk' }), receipt: asked };
  }

  /** Reads the composer until it holds what was written, whatever Zendesk said about writing it. */
  async function readBack(
    before: ComposerReading,
    expected: Expected,
    { check, added, isGuess }: Write,
    written: Result<unknown>,
    asked: InsertReceipt,
  ): Promise<Put> {
    let why: NotSeen = 'not-in-composer';
    let seen: Put | undefined;
    let isSame = false;
    for (const wait of readBackAfterMs) {
      if (wait > 0) await sleep(clock, wait);
      const now = await ready(expected);
      isSame = now.ok && isSameDraft(draftOf(before), draftOf(now.value));
      const found = now.ok ? check(draftOf(before), draftOf(now.value)) : now.failure.kind;
      if (!now.ok || found !== 'ok') {
        why = found === 'ok' ? why : found;
        continue;
      }
      const [was, is] = [draftOf(before), draftOf(now.value)];
      const came = addedBetween(was, is);
      const after = isOnlyGrownBy(was, is, came) ? now.value.draft : undefined;
      const otherWords = isGuess && came !== charsIn(added);
      // Refused, and yet something came in: the engineer's words, or the macro's all the same.
      if (otherWords && isRefused(written)) {
        why = 'draft-changed';
        continue;
      }
      // Whose words they are nobody knows: they are not taken for the macro's, and the macro is not forgotten.
      const receipt = otherWords ? asked : { ...asked, after, added: came, isGuess: false };
      const placeholders = placeholdersAdded(before, now.value);
      if (placeholders.length === 0) {
        return { result: ok({ format: receipt.format, otherWords }), receipt };
      }
      seen = { result: failed({ kind: 'placeholder-in-composer', placeholders }), receipt };
    }
    if (seen) return seen;
    // Zendesk says that it did not, and the composer says so too.
    if (isSame && why === 'not-in-composer' && isRefused(written)) {
      return { result: failed({ kind: 'zendesk', failure: written.failure }), receipt: undefined };
    }
    return { result: failed({ kind: 'may-be-in-composer', why }), receipt: asked };
  }

  return {
    insert: (reply, expected) =>
      put(
        expected,
        () => reply.html,
        ({ channel, draft }) => {
          const placeholders = unfilled(reply);
          if (placeholders.length > 0) {
            return failed({ kind: 'unresolved-placeholder', placeholders });
          }
          const begun = channel.richText ? htmlToText(draft) : draft;
          const { html, text } = isGreeting(begun) ? withoutGreeting(reply) : reply;
          const added = channel.richText ? glyphsOfHtml(html) : glyphsOfText(text);
          const ask = () =>
            channel.richText
              ? writeRich(client, clock, html)
              : invoke(client, clock, 'ticket.comment.appendText', text);
          const check = (was: ComposerText, is: ComposerText) => checkInsert(was, is, added);
          return ok({ ask, check, added, isGuess: false });
        },
      ),

    applyMacro: (macroId, { html }, expected) =>
      put(
        expected,
        () => '',
        () => {
          const ask = () => invoke(client, clock, 'macro', macroId);
          return ok({ ask, check: checkGrown, added: glyphsOfHtml(html), isGuess: true });
        },
      ),

    async readDraft(receipts) {
      const reading = await withoutThrowing(async () => {
        const first = await readComposer(client, clock);
        const isSure = !first.ok || receipts.length === 0 || !isEmpty(first.value);
        if (!isSure) await sleep(clock, stillEmptyAfterMs);
        const now = isSure ? first : await readComposer(client, clock);
        if (!now.ok) return failed({ kind: 'zendesk', failure: now.failure } as const);
        // What cannot be read may hold the reply all the same.
        if (isTooMuchMarkup(now.value.draft)) return failed(malformed('too-large'));
        const holdings = receipts.map((of) => ({ of, ...holdingOf(now.value, of) }));
        const isNote = now.value.composer === 'internalNote';
        return ok({ isEmpty: isEmpty(now.value), isNote, holdings });
      });
      return reading.ok ? reading : failed(reading.failure.failure);
    },

    takeOut: (receipt) =>
      withoutThrowing<undefined, TakeOutRefusal>(() =>
        loadTakeOut().then((loaded) => loaded.takeOut(client, clock, receipt)),
      ),
  };
}

function isRefused(
  written: Result<unknown>,
): written is Extract<Result<unknown>, { readonly ok: false }> {
  return !written.ok && written.failure.kind === 'rejected';
}

interface ZendeskFailed {
  readonly kind: 'zendesk';
  readonly failure: Failure;
}

const malformed = (what: 'too-large' | 'wrong-shape'): ZendeskFailed => ({
  kind: 'zendesk',
  failure: { source: 'zendesk', kind: 'malformed', what },
});

/** A throw would leave the panel waiting, and every later press with it. */
const withoutThrowing = <T, F>(work: () => Promise<Result<T, F | ZendeskFailed>>) =>
  safely<Result<T, F | ZendeskFailed>>(work, () => failed(malformed('wrong-shape')));
