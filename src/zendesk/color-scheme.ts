import type { ZafClient } from './client';

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
  function changed(data: unknown): void {
    const { newValue } = (data ?? {}) as { newValue?: unknown };
    const next = schemeOf(data) ?? schemeOf(newValue);
    if (next) set(next);
  }
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
