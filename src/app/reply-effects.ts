import { type LoadReplies, loadReason, loadReplies } from '../replies/catalogue';
import { bundledReply, fitToTicket, joinReplies, replyFromMacro } from '../replies/compose-reply';
import type * as noteModule from '../replies/internal-note';
import type { UsedReply } from '../replies/internal-note';
import { type ReaderPart, readersChanged } from '../replies/may-disclose';
import type { ReplyOrigin, ReplyText } from '../replies/suggest';
import type { Clock } from '../shared/clock';
import { type Result, failed, lost, ok, safely } from '../shared/failure';
import { type Language, pickLanguage, type Readers } from '../shared/reply';
import { loadAskedWords, type Messages } from '../wording/translate';
import type { ZafClient } from '../zendesk/client';
import { type Composer, createComposer } from '../zendesk/composer';
import type { InsertReceipt } from '../zendesk/composer-check';
import type { Unread } from '../zendesk/conversation';
import { completeReaders, readReaders } from '../zendesk/find-reply-readers';
import { createMacros } from '../zendesk/macros';
import type { Settings } from '../zendesk/settings';
import type { Ticket } from '../zendesk/ticket';
import { isSame, whereOf } from './draft';
import type { Effect, Hold, InTicket } from './events';
import { holdWords } from './hold-on-submit';
import { hasOneOf } from './opening';
import type {
  ComposedNote,
  AppState,
  InsertRefusal,
  Inserted,
  NotePosted,
  OpenState,
} from './panel-contract';
import type { InsertedReply } from './state';

/** What is needed once there is something to say to the customer: words, composer, note. */
export interface ReplyTools {
  readonly words: Words;
  readonly notes: Notes;
  /** Reading markup is not the first view's business, and so it is here. */
  searchTicket(unread: Unread, words: readonly string[]): Promise<InTicket>;
  /** Who reads a public reply: adds what the REST API says to what came with the ticket. */
  completeReaders(seen: Readers): Promise<Readers>;
  /** `tellReaders` hears of them where they are not the ones that the reply was judged for. */
  write(effect: WriteEffect, tellReaders: (fresh: Readers) => void): Promise<Written>;
  readonly composer: Pick<Composer, 'readDraft' | 'takeOut'>;
  /** Who reads it in this moment; `undefined` where Zendesk does not say. */
  readReaders(): Promise<Readers | undefined>;
  /** Why a ticket was not saved, in the agent's language. */
  holdWords(hold: Hold): string;
}

export interface Written {
  readonly result: Inserted;
  /** From the moment Zendesk is asked to write, whatever is said of it. */
  readonly receipt: InsertReceipt | undefined;
}

type WriteEffect = Pick<Extract<Effect, { do: 'write' }>, 'what' | 'expected' | 'readers'>;

/** In a chunk of its own, fetched while the lookups run: no verdict waits for it. */
export function createReplyTools(client: ZafClient, clock: Clock, messages: Messages): ReplyTools {
  const words = createWords(client, clock, loadReplies);
  const composer = createComposer(client, clock);
  return {
    words,
    searchTicket,
    notes: createNotes(client, clock, messages),
    completeReaders: (seen) => completeReaders(client, clock, seen),
    write: createWrite(client, clock, composer, words),
    composer,
    async readReaders() {
      const fresh = await readReaders(client, clock);
      return fresh.ok ? fresh.value : undefined;
    },
    holdWords: (hold) => holdWords(hold, messages),
  };
}

/** An `@`, written as such or escaped in one of the ways of HTML and of links. */
const mayNameAnAddress = /[@＠﹫&%]/;

/** In chunks of their own, for tickets in which there is something to look for. */
async function searchTicket(unread: Unread, words: readonly string[]): Promise<InTicket> {
  const { messages, description } = unread;
  const isVain = !mayNameAnAddress.test([...messages, description].join(' '));
  if (isVain && words.length === 0) return { addresses: [], hasWord: false };
  const [{ ticketText }, { findAddresses }] = await Promise.all([
    import('../zendesk/ticket-text'),
    import('../address/find-addresses'),
  ]);
  const text = ticketText(unread);
  return { addresses: findAddresses(text), hasWord: hasOneOf(words, text) };
}

