import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Parameter {
  readonly name: string;
  readonly secure: boolean;
  /** Where a secure value may be put; `undefined`: anywhere, which Zendesk's validator warns of. */
  readonly scopes: readonly string[] | undefined;
  readonly default: string | number | boolean | undefined;
}

/** What Zendesk heeds of manifest.json when the app asks for something. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly domainWhitelist: readonly string[];
  readonly parameters: readonly Parameter[];
}

interface RawManifest {
  readonly name?: string;
  readonly version?: string;
  readonly domainWhitelist?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly secure?: boolean;
    readonly scopes?: readonly string[];
    readonly default?: string | number | boolean;
  }[];
}

export function readManifest(folder: string): Manifest {
  return manifestOf(readJson(resolve(folder, 'manifest.json')) as RawManifest);
}

export function manifestOf(raw: RawManifest): Manifest {
  return {
    name: raw.name ?? '',
    version: raw.version ?? '',
    domainWhitelist: raw.domainWhitelist ?? [],
    parameters: (raw.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      secure: parameter.secure === true,
      scopes: parameter.scopes,
      default: parameter.default,
    })),
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
