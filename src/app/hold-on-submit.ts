import { sameAddress } from '../address/address';
import { mayDisclose, strangersOf } from '../replies/may-disclose';
import type { Clock } from '../shared/clock';
import { exhaustive, safely } from '../shared/failure';
import type { Readers } from '../shared/reply-readers';
import type { ZafClient } from '../zendesk/client';
import type { DraftReading } from '../zendesk/composer';
import { type SaveAnswer, onTicketSave } from '../zendesk/ticket-events';
import type { AppEvent, Effect, Happening, Hold, HoldReason, Step } from './events';
import { afterReading, receiptsIn, standingIn } from './draft';
import { toldOf } from './replies';
import type { ReplyTools } from './reply-effects';
import { knownRequester } from './requester-change';
import type { State } from './state';

type SaveEvent = Extract<AppEvent, { kind: 'save-asked' | 'save-read' }>;

/** Pure: the engineer submits, and something of ours may stand in the composer. */
export function afterSave(state: State, event: SaveEvent): Step {
  switch (event.kind) {
    case 'save-asked':
      // Where nothing was ever inserted nobody is kept waiting; else both are asked in the moment of sending.
      return state.inserted.length === 0 && !state.writing
        ? goOn(state, event)
        : { state, effects: [{ do: 'read-for-save', attempt: event.attempt }] };
    case 'save-read':
      return judgeSave(state, event);
    default:
      return exhaustive(event);
  }
}

const goOn = (state: State, { attempt, at }: SaveEvent): Step => ({
  state: { ...state, savingSince: at },
  effects: [{ do: 'tell-save', attempt, hold: undefined }],
});

type Standing = ReturnType<typeof standingIn>[number];

/** Held once for everything there is to tell; then the engineer decides. */
function judgeSave(state: State, event: Extract<SaveEvent, { kind: 'save-read' }>): Step {
  const { attempt, readers } = event;
  const now = asRead(state, event.draft, event.at);
  const held = standingIn(event.draft ? now : withDormant(now))
    .flatMap((one) => holdOn(one, now, readers) ?? [])
    .at(-1);
  // Of a reply about another address nothing was told.
  const tell = <One extends Pick<Standing, 'about' | 'told'>>(one: One): One => {
    const isTold = held !== undefined && sameAddress(one.about.address, held.hold.address);
    const told = [...toldStill(one, readers), ...(isTold ? held.telling : [])];
    return { ...one, told: [...new Set(told)] };
  };
  const inserted = now.inserted.map(tell);
  const writing = now.writing && tell(now.writing);
  const known = { ...now, inserted, writing };
  if (!held) return goOn(known, event);
  return { state: known, effects: [{ do: 'tell-save', attempt, hold: held.hold }] };
}

const asRead = (state: State, draft: DraftReading | undefined, at: number): State =>
  draft ? afterReading(state, draft, at) : state;

/** Of a draft that could not be read: what it was without before may be back. */
const withDormant = (state: State): State => ({
  ...state,
  inserted: state.inserted.map((one) =>
    one.where === 'gone' && !one.sent ? { ...one, where: 'maybe' } : one,
  ),
});

/** Once it is known who reads, not to know it later is another doubt. */
const toldStill = ({ told }: Pick<Standing, 'told'>, readers: Readers | undefined) =>
  readers ? told.filter((one) => one !== unread) : told;

const unread = toldOf('unread');

interface Doubt {
  readonly why: HoldReason;
  /** What the engineer is told with it; each is told once. */
  readonly telling: readonly string[];
}

/** The privacy gate for what stands in the composer already (brief, rule 6): the engineer was told of whoever may read it. */
function holdOn(
  one: Standing,
  state: State,
  readers: Readers | undefined,
): { readonly hold: Hold; readonly telling: readonly string[] } | undefined {
  const told = toldStill(one, readers);
  const isNew = (key: string): boolean => !told.includes(key);
  const doubts = doubtsAbout(one, state, readers).filter(({ telling }) => telling.some(isNew));
  if (doubts.length === 0) return undefined;
  const whys = doubts.map(({ why }) =>
    why.kind === 'strangers'
      ? { ...why, people: why.people.filter((person) => isNew(toldOf(person))) }
      : why,
  );
  return {
    hold: { address: one.about.address, sure: one.where === 'composer', whys },
    telling: doubts.flatMap(({ telling }) => telling),
  };
}

