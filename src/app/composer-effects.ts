import { readersChanged } from '../replies/may-disclose';
import type { ReplyText } from '../replies/suggest';
import type { Clock } from '../shared/clock';
import { failed, lost, ok, safely } from '../shared/failure';
import type { Readers } from '../shared/reply';
import type { ZafClient } from '../zendesk/client';
import { type SaveAnswer, onTicketSave } from '../zendesk/frame';
import { receiptsIn, standingIn } from './draft';
import type { Effect, Happening, Press } from './events';
import { asRead, judgeSave } from './hold-on-submit';
import { gate } from './inserting';
import type { Copied, Inserted, InsertOptions, TakenOut } from './panel-contract';
import type { ReplyTools, Written } from './reply-effects';
import type { State } from './state';

export type ComposerEffect = Extract<
  Effect,
  {
    do:
      | 'load-reply-tools'
      | 'write'
      | 'tell'
      | 'read-draft'
      | 'take-out'
      | 'tell-taken-out'
      | 'read-for-save'
      | 'tell-save';
  }
>;

/** What these effects are given of the app, and of the world. */
export interface ComposerPorts {
  readonly client: ZafClient;
  readonly clock: Clock;
  /** Asked in the press itself, as browsers want it; `undefined`: nothing is to be copied after all. */
  readonly copy: (text: Promise<string | undefined>) => Promise<boolean>;
  readonly tools: ReplyTools;
  readonly getState: () => State;
  readonly happen: (happening: Happening) => boolean;
}

/** Everything that is done with a reply once there is one: it is written, copied, looked for, taken out, and held. */
export interface ComposerEffects {
  run(effect: ComposerEffect): void;
  press(press: Press, options: InsertOptions): Promise<Inserted>;
  copyReply(reply: ReplyText, options: Pick<InsertOptions, 'confirmed'>): Promise<Copied>;
  /** A reply is not shown before it is known what the engineer has begun, which a line above it may have to say. */
  draftKnown(): Promise<void> | undefined;
  takeOut(): Promise<TakenOut>;
  close(): void;
}

/** Listens to what is to be saved from here on, until it is closed: nothing of ours was in the composer before. */
export function createComposerEffects(ports: ComposerPorts): ComposerEffects {
  const inserting = createInserting(ports);
  const draft = createDraft(ports);
  const saving = createSaving(ports);
  const stopListening = saving.listen();
  let draftKnown: Promise<void> | undefined;

  return {
    run(effect) {
      switch (effect.do) {
        case 'write':
        case 'tell':
          inserting.run(effect);
          return;
        case 'read-for-save':
        case 'tell-save':
          saving.run(effect);
          return;
        case 'load-reply-tools':
          draftKnown = draft.readNow();
          return;
        case 'read-draft':
        case 'take-out':
        case 'tell-taken-out':
          draft.run(effect);
      }
    },
    press: inserting.press,
    copyReply: inserting.copyReply,
    draftKnown: () => draftKnown,
    takeOut: draft.takeOut,
    close() {
      stopListening();
      draft.close();
    },
  };
}

/** The ways by which a reply leaves the app. */
function createInserting({ tools, copy, getState, happen }: ComposerPorts) {
  const presses = new Map<number, (result: Inserted) => void>();
  let attempts = 0;

  async function write(effect: Extract<Effect, { do: 'write' }>): Promise<void> {
    const { attempt, readers } = effect;
    const tellReaders = (fresh: Readers): void => {
      happen({ kind: 'readers-read', asked: readers.asked, readers: fresh });
    };
    const written = await safely(
      () => tools.write(effect, tellReaders),
      () => nobodyKnows,
    );
    const event = { kind: 'written', attempt, ...written } as const;
    // Whatever else came of it: what may be in the composer must not be forgotten.
    if (!happen(event)) happen({ ...event, bare: true });
  }

  /** What is copied goes where the app does not see it: who reads a reply is read once more, as for inserting. */
  async function judgeAgain(
    judge: () => ReturnType<typeof gate>,
  ): Promise<ReturnType<typeof gate>> {
    const fresh = await tools.readReaders();
    if (!fresh) return unread;
    const now = judge();
    if (!now.ok) return now;
    const parts = readersChanged(now.value.known, fresh);
    if (parts.length === 0) return now;
    // The event was lost: the ticket is read, so that the panel shows it.
    happen({ kind: 'ticket-changed' });
    return failed({ kind: 'readers-changed', parts });
  }

  return {
    run(effect: Extract<Effect, { do: 'write' | 'tell' }>): void {
      if (effect.do === 'write') {
        void write(effect);
        return;
      }
      presses.get(effect.attempt)?.(effect.result);
      presses.delete(effect.attempt);
    },
    press: (press: Press, { again, confirmed }: InsertOptions): Promise<Inserted> =>
      new Promise((resolve) => {
        const attempt = (attempts += 1);
        presses.set(attempt, resolve);
        const pressed = { kind: 'insert-pressed', attempt, press, again, confirmed } as const;
        if (!happen(pressed)) resolve(unread);
      }),
    async copyReply(
      reply: ReplyText,
      { confirmed }: Pick<InsertOptions, 'confirmed'>,
    ): Promise<Copied> {
      const judge = () => gate(getState(), { way: 'reply', reply }, 'copy', confirmed);
      const allowed = judge();
      if (!allowed.ok) return allowed;
      const judging = safely(
        () => judgeAgain(judge),
        () => unread,
      );
      const copied = await copy(judging.then(({ ok: mayBe }) => (mayBe ? reply.text : undefined)));
      const judged = await judging;
      return judged.ok ? ok({ allowed: copied }) : judged;
    },
  };
}

