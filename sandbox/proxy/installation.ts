import type { Manifest } from './manifest';

export type Settings = Readonly<Record<string, unknown>>;

/** A copy of the app with its settings filled in, as an admin leaves it. */
export interface Installation {
  readonly manifest: Manifest;
  /** All of them, the secure ones too: never leaves the server. */
  readonly settings: Settings;
}

export function install(manifest: Manifest, filledIn: Settings): Installation {
  const settings = Object.fromEntries(
    manifest.parameters.map(({ name, default: fallback }) => [name, filledIn[name] ?? fallback]),
  );
  return { manifest, settings };
}

/** What `client.metadata()` hands to the browser: the title and whatever is not secure. */
export function publicSettings({ manifest, settings }: Installation): Settings {
  const open = manifest.parameters.filter(({ secure }) => !secure);
  return {
    title: manifest.name,
    ...Object.fromEntries(open.map(({ name }) => [name, settings[name] ?? null])),
  };
}

export function secretsOf({ manifest, settings }: Installation): readonly string[] {
  return manifest.parameters
    .filter(({ secure }) => secure)
    .map(({ name }) => textOf(settings[name]))
    .filter((secret) => secret !== '');
}

export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