/** Who reads it is asked before, so that nothing is written for others than it was judged for, and after. */
function createWrite(
  client: ZafClient,
  clock: Clock,
  composer: Composer,
  words: Words,
): ReplyTools['write'] {
  const refuse = (refusal: InsertRefusal): Written => ({
    result: failed(refusal),
    receipt: undefined,
  });

  async function put({ what, expected }: WriteEffect): Promise<Written> {
    switch (what.way) {
      case 'reply':
        return composer.insert(what.reply, expected);
      case 'all':
        return composer.insert(await words.join(what.first, what.others), expected);
      case 'apply':
        return apply(what, expected);
    }
  }

  /** A macro whose words are not those that fit is applied for its tags and status; then its words give way to them. */
  async function apply(
    { macroId, preview }: Extract<WriteEffect['what'], { way: 'apply' }>,
    expected: WriteEffect['expected'],
  ): Promise<Written> {
    const { macroIs } = preview;
    if (typeof macroIs !== 'object') return composer.applyMacro(macroId, preview, expected);
    const applied = await composer.applyMacro(macroId, { html: macroIs.fitted.written }, expected);
    const { result, receipt } = applied;
    if (!result.ok || result.value.otherWords || !receipt) return applied;
    const taken = await composer.takeOut(receipt);
    if (taken.ok) return composer.insert(preview, expected);
    return { ...applied, result: ok({ ...result.value, otherWords: true }) };
  }

  return async (effect, tellReaders) => {
    async function changes(): Promise<Result<readonly ReaderPart[]>> {
      const fresh = await readReaders(client, clock);
      if (!fresh.ok) return fresh;
      const parts = readersChanged(effect.readers.known, fresh.value);
      if (parts.length > 0) tellReaders(fresh.value);
      return ok(parts);
    }

    // Nothing is written before this is done, whatever is thrown.
    const before = await safely(changes, () => failed(lost('zendesk')));
    if (!before.ok) return refuse({ kind: 'zendesk', failure: before.failure });
    if (before.value.length > 0) return refuse({ kind: 'readers-changed', parts: before.value });
    const written = await safely(
      () => put(effect),
      () => refuse({ kind: 'zendesk', failure: lost('zendesk') }),
    );
    if (!written.receipt) return written;
    // Whatever is thrown from here on, it is in the composer, or may be.
    const after = await changes().catch(() => failed(undefined));
    if (!written.result.ok || (after.ok && after.value.length === 0)) return written;
    const parts = after.ok ? after.value : [];
    return { ...written, result: failed({ kind: 'readers-changed-since', parts }) };
  };
}

export interface Notes {
  /** `inserted`: whatever was put into the composer since the ticket was opened. */
  compose(state: AppState, inserted: readonly InsertedReply[]): Promise<ComposedNote | undefined>;
  /** The engineer's own text of a note, as markup. */
  ofText(text: string): Promise<string>;
  post(
    note: Pick<Extract<Effect, { do: 'post-note' }>, 'html' | 'about' | 'told'>,
  ): Promise<NotePosted>;
}

/** Most tickets are answered without a note: its code comes with the first one. */
async function loadNote(messages: Messages): Promise<typeof noteModule> {
  const [note, words] = await Promise.all([
    import('../replies/internal-note'),
    loadAskedWords(messages.language),
  ]);
  messages.add(words);
  return note;
}

function createNotes(client: ZafClient, clock: Clock, messages: Messages): Notes {
  return {
    async compose(state, inserted) {
      if (state.kind !== 'open') return undefined;
      const { investigation, selected: candidate } = state;
      const context = { ...state, messages, candidate, used: usedIn(state, inserted) };
      return (await loadNote(messages)).internalNote(investigation.diagnosis, context);
    },
    ofText: async (text) => (await loadNote(messages)).noteOfText(text),
    post: (note) =>
      import('../zendesk/internal-note').then((loaded) =>
        loaded.postInternalNote(client, clock, note),
      ),
  };
}

