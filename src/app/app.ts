import { parseAddress } from '../address/address';
import type { ReplyText } from '../replies/suggest';
import type { Clock } from '../shared/clock';
import { failed, lost, safely } from '../shared/failure';
import type { Send } from '../shared/request';
import { createStore } from '../shared/store';
import type { ZafClient } from '../zendesk/client';
import { onTicketEvents } from '../zendesk/frame';
import { readTicket } from '../zendesk/ticket';
import type { ComposerEffects, createComposerEffects } from './composer-effects';
import { aboutOf } from './draft';
import type { AppEvent, Effect, Happening, InTicket, Press } from './events';
import { createAsking } from './investigating';
import { type FirstReading, firstState, type Looks, looksOf } from './opening';
import type {
  ComposedNote,
  App,
  Copied,
  Inserted,
  InsertOptions,
  NotePosted,
  TakenOut,
} from './panel-contract';
import { reduce } from './reduce';
import { sessionOf } from './replies';
import type { ReplyTools } from './reply-effects';
import { type SetupPorts, createSetup, setupViewOf } from './setup';
import type { About, State } from './state';
import { memoised, viewOf } from './view';

/** What the app is given of the world. */
export interface AppPorts {
  readonly client: ZafClient;
  readonly clock: Clock;
  readonly send: Send;
  /** Rejects when the chunk cannot be fetched; asked again, it tries again. */
  readonly replyTools: () => Promise<ReplyTools>;
  readonly composerEffects: () => Promise<typeof createComposerEffects>;
  readonly setup: SetupPorts;
  /** Settings and ticket, at the start and for another try after Zendesk did not answer. */
  readonly read: () => Promise<FirstReading>;
  readonly copy: (text: string | Promise<string | undefined>) => Promise<boolean>;
  readonly network: {
    isOnline(): boolean;
    onChange(listener: () => void): () => void;
  };
}

export interface RunningApp extends App {
  /** Resolves with the first reading. */
  readonly opened: Promise<Looks | undefined>;
  close(): void;
}

/**
 * One ticket tab, from the first reading to the last event: tells `reduce` what happens, and does what comes back.
 * It listens to Zendesk before it reads for the first time, so that nothing is missed in between.
 */
