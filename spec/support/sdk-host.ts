/** The page around the app, as far as the SDK can tell: answers its messages over `postMessage`. */
export interface SdkHost {
  /** Everything the SDK has posted, parsed. */
  readonly received: readonly SdkMessage[];
  /** Completes the handshake. */
  register(message: object): void;
  /** Answers get, set and invoke; `undefined` leaves the SDK waiting. */
  answer(handler: (message: SdkMessage) => object | undefined): void;
  /** Answers `client.request`. */
  answerRequest(handler: (options: unknown) => RequestReply | undefined): void;
  fire(event: string, data?: unknown): void;
  /** From any page at all. */
  post(data: unknown, origin?: string): void;
}

export interface SdkMessage {
  readonly id?: number;
  readonly key?: string;
  readonly request?: 'get' | 'set' | 'invoke';
  readonly params?: unknown;
  readonly message?: unknown;
}

export type RequestReply = readonly ['done' | 'fail', unknown];

export function createSdkHost(origin: string): SdkHost {
  const received: SdkMessage[] = [];
  let onCall: (message: SdkMessage) => object | undefined = () => undefined;
  let onRequest: (options: unknown) => RequestReply | undefined = () => undefined;

  // In jsdom the window is its own parent, so that what the SDK posts to its parent comes here.
  jest.spyOn(window, 'postMessage').mockImplementation((data: unknown) => {
    const message = (typeof data === 'string' ? JSON.parse(data) : data) as SdkMessage;
    received.push(message);
    const request = /^request:(\d+)$/.exec(message.key ?? '');
    if (request) {
      const reply = onRequest(message.message);
      const [outcome, value] = reply ?? [];
      if (reply) {
        fire(`request:${request[1] ?? ''}.${outcome ?? ''}`, { responseArgs: [value] });
      }
    } else if (message.request) {
      const reply = onCall(message);
      if (reply) post({ id: message.id, ...reply });
    }
  });

  function post(data: unknown, from = origin): void {
    void Promise.resolve().then(() => {
      window.dispatchEvent(
        new MessageEvent('message', { data, origin: from, source: window.parent }),
      );
    });
  }
  function fire(event: string, data?: unknown): void {
    post({ key: `zaf.${event}`, message: data });
  }

  return {
    received,
    register(message) {
      fire('app.registered', message);
    },
    answer(handler) {
      onCall = handler;
    },
    answerRequest(handler) {
      onRequest = handler;
    },
    fire,
    post,
  };
}
