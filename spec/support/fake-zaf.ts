import type { ZafClient } from '../../src/zendesk/client';
import { createFakeComposer, type FakeComposer } from './fake-composer';

type Handler = (data: unknown) => unknown;
export type RequestOptions = Readonly<Record<string, unknown>> & { readonly url: string };
export type Respond = (options: RequestOptions) => unknown;

export interface FakeZafOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * Paths beside or instead of the usual ones. `undefined` takes a path away: it answers with an error. Not a path of
   * Zendesk's is `saved.requester`: the number of another requester with whom the ticket was saved on another screen.
   */
  readonly paths?: Readonly<Record<string, unknown>>;
  /** What is in the composer at the start. */
  readonly draft?: string;
  readonly richText?: boolean;
  readonly channel?: string;
  readonly commentType?: string;
  /** Macro id → the HTML it adds to the draft. */
  readonly macros?: Readonly<Record<number, string>>;
  /**
   * Answers `client.request`; a thrown or rejected value rejects, as the SDK does for all but 2xx. What it leaves
   * `undefined` is answered for it: who reads the ticket, as the paths have it; nothing else is found.
   */
  readonly respond?: Respond;
}

/** How the SDK answers from now on: as it should, not at all, or with a value of the spec's choice. */
export type Behaviour =
  | { readonly kind: 'normal' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'resolves'; readonly value: unknown }
  | { readonly kind: 'rejects'; readonly reason: unknown };

type Call = 'metadata' | 'get' | 'set' | 'invoke' | 'request';

export interface FakeZaf extends ZafClient {
  readonly composer: FakeComposer;
  /** What was asked of the client, in order. */
  readonly calls: readonly { readonly call: Call; readonly args: readonly unknown[] }[];
  readonly requests: readonly RequestOptions[];
  invoked(action: string): readonly (readonly unknown[])[];
  /** Changes what the ticket says from now on, without firing an event. */
  setPath(path: string, value: unknown): void;
  fire(event: string, data?: unknown): void;
  /** What Zendesk is told by the handlers of a hook, once each has answered: `true`, or the words that refuse. */
  ask(hook: string): Promise<readonly unknown[]>;
  listenerCount(): number;
  /** `match` narrows it to one path or action. */
  behave(call: Call, behaviour: Behaviour, match?: string): void;
  respondWith(respond: Respond): void;
}

export const ticketPaths: Readonly<Record<string, unknown>> = {
  'ticket.id': 35436,
  'ticket.subject': 'Cannot sign in to the customers portal',
  'ticket.description': 'I reset my password and still cannot sign in.',
  'ticket.requester': {
    id: 20978,
    name: 'Jane Doe',
    email: 'jane.doe@example.com',
    locale: 'en-US',
    identities: [
      { id: 1, type: 'email', value: 'jane.doe@example.com', verified: true, primary: true },
    ],
  },
  'ticket.conversation': [],
  'ticket.comments': [],
  'ticket.tags': ['customersdot'],
  'ticket.form.id': 360001,
  'ticket.createdAt': '2026-11-23T09:00:00Z',
  'ticket.collaborators': [],
  'ticket.organization': null,
  'ticket.sharedWith': null,
  'ticket.via': { channel: 'email' },
  currentUser: { id: 7, email: 'agent@example.com', role: 'agent', locale: 'en-GB' },
  colorScheme: 'light',
  visible: true,
  'appsTray.isVisible': true,
};

