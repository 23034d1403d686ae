/** What the app may ask of Zendesk. A path or action that fails throws; its name reaches the app. */
export interface ZafHandlers {
  /** Handed over once, with the answer to the handshake. */
  registration(): { readonly metadata: unknown; readonly context: unknown };
  get(path: string): unknown;
  set(path: string, value: unknown): unknown;
  invoke(action: string, args: readonly unknown[]): unknown;
  request(options: unknown): Promise<RequestOutcome>;
  /** The app has connected. */
  connected(version: string): void;
}

export interface RequestOutcome {
  readonly ok: boolean;
  /** jQuery's: data, status text, xhr; or xhr, status text, error. */
  readonly responseArgs: readonly unknown[];
}

export interface HookReply {
  readonly ok: boolean;
  readonly message: string | undefined;
}

interface Message {
  readonly id?: number;
  readonly request?: 'get' | 'set' | 'invoke';
  readonly params?: unknown;
  readonly key?: string;
  readonly message?: unknown;
  readonly error?: { readonly msg?: unknown };
}

const hookLimitMs = 30_000;

export type ZafHost = ReturnType<typeof createZafHost>;

/** Zendesk's side of the SDK's wire protocol, without any page: see docs/sandbox.md. */
export function createZafHost(post: (message: unknown) => void, handlers: ZafHandlers) {
  const listening = new Map<string, number>();
  const hooks = new Map<string, (reply: HookReply) => void>();
  let registered = false;

  async function answer(id: number, request: string, params: unknown): Promise<void> {
    const result: Record<string, unknown> = {};
    const errors: Record<string, unknown> = {};
    for (const [path, ask] of questions(handlers, request, params)) {
      try {
        result[path] = await ask();
      } catch (error) {
        errors[path] = errorOf(error, path);
      }
    }
    post({ id, result: { ...result, errors } });
  }

  async function relay(key: string, options: unknown): Promise<void> {
    const { ok, responseArgs } = await handlers.request(options);
    post({ key: `zaf.${key}.${ok ? 'done' : 'fail'}`, message: { responseArgs } });
  }

  function handshake(message: unknown): void {
    // Once a page: a second registration makes the SDK send everything again that it had queued.
    if (registered) return;
    registered = true;
    post({ key: 'zaf.app.registered', message: handlers.registration() });
    const { version } = (message ?? {}) as { version?: unknown };
    handlers.connected(String(version));
  }

  function tell(event: string, data?: unknown): void {
    post({ key: `zaf.${event}`, message: data });
  }

  return {
    /** A message of the app's frame; the sender has been checked. */
    receive(data: unknown) {
      const message = parse(data);
      if (!message) return;
      const { id, request, params, key = '' } = message;
      if (id !== undefined && request) {
        void answer(id, request, params);
      } else if (key === 'iframe.handshake') {
        handshake(message.message);
      } else if (key.startsWith('iframe.on:') || key.startsWith('iframe.off:')) {
        const { subscriberCount } = (message.message ?? {}) as { subscriberCount?: number };
        listening.set(key.slice(key.indexOf(':') + 1), subscriberCount ?? 0);
      } else if (key.startsWith('iframe.trigger:')) {
        tell(key.slice('iframe.trigger:'.length), message.message);
      } else if (key.startsWith('iframe.reply:')) {
        const hook = key.slice('iframe.reply:'.length);
        hooks.get(hook)?.(replyOf(message));
        hooks.delete(hook);
      } else if (key.startsWith('request:')) {
        void relay(key, message.message);
      }
      // `session.live`, `__track__` and whatever else is accepted and ignored.
    },
    /** Only for events that the app listens to, as Zendesk does. */
    fire(event: string, data?: unknown) {
      if ((listening.get(event) ?? 0) > 0) tell(event, data);
    },
    /** Whether or not it listens. */
    tell,
    /** Asks the app's handlers and waits; without an app it passes. */
    hook: (key: string) =>
      new Promise<HookReply>((done) => {
        if (!registered) {
          done({ ok: true, message: undefined });
          return;
        }
        const late = setTimeout(() => {
          done({ ok: false, message: 'The app took too long.' });
        }, hookLimitMs);
        hooks.set(key, (reply) => {
          clearTimeout(late);
          done(reply);
        });
        post({ key: `zaf.${key}`, needsReply: true });
      }),
  };
}

function questions(
  handlers: ZafHandlers,
  request: string,
  params: unknown,
): readonly (readonly [string, () => unknown])[] {
  const entries = Object.entries((params ?? {}) as Record<string, unknown>);
  switch (request) {
    case 'get':
      return (params as readonly string[]).map((path) => [path, () => handlers.get(path)]);
    case 'set':
      return entries.map(([path, value]) => [path, () => handlers.set(path, value)]);
    case 'invoke':
      return entries.map(([action, args]) => [
        action,
        () => handlers.invoke(action, Array.isArray(args) ? args : []),
      ]);
    default:
      return [];
  }
}

/** The SDK sends JSON, but for the replies to hooks. */
function parse(data: unknown): Message | undefined {
  if (typeof data !== 'string') return data ?? undefined;
  try {
    return JSON.parse(data) as Message;
  } catch {
    return undefined;
  }
}

/** Always with a name: the SDK takes a nameless error for an answer. */
function errorOf(error: unknown, path: string): object {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message, path };
}

function replyOf({ error }: Message): HookReply {
  return error
    ? { ok: false, message: typeof error.msg === 'string' ? error.msg : undefined }
    : { ok: true, message: undefined };
}