const unread = failed({ kind: 'zendesk', failure: lost('zendesk') } as const);

const nobodyKnows: Written = {
  result: failed({ kind: 'may-be-in-composer', why: 'zendesk' }),
  receipt: undefined,
};

/** Zendesk tells of every key: what stands there is read once the engineer pauses. */
const typingPauseMs = 300;

type DraftEffect = Extract<Effect, { do: 'read-draft' | 'take-out' | 'tell-taken-out' }>;

function createDraft({ clock, tools, getState, happen }: ComposerPorts) {
  const takeOuts = new Map<number, (result: TakenOut) => void>();
  let attempts = 0;
  let newest = 0;
  let cancel: () => void = () => undefined;

  async function readNow(): Promise<void> {
    const reading = (newest += 1);
    const result = await safely(
      () => tools.composer.readDraft(receiptsIn(getState())),
      () => failed(lost('zendesk')),
    );
    // One that was asked later knows better, in whatever order they come.
    if (reading === newest) happen({ kind: 'draft-read', result });
  }

  async function takeOut({ attempt, receipt }: Extract<Effect, { do: 'take-out' }>): Promise<void> {
    const notTaken = failed({ kind: 'zendesk', failure: lost('zendesk') } as const);
    const result = await safely<Extract<Happening, { kind: 'taken-out' }>['result']>(
      () => tools.composer.takeOut(receipt),
      () => notTaken,
    );
    const event = { kind: 'taken-out', attempt, result } as const;
    if (!happen(event)) happen({ ...event, result: notTaken });
  }

  return {
    readNow,
    run(effect: DraftEffect): void {
      switch (effect.do) {
        case 'read-draft':
          cancel();
          cancel = clock.after(effect.afterMs ?? typingPauseMs, () => void readNow());
          return;
        case 'take-out':
          void takeOut(effect);
          return;
        case 'tell-taken-out':
          takeOuts.get(effect.attempt)?.(effect.result);
          takeOuts.delete(effect.attempt);
      }
    },
    close(): void {
      cancel();
    },
    takeOut: (): Promise<TakenOut> =>
      new Promise((resolve) => {
        // Negative, so that no press of a reply's is taken for one of these.
        const attempt = (attempts -= 1);
        takeOuts.set(attempt, resolve);
        if (!happen({ kind: 'take-out-pressed', attempt })) resolve(failed({ kind: 'nothing' }));
      }),
  };
}

/** Within the time for which a ticket waits to be saved; what comes later is not known. */
const saveReadMs = 2_000;

type SaveEffect = Extract<Effect, { do: 'read-for-save' | 'tell-save' }>;

/** Where the agent's language did not come. */
const wordless = 'Look at the reply in the composer: others may read it. Submit again to send it.';

/** Zendesk's question before a ticket is saved, and its answer. */
function createSaving({ client, clock, tools, getState, happen }: ComposerPorts) {
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
    const inTime = <T>(read: () => Promise<T>): Promise<T | undefined> =>
      Promise.race([safely<T | undefined>(read, () => undefined), tooLate]);

    const reading = await inTime(() => tools.composer.readDraft(receiptsIn(getState())));
    const draft = reading?.ok ? reading.value : undefined;
    // Where nothing of ours stands, nobody has to be asked who would read it.
    const isClear =
      draft !== undefined && standingIn(asRead(getState(), draft, clock.now())).length === 0;
    const readers = isClear ? undefined : await inTime(() => tools.readReaders());
    stop();
    const read = { kind: 'save-read', attempt, judge: judgeSave } as const;
    if (!happen({ ...read, draft, readers })) {
      happen({ ...read, draft: undefined, readers: undefined });
    }
  }

  function tellSave({ attempt, hold }: Extract<Effect, { do: 'tell-save' }>): void {
    const words = () => Promise.resolve(hold && tools.holdWords(hold));
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
