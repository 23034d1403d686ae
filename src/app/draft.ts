import type { Clock } from '../shared/clock';
import { type Failure, type Source, exhaustive, failed } from '../shared/failure';
import type { ZafClient } from '../zendesk/client';
import { type SaveAnswer, onTicketSave } from '../zendesk/ticket-events';
import type { AppEvent, Effect, Happening, State, Step } from './events';
import { leftoverOf } from './inserting';
import type { ReplyTools } from './reply-tools';
import type { TakenOut } from './state';

type DraftEvent = Extract<
  AppEvent,
  { kind: 'draft-changed' | 'draft-read' | 'take-out-pressed' | 'taken-out' | 'save-asked' }
>;

/** Pure, as all of `reduce`: what the composer holds of what was inserted. */
export function afterDraft(state: State, event: DraftEvent): Step {
  switch (event.kind) {
    case 'draft-changed':
      return changeDraft(state, event.at);
    case 'draft-read':
      return takeDraft(state, event);
    case 'take-out-pressed':
      return pressTakeOut(state, event.attempt);
    case 'taken-out':
      return takeTakenOut(state, event);
    case 'save-asked':
      return askSave(state, event);
    default:
      return exhaustive(event);
  }
}

/** Zendesk empties the composer somewhere between asking and saying that the ticket is saved. */
const longestSaveMs = 30_000;

const isSaving = ({ savingSince }: State, at: number): boolean =>
  savingSince !== undefined && at - savingSince < longestSaveMs;

/** The engineer, a macro or another app wrote into the composer. What then stands there has to be read. */
function changeDraft(state: State, at: number): Step {
  const effects: readonly Effect[] = isSaving(state, at) ? [] : [{ do: 'read-draft' }];
  return { state, effects };
}

function takeDraft(state: State, { result, at }: Extract<AppEvent, { kind: 'draft-read' }>): Step {
  if (isSaving(state, at)) return { state, effects: [] };
  if (!result.ok) return { state: { ...state, draft: 'unknown' }, effects: [] };
  const { isEmpty, holdings } = result.value;
  const inserted = state.inserted.flatMap((one) => {
    const read = holdings.find(({ receipt }) => receipt === one.receipt);
    if (one.where !== 'composer' || !read) return [one];
    return read.holding === 'gone' ? [] : [{ ...one, canTakeOut: read.holding === 'unchanged' }];
  });
  return { state: { ...state, draft: isEmpty ? 'empty' : 'started', inserted }, effects: [] };
}

/** Also for somebody who is not the requester any more. */
function pressTakeOut(state: State, attempt: number): Step {
  const one = state.inserted.findLast(
    ({ where, canTakeOut }) => where === 'composer' && canTakeOut,
  );
  if (state.writing || !one?.receipt) {
    const result = failed({ kind: 'nothing' } as const);
    return { state, effects: [{ do: 'tell-taken-out', attempt, result }] };
  }
  const writing = { attempt, names: one.names, about: one.about };
  return {
    state: { ...state, writing },
    effects: [{ do: 'take-out', attempt, receipt: one.receipt }],
  };
}

function takeTakenOut(
  state: State,
  { attempt, result }: Extract<AppEvent, { kind: 'taken-out' }>,
): Step {
  const told: Effect = { do: 'tell-taken-out', attempt, result };
  if (state.writing?.attempt !== attempt) return { state, effects: [told] };
  const newest = state.inserted.findLast(({ canTakeOut }) => canTakeOut);
  const inserted = result.ok ? state.inserted.filter((one) => one !== newest) : state.inserted;
  return {
    state: { ...state, writing: undefined, inserted },
    // Whatever came of it, the composer says how it is now.
    effects: [told, { do: 'read-draft' }],
  };
}

