import type { SetupCheck, SetupLine, SetupState } from '../setup/lines';
import { exhaustive } from '../shared/failure';
import type { Store } from '../shared/store';
import type { AppEvent, Effect, Happening, Step } from './events';
import type { Setup, SetupView } from './panel-contract';
import { sessionOf } from './replies';
import type { State } from './state';

type SetupEvent = Extract<AppEvent, { kind: 'setup' }>;

/** Pure, as all of `reduce`. */
export function afterSetup(state: State, event: SetupEvent): Step {
  const { setup } = state;
  switch (event.what) {
    case 'pressed': {
      const opened = { ...state, setup: { ...setup, open: true } };
      const isNews = setup.now.kind === 'idle' || setup.now.kind === 'unavailable';
      return isNews ? ask(opened, undefined) : { state: opened, effects: [] };
    }
    case 'asked':
      return ask({ ...state, setup: { ...setup, open: true } }, event.known);
    case 'cancelled':
      if (setup.now.kind !== 'running') return { state, effects: [] };
      return {
        state: withSetup(state, {
          now: { kind: 'cancelled', lines: setup.now.lines, at: event.at },
        }),
        effects: [{ do: 'cancel-setup' }],
      };
    case 'closed':
      return { state: withSetup(state, { open: false }), effects: [] };
    case 'changed':
      if (event.check !== setup.check || setup.now.kind !== 'running')
        return { state, effects: [] };
      return {
        state: withSetup(state, { now: event.now, unsafe: unsafeAfter(setup.unsafe, event) }),
        effects: [],
      };
    default:
      return exhaustive(event);
  }
}

const withSetup = (state: State, change: Partial<Setup>): State => ({
  ...state,
  setup: { ...state.setup, ...change },
});

function ask(state: State, known: string | undefined): Step {
  if (state.setup.now.kind === 'running') return { state, effects: [] };
  const check = state.next;
  const now: SetupState = { kind: 'running', lines: [], asking: 'settings', done: 0, of: 0 };
  return {
    state: { ...withSetup(state, { check, now }), next: check + 1 },
    effects: [{ do: 'check-setup', check, known }],
  };
}

/** A finding stands until its line says that it works, or until a whole check has no such line any more. */
function unsafeAfter(
  before: readonly SetupLine[],
  { now, unsafe }: Extract<SetupEvent, { what: 'changed' }>,
): readonly SetupLine[] {
  const lines = 'lines' in now ? now.lines : [];
  const still = before.filter(({ id }) => {
    const seen = lines.find((line) => line.id === id);
    return seen ? seen.state === 'unknown' : now.kind !== 'done';
  });
  return [...still, ...unsafe];
}

export function setupViewOf(state: State): SetupView {
  const { open, now, unsafe } = state.setup;
  const isAdmin =
    (state.kind === 'ready' || state.kind === 'settings-broken') && state.agent.isAdmin;
  return { isAdmin, offered: isAdmin && now.kind === 'idle' && fails(state), open, now, unsafe };
}

/** Nothing can be asked, or a source that verdicts rest on did not answer. */
function fails(state: State): boolean {
  if (state.kind !== 'ready') return state.kind === 'settings-broken';
  const { evidence } = sessionOf(state)?.run ?? {};
  return evidence !== undefined && sources.some((source) => evidence[source].state === 'failed');
}

const sources = ['customersdot', 'portal_log', 'gitlab_log'] as const;

/** The room that checks comes with the first press. */
export interface LoadedSetup {
  readonly check: SetupCheck;
  readonly unsafeFindings: (lines: readonly SetupLine[]) => readonly SetupLine[];
}

export interface SetupPorts extends KeptFindings {
  /** Rejects when the code cannot be fetched; asked again, it tries again. */
  load(): Promise<LoadedSetup>;
}

/** The memory of a browser tab, which every ticket in it shares: ids of lines, with spaces between them. */
export interface KeptFindings {
  read(): string;
  write(ids: string): void;
}

const idsOf = ({ setup }: State): string => setup.unsafe.map(({ id }) => id).join(' ');

/** Does what `afterSetup` asks for, and keeps what it found for the next ticket, as long as the store is open. */
export function createSetup(
  { load, ...kept }: SetupPorts,
  { getState, subscribe }: Pick<Store<State, never>, 'getState' | 'subscribe'>,
  happen: (happening: Happening) => void,
) {
  let wanted: number | undefined;
  let running: SetupCheck | undefined;
  let unsubscribe: () => void = () => undefined;
  let written = idsOf(getState());
  subscribe(() => {
    const ids = idsOf(getState());
    if (ids === written) return;
    written = ids;
    kept.write(ids);
  });

  async function run(
    effect: Extract<Effect, { do: 'check-setup' | 'cancel-setup' }>,
  ): Promise<void> {
    if (effect.do === 'cancel-setup') {
      cancel();
      return;
    }
    const { check, known } = effect;
    wanted = check;
    const loaded = await load().catch(() => undefined);
    if (wanted !== check) return;
    if (!loaded) {
      happen({ kind: 'setup', what: 'changed', check, now: { kind: 'unavailable' }, unsafe: [] });
      return;
    }
    running = loaded.check;
    unsubscribe();
    unsubscribe = loaded.check.subscribe(() => {
      const now = loaded.check.getState();
      const unsafe = 'lines' in now ? loaded.unsafeFindings(now.lines) : [];
      happen({ kind: 'setup', what: 'changed', check, now, unsafe });
    });
    loaded.check.start(known === undefined ? {} : { known });
  }

  /** Also before the code has come: then nothing is asked. */
  function cancel(): void {
    wanted = undefined;
    unsubscribe();
    running?.cancel();
  }

  return {
    run,
    cancel,
    actions: {
      openSetup() {
        happen({ kind: 'setup', what: 'pressed' });
      },
      checkSetup(known: string | undefined) {
        happen({ kind: 'setup', what: 'asked', known });
      },
      cancelSetup() {
        happen({ kind: 'setup', what: 'cancelled' });
      },
      closeSetup() {
        happen({ kind: 'setup', what: 'closed' });
      },
    },
  };
}
