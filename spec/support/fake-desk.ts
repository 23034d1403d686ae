import type { ComposedNote, Desk, DeskActions, DeskState, NotePosted } from '../../src/app/state';

type Inserted = Awaited<ReturnType<DeskActions['insertReply']>>;

export interface Call {
  readonly action: keyof DeskActions;
  readonly args: readonly unknown[];
}

/** What the desk will answer to the next presses; change it to make them fail. */
export interface FakeAnswers {
  select: ReturnType<DeskActions['selectAddress']>;
  inserted: Inserted;
  posted: NotePosted;
  copied: boolean;
  note: ComposedNote | undefined;
}

export interface FakeDesk extends Desk {
  readonly calls: readonly Call[];
  readonly answers: FakeAnswers;
  /** Shows another state, as the desk does when an answer lands. */
  show(state: DeskState): void;
}

/** A desk whose state is given, and which writes down everything it is asked to do. */
export function createFakeDesk(first: DeskState): FakeDesk {
  const listeners = new Set<() => void>();
  const calls: Call[] = [];
  let state = first;

  const answers: FakeAnswers = {
    select: { ok: true },
    inserted: { ok: true, value: { format: 'rich' } },
    posted: { ok: true },
    copied: true,
    note: { html: '<p>Sign-in check</p>', text: 'Sign-in check' },
  };

  const write =
    <T>(action: keyof DeskActions, answer: () => T) =>
    (...args: readonly unknown[]): T => {
      calls.push({ action, args });
      return answer();
    };

  return {
    calls,
    answers,
    show(next) {
      state = next;
      listeners.forEach((listener) => {
        listener();
      });
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    selectAddress: write('selectAddress', () => answers.select),
    runAnyway: write('runAnyway', () => undefined),
    refresh: write('refresh', () => undefined),
    answerByHand: write('answerByHand', () => undefined),
    chooseReplyLanguage: write('chooseReplyLanguage', () => undefined),
    insertReply: write('insertReply', () => Promise.resolve(answers.inserted)),
    insertAll: write('insertAll', () => Promise.resolve(answers.inserted)),
    applyMacro: write('applyMacro', () => Promise.resolve(answers.inserted)),
    copy: write('copy', () => Promise.resolve(answers.copied)),
    composeNote: write('composeNote', () => Promise.resolve(answers.note)),
    postNote: write('postNote', () => Promise.resolve(answers.posted)),
    dismissRequesterChange: write('dismissRequesterChange', () => undefined),
  };
}