/** Held once, while a reply about somebody else than the requester is in the composer; then the engineer decides. */
function askSave(state: State, { attempt, at }: Extract<AppEvent, { kind: 'save-asked' }>): Step {
  const inComposer = state.inserted.filter(({ where }) => where === 'composer');
  const doubtful =
    state.kind !== 'ready'
      ? undefined
      : state.requesterInDoubt
        ? inComposer.at(-1)
        : leftoverOf(state);
  if (!doubtful || doubtful.wasHeld) {
    return {
      state: { ...state, savingSince: at },
      effects: [{ do: 'tell-save', attempt, leftover: undefined }],
    };
  }
  const inserted = state.inserted.map((one) =>
    one === doubtful ? { ...one, wasHeld: true } : one,
  );
  return {
    state: { ...state, inserted },
    effects: [{ do: 'tell-save', attempt, leftover: doubtful.about.address }],
  };
}

export const lost = (source: Source): Failure => ({ source, kind: 'unreachable' });

/** No exception crosses a room's door: what a promise rejects with, or a call throws, becomes a value. */
export async function safely<T>(call: () => Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await call();
  } catch {
    return otherwise();
  }
}

/** Zendesk tells of every key: what stands there is read once the engineer pauses. */
const draftSettlesMs = 300;

interface DraftPorts {
  readonly client: ZafClient;
  readonly clock: Clock;
  readonly replyTools: () => Promise<ReplyTools>;
}

/** The effects on the draft, and Zendesk's question before a ticket is saved. */
export function createDraft(
  { client, clock, replyTools }: DraftPorts,
  getState: () => State,
  happen: (happening: Happening) => void,
) {
  const takeOuts = new Map<number, (result: TakenOut) => void>();
  const saves = new Map<number, (answer: SaveAnswer) => void>();
  let attempts = 0;
  let cancel: () => void = () => undefined;

  async function readNow(): Promise<void> {
    const receipts = getState().inserted.flatMap(({ where, receipt }) =>
      where === 'composer' && receipt ? [receipt] : [],
    );
    const result = await safely(
      async () => (await replyTools()).composer.readDraft(receipts),
      () => failed(lost('zendesk')),
    );
    happen({ kind: 'draft-read', result });
  }

  async function answerSave(leftover: string | undefined): Promise<SaveAnswer> {
    if (leftover === undefined) return { kind: 'go-on' };
    return { kind: 'hold', why: (await replyTools()).holdWords(leftover) };
  }

  return {
    read(): void {
      cancel();
      cancel = clock.after(draftSettlesMs, () => void readNow());
    },
    write({ attempt, receipt }: Extract<Effect, { do: 'take-out' }>): void {
      const take = async () => (await replyTools()).composer.takeOut(receipt);
      void safely<Extract<Happening, { kind: 'taken-out' }>['result']>(take, () =>
        failed({ kind: 'zendesk', failure: lost('zendesk') }),
      ).then((result) => {
        happen({ kind: 'taken-out', attempt, result });
      });
    },
    tellTakenOut({ attempt, result }: Extract<Effect, { do: 'tell-taken-out' }>): void {
      takeOuts.get(attempt)?.(result);
      takeOuts.delete(attempt);
    },
    tellSave({ attempt, leftover }: Extract<Effect, { do: 'tell-save' }>): void {
      void safely<SaveAnswer>(
        () => answerSave(leftover),
        () => ({ kind: 'go-on' }),
      ).then((answer) => {
        saves.get(attempt)?.(answer);
        saves.delete(attempt);
      });
    },
    /** Returns the function that stops listening. */
    listen(): () => void {
      const stop = onTicketSave(client, clock, () => {
        return new Promise((resolve) => {
          // Negative, so that no press of the panel's own is taken for one of these.
          const attempt = (attempts -= 1);
          saves.set(attempt, resolve);
          happen({ kind: 'save-asked', attempt });
        });
      });
      return () => {
        stop();
        cancel();
      };
    },
    takeOut: (): Promise<TakenOut> =>
      new Promise((resolve) => {
        const attempt = (attempts -= 1);
        takeOuts.set(attempt, resolve);
        happen({ kind: 'take-out-pressed', attempt });
      }),
  };
}