/** What was put in for this requester about this address, once each, whatever the panel suggests by now. */
function usedIn(
  { ticket, selected, replies, replyLanguage }: OpenState,
  inserted: readonly InsertedReply[],
): readonly UsedReply[] {
  const { address } = selected;
  const about = { ticketId: ticket.id, requesterId: ticket.requester?.id, address };
  const these = inserted.filter((one) => isSame(one.about, about) && whereOf(one));
  const names = new Set(these.flatMap((one) => one.names));
  return [...names].map((name) => {
    const ofName = these.filter((one) => one.names.includes(name));
    const wheres = ofName.map(whereOf);
    const sent = wheres.includes('sent');
    const last = ofName.at(-1);
    const offered = replies.find(({ suggestion }) => suggestion.name === name);
    const isShown = last?.language === replyLanguage && !last?.otherWords;
    return {
      name,
      origin: isShown && offered?.text.state === 'ready' ? offered.text.reply.origin : undefined,
      sent,
      how: !sent && !wheres.includes('composer') ? 'maybe' : offered ? 'now' : 'former',
    };
  });
}

/** Finds the text of one reply; `language` is set when the engineer picked one over the macro. */
type FindText = (
  asked: Pick<Extract<Effect, { do: 'find-text' }>, 'name' | 'reason' | 'about' | 'language'>,
) => Promise<ReplyText>;

export interface Words {
  find(ticket: Ticket, macroIds: Settings['macroIds']): FindText;
  /** In the words that are on the screen. */
  join(first: ReplyText, others: readonly ReplyText[]): Promise<ReplyText>;
}

type BundledWhy = Extract<ReplyOrigin, { kind: 'bundled' }>['why'];

/** The macro as the admin wrote it; where there is none, or another language is asked for, our own text. */
function createWords(client: ZafClient, clock: Clock, loadReplies: LoadReplies): Words {
  const macros = createMacros(client, clock);

  return {
    find:
      (ticket, macroIds) =>
      async ({ name, reason, about, language }) => {
        const requesterName = ticket.requester?.name ?? '';
        const bundled = async (into: Language, why: BundledWhy) => {
          const words = await loadReplies(into);
          const its = await loadReason(words.language, reason);
          return bundledReply(words, {
            name,
            reason: its,
            about,
            language: into,
            why,
            requesterName,
          });
        };

        if (language) return bundled(language, 'language');
        const macro = await macros.find(name, macroIds, ticket.id);
        if (macro.kind !== 'found') {
          return bundled(pickLanguage(ticket.requester?.locale), macro.kind);
        }
        const reply = replyFromMacro(name, macro, requesterName);
        // The app's macros are its own English texts.
        if (reason === undefined && about === undefined) return reply;
        const [words, its] = await Promise.all([
          loadReplies('en').catch(() => undefined),
          loadReason('en', reason),
        ]);
        const fitted = words && fitToTicket(reply, words, { reason: its, about });
        if (reason === 'read-by-others' && typeof fitted?.macroIs !== 'object') {
          return bundled(pickLanguage(ticket.requester?.locale), reason);
        }
        return fitted ?? { ...reply, macroIs: 'general' };
      },
    async join(first, others) {
      const language = languageOf([first, ...others]);
      const also = language && (await loadReplies(language)).also;
      return joinReplies(first, others, also);
    },
  };
}

/** The one language that all of our own texts are in; a macro's is not known. */
function languageOf(replies: readonly ReplyText[]): Language | undefined {
  const languages = new Set(
    replies.map(({ origin }) => (origin.kind === 'bundled' ? origin.language : undefined)),
  );
  return languages.size === 1 ? [...languages][0] : undefined;
}