export function createApp(ports: AppPorts): RunningApp {
  const { client, clock, network } = ports;
  const notePresses = new Map<number, (result: NotePosted) => void>();
  let attempts = 0;
  let composed: { readonly note: ComposedNote; readonly about: About } | undefined;
  let readFirst: (looks: Looks | undefined) => void = () => undefined;
  const opened = new Promise<Looks | undefined>((resolve) => {
    readFirst = resolve;
  });

  const store = createStore<State, AppEvent, Effect>(firstState(ports), reduce, run);
  /** False where it could not be taken, whatever was thrown. */
  function happen(happening: Happening): boolean {
    try {
      store.dispatch({ ...happening, at: clock.now() });
      return true;
    } catch {
      return false;
    }
  }

  const happens = (happening: Happening) => (): void => {
    happen(happening);
  };

  /** What comes of a question is an event; where it throws, or cannot be taken, that is one too: nobody waits for ever. */
  function answer<T>(
    question: () => Promise<T>,
    event: (value: T) => Happening,
    otherwise: T,
  ): void {
    void safely(question, () => otherwise).then((value) => {
      if (!happen(event(value))) happen(event(otherwise));
    });
  }

  const asking = createAsking(ports, answer);
  const setup = createSetup(ports.setup, store, happen);

  let composer: ComposerEffects | undefined;
  let isClosed = false;

  /** Loaded with what shows a reply. At once, where it is there: a browser lets be copied in the press itself. */
  async function atComposer<T>(
    ask: (effects: ComposerEffects) => T | Promise<T>,
    otherwise: T,
  ): Promise<T> {
    try {
      if (!composer) {
        const create = await ports.composerEffects();
        const tools = await ports.replyTools();
        if (isClosed) return otherwise;
        composer ??= create({ ...ports, tools, getState: store.getState, happen });
      }
      return await ask(composer);
    } catch {
      return otherwise;
    }
  }

  /** Whatever goes wrong on the way comes back as a failure: nothing stays pending for ever. */
  function run(effect: Effect): void {
    switch (effect.do) {
      case 'read':
        answer(
          ports.read,
          (result) => {
            readFirst(looksOf(result));
            return { kind: 'read', reading: effect.reading, result };
          },
          zendeskLost,
        );
        return;
      case 'read-ticket': {
        const { subscriptionEmailField } = effect.settings;
        answer(
          () => readTicket(client, clock, { subscriptionEmailField }),
          (result) => ({ kind: 'ticket-read', reading: effect.reading, result }),
          failed(lost('zendesk')),
        );
        return;
      }
      case 'read-readers': {
        const { asked, seen } = effect;
        const complete = async () => (await ports.replyTools()).completeReaders(seen);
        const unknown = { ...seen, identities: undefined, copies: undefined };
        answer(complete, (readers) => ({ kind: 'readers-read', asked, readers }), unknown);
        return;
      }
      case 'ask':
      case 'cancel':
        asking.run(effect);
        return;
      case 'search-ticket': {
        const { mark, unread, words } = effect;
        answer<InTicket | undefined>(
          async () => (await ports.replyTools()).searchTicket(unread, words),
          (found) => ({ kind: 'ticket-searched', mark, found }),
          undefined,
        );
        return;
      }
      case 'find-text': {
        const { of, key, ticket, macroIds } = effect;
        const words = async () => (await ports.replyTools()).words.find(ticket, macroIds)(effect);
        const find = async () => (await Promise.all([words(), atComposer(draftOf, undefined)]))[0];
        answer<ReplyText | undefined>(
          find,
          (text) => ({ kind: 'text-found', of, key, text }),
          undefined,
        );
        return;
      }
      case 'write':
      case 'tell':
      case 'read-draft':
      case 'load-reply-tools':
      case 'take-out':
      case 'tell-taken-out':
      case 'read-for-save':
      case 'tell-save':
        void atComposer((effects) => {
          effects.run(effect);
        }, undefined);
        return;
      case 'post-note': {
        const { attempt } = effect;
        const post = async () => (await ports.replyTools()).notes.post(effect);
        answer(post, (result) => ({ kind: 'note-written', attempt, result }), notPosted);
        return;
      }
      case 'tell-note':
        notePresses.get(effect.attempt)?.(effect.result);
        notePresses.delete(effect.attempt);
        return;
      case 'check-setup':
      case 'cancel-setup':
        void setup.run(effect);
    }
  }

  const stopTicketEvents = onTicketEvents(client, {
    requesterChanged: happens({ kind: 'requester-changed' }),
    ticketChanged: happens({ kind: 'ticket-changed' }),
    submitted: happens({ kind: 'submitted' }),
    submitFailed: happens({ kind: 'submit-failed' }),
    draftChanged: happens({ kind: 'draft-changed' }),
    visibility(change) {
      happen({ kind: 'visibility', change });
    },
  });
  const stopNetwork = network.onChange(() => {
    happen({ kind: 'network', online: network.isOnline() });
  });
  run({ do: 'read', reading: 0 });

  const press = (pressed: Press, options: InsertOptions): Promise<Inserted> =>
    atComposer<Inserted>((effects) => effects.press(pressed, options), notReached);

  const getState = memoised(store.getState, viewOf);

  return {
    opened,
    getState,
    getSetup: memoised(store.getState, setupViewOf),
    subscribe: store.subscribe,
    close() {
      stopTicketEvents();
      stopNetwork();
      isClosed = true;
      composer?.close();
      asking.cancelAll();
      setup.cancel();
      store.close();
    },

    selectAddress(text) {
      const parsed = parseAddress(text);
      if (!parsed.ok) return { ok: false, problem: parsed.failure };
      if (store.getState().kind !== 'ready') return { ok: false, problem: 'not-ready' };
      happen({ kind: 'address-selected', address: parsed.value });
      return { ok: true };
    },
    runAnyway: happens({ kind: 'run-anyway' }),
    refresh: happens({ kind: 'refresh' }),
    answerByHand(check, value) {
      happen({ kind: 'answered-by-hand', check, value });
    },
    chooseAccount(account) {
      happen({ kind: 'account-chosen', account });
    },
    chooseReplyLanguage(language) {
      happen({ kind: 'language-chosen', language });
    },
    insertReply: (reply, options) => press({ way: 'reply', reply }, options),
    insertAll: (options) => press({ way: 'all' }, options),
    applyMacro: (reply, options) => press({ way: 'apply', reply }, options),
    takeOut: () =>
      atComposer<TakenOut>((effects) => effects.takeOut(), failed({ kind: 'nothing' })),
    copy: ports.copy,
    copyReply: (reply, options) =>
      atComposer<Copied>((effects) => effects.copyReply(reply, options), notReached),
    async composeNote() {
      const state = store.getState();
      const session = state.kind === 'ready' ? sessionOf(state) : undefined;
      if (state.kind !== 'ready' || !session) return undefined;
      const about = aboutOf(state, session);
      const view = getState();
      const note = await safely(
        async () => (await ports.replyTools()).notes.compose(view, state.inserted),
        () => undefined,
      );
      composed = note && { note, about };
      return note;
    },
    async postNote({ edited, told = [] } = {}) {
      if (!composed) return notPosted;
      const { note, about } = composed;
      const html =
        edited === undefined
          ? note.html
          : await safely(
              async () => (await ports.replyTools()).notes.ofText(edited),
              () => undefined,
            );
      if (html === undefined) return notPosted;
      return new Promise((resolve) => {
        const attempt = (attempts += 1);
        notePresses.set(attempt, resolve);
        const pressed = { kind: 'note-pressed', attempt, html, about, told } as const;
        if (!happen(pressed)) resolve(notPosted);
      });
    },
    ...setup.actions,
    dismissRequesterChange: happens({ kind: 'requester-change-dismissed' }),
  };
}

const notReached = failed({ kind: 'zendesk', failure: lost('zendesk') } as const);
const zendeskLost: FirstReading = { kind: 'zendesk-failed', failure: lost('zendesk') };
const draftOf = (effects: ComposerEffects) => effects.draftKnown();
const notPosted: NotePosted = { ok: false, why: 'failed' };
