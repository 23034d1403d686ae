import { sameAddress } from '../address/address';
import { mayDisclose } from '../replies/may-disclose';
import type { Clock } from '../shared/clock';
import { exhaustive, failed, lost, safely } from '../shared/failure';
import type { Readers } from '../shared/reply-readers';
import type { ZafClient } from '../zendesk/client';
import { type SaveAnswer, onTicketSave } from '../zendesk/ticket-events';
import type { AppEvent, Effect, Happening, Hold, Step } from './events';
import type { TakenOut } from './panel-contract';
import { toldOf } from './replies';
import type { ReplyTools } from './reply-effects';
import { knownRequester } from './requester-change';
import type { InsertedReply, State } from './state';

type DraftEvent = Extract<
  AppEvent,
  {
    kind:
      | 'draft-changed'
      | 'draft-read'
      | 'take-out-pressed'
      | 'taken-out'
      | 'save-asked'
      | 'save-read';
  }
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
    case 'save-read':
      return judgeSave(state, event);
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
  const { names, about, receipt } = one;
  return {
    state: { ...state, writing: { attempt, names, about, told: [], takesOut: receipt } },
    effects: [{ do: 'take-out', attempt, receipt }],
  };
}

function takeTakenOut(
  state: State,
  { attempt, result }: Extract<AppEvent, { kind: 'taken-out' }>,
): Step {
  const told: Effect = { do: 'tell-taken-out', attempt, result };
  const { writing } = state;
  if (writing?.attempt !== attempt) return { state, effects: [told] };
  const inserted = result.ok
    ? state.inserted.filter(({ receipt }) => receipt !== writing.takesOut)
    : state.inserted;
  return {
    state: { ...state, writing: undefined, inserted },
    // Whatever came of it, the composer says how it is now.
    effects: [told, { do: 'read-draft' }],
  };
}

/** With nothing of ours in the composer nobody is kept waiting; else who reads it is asked in the moment of sending. */
function askSave(state: State, { attempt, at }: Extract<AppEvent, { kind: 'save-asked' }>): Step {
  if (inComposer(state).length === 0) return goOn(state, attempt, at);
  return { state, effects: [{ do: 'read-for-save', attempt }] };
}

type Standing = Pick<InsertedReply, 'names' | 'about' | 'told'>;

/** What is being put in may stand there already. */
const inComposer = ({ inserted, writing }: State): readonly Standing[] => [
  ...inserted.filter(({ where }) => where === 'composer'),
  ...(writing && !writing.takesOut ? [writing] : []),
];

const goOn = (state: State, attempt: number, at: number): Step => ({
  state: { ...state, savingSince: at },
  effects: [{ do: 'tell-save', attempt, hold: undefined }],
});

/** Held once for everything there is to tell; then the engineer decides. */
function judgeSave(
  state: State,
  { attempt, readers, at }: Extract<AppEvent, { kind: 'save-read' }>,
): Step {
  const doubt = inComposer(state)
    .flatMap((one) => holdOf(one, state, readers) ?? [])
    .at(-1);
  if (!doubt) return goOn(state, attempt, at);
  // Of a reply about another address nothing was told.
  const tell = <One extends Standing>(one: One): One =>
    sameAddress(one.about.address, doubt.hold.address)
      ? { ...one, told: [...one.told, ...doubt.telling] }
      : one;
  const inserted = state.inserted.map(tell);
  const writing = state.writing && tell(state.writing);
  return {
    state: { ...state, inserted, writing },
    effects: [{ do: 'tell-save', attempt, hold: doubt.hold }],
  };
}

/**
 * The privacy gate for what stands in the composer already (brief, rule 6): whoever may read it, the engineer has
 * been told of. `telling`: what is told with it.
 */
