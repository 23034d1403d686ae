import { parseAddress } from '../address/address';
import type { Clock } from '../shared/clock';
import { type Result, ok } from '../shared/failure';
import type { IncomingAnswer, Send } from '../shared/request';
import type { ZafClient } from '../zendesk/client';
import { type SettingProblem, type Settings, parseSettings } from '../zendesk/settings';
import { checkMacros, macroQuestions } from './check-macros';
import { checkMailgun, mailgunQuestions } from './check-mailgun';
import { type KnownAddress, checkPortal, portalQuestions } from './check-portal';
import { type ZendeskWorld, checkZendesk, ownAddress, zendeskQuestions } from './check-zendesk';
import {
  type SetupCheck,
  type SetupLine,
  type SetupLineId,
  type SetupPart,
  type SetupState,
  inOrder,
  lineOfFailure,
  partOf,
  notChecked,
  seconds,
} from './lines';

export interface SetupWorld {
  /** `undefined` outside Zendesk: from a terminal only CustomersDot and Mailgun are asked. */
  readonly client: ZafClient | undefined;
  readonly send: Send;
  readonly clock: Clock;
  /** As Zendesk hands them over, not yet parsed. */
  readonly settings: () => Promise<Result<unknown>>;
  readonly whitelist: readonly string[];
  readonly sdk: ZendeskWorld['sdk'];
}

/** Only reads, one question after the other; once cancelled it asks nothing more. */
export function createSetupCheck(world: SetupWorld): SetupCheck {
  const listeners = new Set<() => void>();
  let state: SetupState = { kind: 'idle' };
  let running: AbortController | undefined;

  function set(next: SetupState): void {
    state = next;
    listeners.forEach((listener) => {
      listener();
    });
  }

  function put(lines: readonly SetupLine[], part: SetupPart, step: Step): void {
    const done = state.kind === 'running' ? state.done + step.asked : step.asked;
    set({ kind: 'running', lines, asking: part, done, of: Math.max(step.of, done) });
  }

  async function run({ signal }: AbortController, known: string | undefined): Promise<void> {
    let lines: readonly SetupLine[] = [];
    for await (const { part, found, ...step } of allSteps(world, known, signal)) {
      if (signal.aborted) return;
      lines = inOrder([...lines, ...found]);
      put(lines, part, step);
    }
    if (signal.aborted) return;
    running = undefined;
    set({ kind: 'done', lines, at: world.clock.now() });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start({ known } = {}) {
      if (running) return;
      running = new AbortController();
      set({ kind: 'running', lines: [], asking: 'settings', done: 0, of: 1 });
      void run(running, known);
    },
    cancel() {
      if (!running || state.kind !== 'running') return;
      running.abort();
      running = undefined;
      set({ kind: 'cancelled', lines: state.lines, at: world.clock.now() });
    },
  };
}

interface Step {
  readonly asked: number;
  /** How many questions are expected in all. */
  readonly of: number;
}

interface PartStep extends Step {
  readonly part: SetupPart;
  readonly found: readonly SetupLine[];
}

