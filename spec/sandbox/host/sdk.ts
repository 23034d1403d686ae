import { runInNewContext } from 'node:vm';
import { bundleSdk } from '../../../sandbox/bundle';
import { createZafHost, type ZafHandlers, type ZafHost } from '../../../sandbox/host/zaf-host';

export interface SdkClient {
  metadata(): Promise<unknown>;
  context(): Promise<unknown>;
  get(paths: string | readonly string[]): Promise<Record<string, unknown>>;
  set(path: string, value: unknown): Promise<unknown>;
  invoke(action: string, ...args: readonly unknown[]): Promise<Record<string, unknown>>;
  request(options: unknown): Promise<unknown>;
  on(event: string, handler: (data: unknown) => unknown): void;
  off(event: string, handler: (data: unknown) => unknown): void;
}

interface SdkGlobal {
  ZAFClient: { init(): SdkClient | false };
}

const origin = 'http://localhost:4567';

/** The very script that the sandbox serves as `/sdk.js`, in a window of its own, with our host as its parent. */
export function openApp(
  handlers: Partial<ZafHandlers>,
  search = `?origin=${encodeURIComponent(origin)}&app_guid=g-1`,
): { client: SdkClient | false; host: ZafHost; posted: unknown[] } {
  const listeners: ((event: object) => void)[] = [];
  const posted: unknown[] = [];
  const parent = {
    postMessage(message: unknown, target: string) {
      expect(target).toBe(origin);
      posted.push(message);
      queueMicrotask(() => {
        host.receive(message);
      });
    },
  };
  const host = createZafHost(
    (data) => {
      // As a message of another page arrives: later, and as a copy.
      const copy = structuredClone(data);
      queueMicrotask(() => {
        listeners.forEach((listener) => {
          listener({ data: copy, origin, source: parent });
        });
      });
    },
    {
      registration: () => ({ metadata: { settings: { title: 'App' } }, context: { ticketId: 7 } }),
      get: (path) => path,
      set: (_, value) => value,
      invoke: (_, args) => args,
      request: () => Promise.resolve({ ok: true, responseArgs: [] }),
      connected: () => undefined,
      ...handlers,
    },
  );
  const window = {
    Promise,
    parent,
    addEventListener(_: string, listener: (event: object) => void) {
      listeners.push(listener);
    },
  };
  const global = {
    window,
    document: { location: { search, hash: '' } },
    setTimeout,
    clearTimeout,
    Error,
  };
  const sdk = bundleSdk(process.cwd());
  runInNewContext(sdk, global);
  const { ZAFClient } = global as unknown as SdkGlobal;
  return { client: ZAFClient.init(), host, posted };
}

export async function connected(handlers: Partial<ZafHandlers> = {}) {
  const { client, host, posted } = openApp(handlers);
  if (client === false) throw new Error('The SDK did not take the page for Zendesk.');
  await client.metadata();
  return { client, host, posted };
}