/** Zendesk as the SDK shows it, in memory. Answers like the SDK: bulk answers carry `errors`. */
export function createFakeZaf(options: FakeZafOptions = {}): FakeZaf {
  const paths: Record<string, unknown> = { ...ticketPaths, ...options.paths };
  const composer = createFakeComposer(options);
  const handlers = new Map<string, Set<Handler>>();
  const calls: { call: Call; args: readonly unknown[] }[] = [];
  const requests: RequestOptions[] = [];
  const behaviours: { call: Call; match: string | undefined; behaviour: Behaviour }[] = [];
  let respond: Respond = options.respond ?? (() => undefined);

  function answer(call: Call, args: readonly unknown[], usual: () => unknown): Promise<unknown> {
    calls.push({ call, args });
    const names = args.flat().filter((arg) => typeof arg === 'string');
    const found = behaviours.findLast(
      (one) => one.call === call && (one.match === undefined || names.includes(one.match)),
    );
    const behaviour = found?.behaviour ?? { kind: 'normal' };
    switch (behaviour.kind) {
      case 'silent':
        return new Promise(() => undefined);
      case 'resolves':
        return Promise.resolve(behaviour.value);
      case 'rejects':
        return rejecting(behaviour.reason);
      case 'normal':
        return Promise.resolve().then(usual);
    }
  }

  function read(asked: readonly string[]): Record<string, unknown> {
    const known = { ...composer.paths(), ...paths };
    const result: Record<string, unknown> = {};
    const errors: Record<string, unknown> = {};
    for (const path of asked) {
      if (known[path] === undefined) {
        errors[path] = { name: 'APIUnavailableError', message: 'is not available', path };
      } else {
        result[path] = known[path];
      }
    }
    return { errors, ...result };
  }

  return {
    composer,
    calls,
    requests,
    metadata: () =>
      answer('metadata', [], () => ({ appId: 1, installationId: 2, settings: options.settings })),
    context: () => Promise.resolve({ product: 'support', location: 'ticket_sidebar' }),
    get: (asked) => answer('get', [asked], () => read(asked)),
    set: (path, value) =>
      answer('set', [path, value], () => {
        if (path === 'comment.text') composer.set(String(value));
        else paths[path] = value;
        return { errors: {}, [path]: value };
      }),
    invoke: (action, ...args) =>
      answer('invoke', [action, ...args], () => {
        if (!composer.invoke(action, args)) throw sdkError(action);
        return { errors: {}, [action]: [] };
      }),
    request: (request) => {
      requests.push(request as RequestOptions);
      return answer(
        'request',
        [request['url']],
        () =>
          respond(request as RequestOptions) ??
          readersAnswer(request as RequestOptions, paths) ??
          rejecting(httpError(404)),
      );
    },
    on(event, handler) {
      handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
    },
    off(event, handler) {
      handlers.get(event)?.delete(handler);
    },
    has: (event, handler) => handlers.get(event)?.has(handler) ?? false,
    invoked: (action) =>
      calls
        .filter(({ call, args }) => call === 'invoke' && args[0] === action)
        .map(({ args }) => args.slice(1)),
    setPath(path, value) {
      paths[path] = value;
    },
    fire(event, data) {
      handlers.get(event)?.forEach((handler) => {
        handler(data);
      });
    },
    ask: (hook) => Promise.all([...(handlers.get(hook) ?? [])].map(hookAnswer)),
    listenerCount: () => [...handlers.values()].reduce((sum, { size }) => sum + size, 0),
    behave(call, behaviour, match) {
      behaviours.push({ call, match, behaviour });
    },
    respondWith(next) {
      respond = next;
    },
  };
}

interface Requester {
  readonly id?: unknown;
  readonly identities?: readonly object[];
}

/** The REST API's word on who reads: what the framework says, and how each address was verified. */
function readersAnswer(
  { url, type }: RequestOptions,
  paths: Readonly<Record<string, unknown>>,
): unknown {
  if (/\/users\/\d+\/identities\.json$/.test(url)) {
    const { id, identities } = paths['ticket.requester'] as Requester;
    return httpAnswer({
      next_page: null,
      identities: identities?.map((identity) => ({
        user_id: id,
        verification_method: 'verified' in identity && identity.verified ? 'full' : 'none',
        ...identity,
      })),
    });
  }
  const [, user] = /\/users\/(\d+)\.json\?include=organizations$/.exec(url) ?? [];
  if (user !== undefined) {
    return httpAnswer({ user: { id: Number(user), organization_id: null }, organizations: [] });
  }
  if (type !== 'PUT' && /\/tickets\/\d+\.json(\?include=|$)/.test(url)) {
    const users = (paths['ticket.collaborators'] ?? []) as readonly { readonly id: number }[];
    const requester = paths['ticket.requester'] as Requester | null | undefined;
    const ticket = {
      id: paths['ticket.id'],
      via: { channel: 'email' },
      requester_id: paths['saved.requester'] ?? requester?.id,
      email_cc_ids: users.map(({ id }) => id),
      organization_id: null,
      sharing_agreement_ids: [],
    };
    return httpAnswer({ ticket, users, organizations: [] });
  }
  return undefined;
}

/** As the SDK reads an answer: words that a promise resolves with refuse nothing, only a rejection does. */
async function hookAnswer(handler: Handler): Promise<unknown> {
  try {
    const answer = handler(undefined);
    if (!(answer instanceof Promise)) return typeof answer === 'string' ? answer : answer !== false;
    await answer;
    return true;
  } catch (reason) {
    return reason instanceof Error ? reason.message : reason;
  }
}

/** The SDK rejects with plain objects. */
export function rejecting(reason: unknown): Promise<never> {
  return new Promise((_, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    reject(reason);
  });
}

/** What the SDK rejects with for an answer of that status: a plain object. */
export function httpError(status: number, body = '', headers: Record<string, string> = {}) {
  return { status, statusText: 'error', responseText: body, readyState: 4, headers };
}

/** What it resolves with when `httpCompleteResponse` is asked for. */
export function httpAnswer(body: unknown, status = 200, headers: Record<string, string> = {}) {
  const responseText = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, statusText: 'OK', responseText, headers };
}

function sdkError(action: string): Error {
  const error = new Error(`"${action}" is not available`);
  error.name = 'APIUnavailableError';
  return error;
}