async function* allSteps(
  { client, send, clock, settings: readSettings, whitelist, sdk }: SetupWorld,
  known: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<PartStep> {
  const raw = await readSettings();
  const parsed = raw.ok ? parseSettings(raw.value, whitelist) : undefined;
  const settings = parsed?.ok ? parsed.value : undefined;
  const of =
    1 +
    (client ? zendeskQuestions + macroQuestions : 0) +
    (settings ? portalQuestions + mailgunQuestions : 0);
  const step = (part: SetupPart, found: readonly SetupLine[], asked = 1): PartStep => ({
    part,
    found,
    asked,
    of,
  });
  yield step('settings', [
    ...(parsed ? linesOfValues(parsed) : []),
    ...(raw.ok ? [] : [lineOfFailure('settings-values', raw.failure, { key: 'setup.next.again' })]),
    ...(settings ? [] : notAsked),
  ]);

  const observed = observe(send, clock);
  const options = { signal, fresh: true };
  const parts: readonly PartCheck[] = [
    ...(client
      ? ([
          { first: 'zendesk-sdk', check: () => checkZendesk(settings, { client, clock, sdk }) },
          {
            first: 'zendesk-macros-found',
            check: () => checkMacros(settings?.macroIds ?? {}, client, clock),
          },
        ] as const)
      : []),
    ...(settings
      ? ([
          { first: 'portal-answers', check: () => portalSteps(settings) },
          { first: 'mailgun-key', check: () => mailgunSteps(settings) },
        ] as const)
      : []),
  ];

  async function* portalSteps(of: Settings): AsyncGenerator<readonly SetupLine[]> {
    const address = await addressToAsk(known, client, clock);
    yield* checkPortal(of, address, { send: startsOnly(observed.send), now: clock.now, options });
  }
  function mailgunSteps(of: Settings): AsyncGenerator<readonly SetupLine[]> {
    return checkMailgun(of, { send: observed.send, now: clock.now, whitelist, options });
  }

  for (const { first, check } of parts) {
    // The panel says which part is being asked before its first answer, which may take long.
    yield step(partOf(first), [], 0);
    for await (const found of untilThrown(first, check())) {
      yield step(partOf(first), found);
      if (signal.aborted) return;
    }
  }
  if (client && settings) yield step('zendesk', linesOfProxy(observed.exchanges), 0);
}

/** What the parser can tell, one line for each setting that it refuses. */
function linesOfValues(parsed: Result<Settings, readonly SettingProblem[]>): readonly SetupLine[] {
  if (parsed.ok) {
    return [{ id: 'settings-values', state: 'works', found: { key: 'setup.values.good' } }];
  }
  return parsed.failure.map((problem) => ({
    id: 'settings-values',
    about: problem.setting,
    state: 'fails',
    found: { problem },
    next: { key: 'setup.next.settings' },
  }));
}

const notAsked: readonly SetupLine[] = (['portal-answers', 'mailgun-key'] as const).map((id) => ({
  id,
  state: 'unknown',
  found: { key: 'setup.portal.not_asked' },
  next: { key: 'setup.next.first_settings' },
}));

async function addressToAsk(
  known: string | undefined,
  client: ZafClient | undefined,
  clock: Clock,
): Promise<KnownAddress | undefined> {
  const text = known ?? (client && (await ownAddress(client, clock)));
  const address = text === undefined ? undefined : parseAddress(text);
  return address?.ok ? { address: address.value, isOwn: known === undefined } : undefined;
}

interface PartCheck {
  /** The line that is said to be unknown where the check of this part throws. */
  readonly first: SetupLineId;
  readonly check: () => AsyncGenerator<readonly SetupLine[]>;
}

/** An answer that makes reading it throw ends its own part only: the check goes on with the next. */
async function* untilThrown(
  id: SetupLineId,
  steps: AsyncGenerator<readonly SetupLine[]>,
): AsyncGenerator<readonly SetupLine[]> {
  try {
    yield* steps;
  } catch {
    yield [notChecked(id)];
  }
}

interface Exchange {
  readonly answer: Pick<IncomingAnswer, 'status' | 'headers'>;
  readonly ms: number;
}

function observe(send: Send, clock: Clock) {
  const exchanges: Exchange[] = [];
  const observed: Send = async (request, options) => {
    const startedAt = clock.now();
    const answer = await send(request, options);
    if (answer.ok) {
      const { status, headers } = answer.value;
      exchanges.push({ answer: { status, headers }, ms: clock.now() - startedAt });
    }
    return answer;
  };
  return { send: observed, exchanges };
}

/** Characters. The app reads no longer answer of CustomersDot's. */
const longestHeard = 200_001;

const startsOnly =
  (send: Send): Send =>
  async (request, options) => {
    const answer = await send(request, options);
    if (!answer.ok) return answer;
    return ok({ ...answer.value, body: answer.value.body.slice(0, longestHeard) });
  };

/** What Zendesk's proxy did to the answers, as far as these show it. */
function linesOfProxy(exchanges: readonly Exchange[]): readonly SetupLine[] {
  const again = { key: 'setup.next.again' } as const;
  if (exchanges.length === 0) {
    const found = { key: 'setup.zendesk.not_proxied' } as const;
    return (['zendesk-headers', 'zendesk-proxy'] as const).map((id) => ({
      id,
      state: 'unknown',
      found,
      next: again,
    }));
  }
  const values = {
    seconds: seconds(exchanges.reduce((least, { ms }) => Math.min(least, ms), Infinity)),
    slowest: seconds(exchanges.reduce((most, { ms }) => Math.max(most, ms), 0)),
  };
  const hasHeaders = exchanges.some(({ answer }) => Object.keys(answer.headers).length > 0);
  const limited = exchanges.filter(({ answer }) => answer.status === 429);
  const isStated = limited.some(({ answer }) => answer.headers['retry-after'] !== undefined);
  return [
    hasHeaders
      ? { id: 'zendesk-headers', state: 'works', found: { key: 'setup.zendesk.headers' } }
      : {
          id: 'zendesk-headers',
          state: 'fails',
          found: { key: 'setup.zendesk.headers_none' },
          next: { key: 'setup.next.headers' },
        },
    ...(limited.length === 0 ? [] : [lineOfRetryAfter(isStated)]),
    { id: 'zendesk-proxy', state: 'works', found: { key: 'setup.zendesk.proxy', values } },
  ];
}

const lineOfRetryAfter = (isStated: boolean): SetupLine =>
  isStated
    ? { id: 'zendesk-retry-after', state: 'works', found: { key: 'setup.zendesk.retry_after' } }
    : {
        id: 'zendesk-retry-after',
        state: 'unknown',
        found: { key: 'setup.zendesk.retry_after_none' },
        next: { key: 'setup.next.headers' },
      };
