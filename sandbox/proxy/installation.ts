/** What Zendesk heeds of manifest.json when the app asks for something. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly domainWhitelist: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly secure?: boolean | undefined;
    /** Where a secure value may be put; left out: anywhere, which Zendesk's validator warns of. */
    readonly scopes?: readonly string[] | undefined;
    readonly default?: string | number | boolean | undefined;
  }[];
}

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

/** Replaces every secret, also where it was base64-encoded for Basic authentication. */
export function maskFor(installation: Installation): (text: string) => string {
  const secrets = secretsOf(installation).toSorted((one, other) => other.length - one.length);
  return (text) =>
    secrets
      .reduce((masked, secret) => masked.replaceAll(secret, '••••••'), text)
      .replace(/\bBasic [A-Za-z0-9+/=]{4,}/g, 'Basic ••••••');
}
