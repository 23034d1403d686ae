import type { AppFiles } from '../app-files';

/** The package as the rules see it. What cannot be read is undefined: its own rule says so, the others stay silent. */
export interface AppPackage {
  readonly files: AppFiles;
  readonly manifest: Fields | undefined;
  readonly requirements: Fields | undefined;
  /** By locale. */
  readonly translations: ReadonlyMap<string, Fields>;
}

export type Fields = Readonly<Record<string, unknown>>;

export interface Rule {
  readonly id: string;
  /** Zendesk takes a package with warnings. */
  readonly severity: 'error' | 'warning';
  /** One sentence for each thing that is wrong. */
  readonly check: (app: AppPackage) => readonly string[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: Rule['severity'];
  readonly message: string;
}
