import type { Clock } from '../shared/clock';
import { type ZafClient, invoke, withoutThrowing } from './client';

export type ColorScheme = 'light' | 'dark';

export interface ColorSchemeSource {
  get(): ColorScheme;
  /** Returns the function that stops listening. */
  subscribe(listener: () => void): () => void;
  /** What the ticket's first reading said. */
  set(scheme: ColorScheme): void;
  close(): void;
}

export function schemeOf(value: unknown): ColorScheme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined;
}

/**
 * `?colorScheme=` of the app's address serves the first paint, before Zendesk has said anything;
 * then the first reading, then Zendesk's event.
 */
export function createColorScheme(
  client: Pick<ZafClient, 'on' | 'off'> | undefined,
  search: string,
): ColorSchemeSource {
  let scheme = schemeOf(new URLSearchParams(search).get('colorScheme')) ?? 'light';
  const listeners = new Set<() => void>();

  function set(next: ColorScheme): void {
    if (next === scheme) return;
    scheme = next;
    listeners.forEach((listener) => {
      listener();
    });
  }
  const changed = withoutThrowing((data) => {
    const { newValue } = (data ?? {}) as { newValue?: unknown };
    const next = schemeOf(data) ?? schemeOf(newValue);
    if (next) set(next);
  });
  client?.on('colorScheme.changed', changed);

  return {
    get: () => scheme,
    set,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      client?.off('colorScheme.changed', changed);
      listeners.clear();
    },
  };
}

const burstMs = 50;

/** Calls back with the content's height in px, at once and on each change; returns the function that stops. */
export type ObserveHeight = (onHeight: (height: number) => void) => () => void;

/** Keeps the app's frame as tall as its content: one request for a burst of changes, none for no change. */
export function followHeight(
  client: ZafClient,
  clock: Clock,
  observeHeight: ObserveHeight,
): () => void {
  let asked: number | undefined;
  let cancel: (() => void) | undefined;

  const stop = observeHeight((exact) => {
    const height = Math.ceil(exact);
    cancel?.();
    cancel = clock.after(burstMs, () => {
      cancel = undefined;
      if (height === asked || height <= 0) return;
      asked = height;
      // A frame of the wrong height scrolls; there is nobody to tell.
      void invoke(client, clock, 'resize', { width: '100%', height: `${height}px` });
    });
  });

  return () => {
    stop();
    cancel?.();
  };
}