function doubtsAbout(
  { about, names, otherWords, receipt }: Standing,
  state: State,
  readers: Readers | undefined,
): readonly Doubt[] {
  const { address, requesterId } = about;
  const doubts: Doubt[] = [];
  const requester = readers ? readers.requester?.id : knownRequester(state);
  const isAnother = requester !== undefined && requester !== requesterId;
  if (isAnother) {
    doubts.push({
      why: { kind: 'another-requester' },
      telling: [toldOf(['requester', requester])],
    });
  }
  // The neutral reply tells nobody anything; what its macro wrote need not be it.
  const isNeutral = !otherWords && receipt?.isGuess !== true;
  if (isNeutral && names.every((name) => name === 'verify_ownership')) return doubts;
  if (!readers) return [...doubts, { why: { kind: 'unread' }, telling: [unread] }];

  const disclosure = mayDisclose(address, readers);
  // That the address is none of another requester's goes without saying.
  if (disclosure.kind === 'closed' && !(isAnother && disclosure.why.kind === 'not-theirs')) {
    const { channel, requester: person, savedRequester, identities, audiences } = readers;
    const of = [channel, person, savedRequester, identities?.map(({ value }) => value), audiences];
    doubts.push({ why: disclosure, telling: [toldOf([disclosure.why, of])] });
  }
  const people = strangersOf(address, readers);
  if (people.length > 0) {
    doubts.push({ why: { kind: 'strangers', people }, telling: people.map(toldOf) });
  }
  return doubts;
}

/** Within the time for which a ticket waits to be saved; what comes later is not known. */
const saveReadMs = 2_000;

type SaveEffect = Extract<Effect, { do: 'read-for-save' | 'tell-save' }>;

interface SavePorts {
  readonly client: ZafClient;
  readonly clock: Clock;
  readonly replyTools: () => Promise<ReplyTools>;
}

/** Where the agent's language did not come. */
const wordless = 'Look at the reply in the composer: others may read it. Submit again to send it.';

/** Zendesk's question before a ticket is saved, and its answer. */
export function createSaving(
  { client, clock, replyTools }: SavePorts,
  getState: () => State,
  happen: (happening: Happening) => boolean,
) {
  const saves = new Map<number, (answer: SaveAnswer) => void>();
  let attempts = 0;
  let asking: Promise<SaveAnswer> | undefined;

  async function readForSave(attempt: number): Promise<void> {
    let stop: () => void = () => undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      stop = clock.after(saveReadMs, () => {
        resolve(undefined);
      });
    });
    const inTime = <T>(read: (tools: ReplyTools) => Promise<T>): Promise<T | undefined> => {
      const reading = async () => read(await replyTools());
      return Promise.race([safely<T | undefined>(reading, () => undefined), tooLate]);
    };

    const reading = await inTime(({ composer }) => composer.readDraft(receiptsIn(getState())));
    const draft = reading?.ok ? reading.value : undefined;
    // Where nothing of ours stands, nobody has to be asked who would read it.
    const isClear =
      draft !== undefined && standingIn(asRead(getState(), draft, clock.now())).length === 0;
    const readers = isClear ? undefined : await inTime((tools) => tools.readReaders());
    stop();
    const read = { kind: 'save-read', attempt } as const;
    if (!happen({ ...read, draft, readers })) {
      happen({ ...read, draft: undefined, readers: undefined });
    }
  }

  function tellSave({ attempt, hold }: Extract<Effect, { do: 'tell-save' }>): void {
    const words = async () => hold && (await replyTools()).holdWords(hold);
    void safely(words, () => hold && wordless).then((why) => {
      saves.get(attempt)?.(why === undefined ? { kind: 'go-on' } : { kind: 'hold', why });
      saves.delete(attempt);
    });
  }

  return {
    run(effect: SaveEffect): void {
      if (effect.do === 'tell-save') tellSave(effect);
      else void readForSave(effect.attempt);
    },
    /** Returns the function that stops listening. */
    listen: (): (() => void) =>
      onTicketSave(
        client,
        clock,
        () =>
          // Submit pressed twice is asked once: the second would not wait for what the first says.
          (asking ??= new Promise<SaveAnswer>((resolve) => {
            const attempt = (attempts += 1);
            saves.set(attempt, resolve);
            happen({ kind: 'save-asked', attempt });
          }).finally(() => {
            asking = undefined;
          })),
      ),
  };
}