function holdOf(
  { about, names, told }: Standing,
  state: State,
  readers: Readers | undefined,
): { readonly hold: Hold; readonly telling: readonly string[] } | undefined {
  const { address, requesterId } = about;
  const hold = (why: Hold['why'], telling = [toldOf(why)]) =>
    telling.every((one) => told.includes(one)) ? undefined : { hold: { address, why }, telling };

  const requester = readers ? readers.requester?.id : knownRequester(state);
  if (requester !== undefined && requester !== requesterId) {
    return hold({ kind: 'another-requester' }, [toldOf(requester)]);
  }
  // The neutral reply tells nobody anything.
  if (names.every((name) => name === 'verify_ownership')) return undefined;
  if (!readers) return hold({ kind: 'unread' });
  const disclosure = mayDisclose(address, readers);
  switch (disclosure.kind) {
    case 'open':
      return undefined;
    case 'closed':
      return hold(disclosure);
    case 'strangers': {
      const people = disclosure.people.filter((one) => !told.includes(toldOf(one)));
      return hold({ kind: 'strangers', people }, people.map(toldOf));
    }
    default:
      return exhaustive(disclosure);
  }
}

/** Zendesk tells of every key: what stands there is read once the engineer pauses. */
const typingPauseMs = 300;

/** Within the time for which a ticket waits to be saved; what comes later is not known. */
const saveReadMs = 2_000;

type DraftEffect = Extract<
  Effect,
  { do: 'read-draft' | 'take-out' | 'tell-taken-out' | 'read-for-save' | 'tell-save' }
>;

interface DraftPorts {
  readonly client: ZafClient;
  readonly clock: Clock;
  readonly replyTools: () => Promise<ReplyTools>;
}

/** The effects on the draft, and Zendesk's question before a ticket is saved. */
export function createDraft(
  { client, clock, replyTools }: DraftPorts,
  getState: () => State,
  happen: (happening: Happening) => boolean,
  answer: <T>(question: () => Promise<T>, event: (value: T) => Happening, otherwise: T) => void,
) {
  const takeOuts = new Map<number, (result: TakenOut) => void>();
  const saves = new Map<number, (answer: SaveAnswer) => void>();
  let attempts = 0;
  let cancel: () => void = () => undefined;

  function readNow(): void {
    const receipts = getState().inserted.flatMap(({ where, receipt }) =>
      where === 'composer' && receipt ? [receipt] : [],
    );
    answer(
      async () => (await replyTools()).composer.readDraft(receipts),
      (result) => ({ kind: 'draft-read', result }),
      failed(lost('zendesk')),
    );
  }

  function takeOut({ attempt, receipt }: Extract<Effect, { do: 'take-out' }>): void {
    const take = async () => (await replyTools()).composer.takeOut(receipt);
    answer<Extract<Happening, { kind: 'taken-out' }>['result']>(
      take,
      (result) => ({ kind: 'taken-out', attempt, result }),
      failed({ kind: 'zendesk', failure: lost('zendesk') }),
    );
  }

  function readForSave(attempt: number): void {
    let stop: () => void = () => undefined;
    const read = async () => (await replyTools()).readReaders();
    const inTime = new Promise<undefined>((resolve) => {
      stop = clock.after(saveReadMs, () => {
        resolve(undefined);
      });
    });
    answer<Readers | undefined>(
      () => Promise.race([safely(read, () => undefined), inTime]).finally(stop),
      (readers) => ({ kind: 'save-read', attempt, readers }),
      undefined,
    );
  }

  function tellSave({ attempt, hold }: Extract<Effect, { do: 'tell-save' }>): void {
    const words = async () => hold && (await replyTools()).holdWords(hold);
    void safely(words, () => undefined).then((why) => {
      saves.get(attempt)?.(why === undefined ? { kind: 'go-on' } : { kind: 'hold', why });
      saves.delete(attempt);
    });
  }

  return {
    run(effect: DraftEffect): void {
      switch (effect.do) {
        case 'read-draft':
          cancel();
          cancel = clock.after(typingPauseMs, readNow);
          return;
        case 'take-out':
          takeOut(effect);
          return;
        case 'tell-taken-out':
          takeOuts.get(effect.attempt)?.(effect.result);
          takeOuts.delete(effect.attempt);
          return;
        case 'read-for-save':
          readForSave(effect.attempt);
          return;
        case 'tell-save':
          tellSave(effect);
      }
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
        if (!happen({ kind: 'take-out-pressed', attempt })) resolve(failed({ kind: 'nothing' }));
      }),
  };
}
