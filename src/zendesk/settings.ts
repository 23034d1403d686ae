import type { ReplyName } from '../lib/reply-name';

/** The app's settings after parsing. Secure ones are not here: Zendesk never hands them to the browser. */
export interface Settings {
  readonly customersdotHost: string;
  /** Path and query with one `{email}` placeholder. */
  readonly customersdotLookupPath: string;
  readonly mailgunRegion: 'us' | 'eu';
  readonly portalMailDomain: string;
  readonly gitlabMailDomain: string;
  readonly resetSubjects: readonly string[];
  readonly confirmationSubjects: readonly string[];
  /** 1–90. */
  readonly logWindowDays: number;
  /** Ticket field that holds the address of the subscription. */
  readonly subscriptionEmailField: string | undefined;
  /** All three empty: the app runs on every ticket. */
  readonly autoRunForms: readonly string[];
  readonly autoRunTags: readonly string[];
  readonly autoRunWords: readonly string[];
  /** An admin's own macro, by reply; wins over the one installed with the app. */
  readonly macroIds: { readonly [R in ReplyName]?: number };
}

/** A setting that does not parse. The panel has a sentence for each: `setting.<problem>`. */
export interface SettingProblem {
  /** The parameter's name in manifest.json. */
  readonly setting: string;
  readonly problem:
    | 'missing'
    | 'host-not-whitelisted'
    | 'path-without-placeholder'
    | 'path-not-absolute'
    | 'not-one-of'
    | 'not-a-domain'
    | 'not-a-number'
    | 'out-of-range'
    | 'empty-list'
    | 'not-a-field'
    | 'unknown-reply'
    | 'unsafe-text';
  /** What is expected, in the setting's own terms: `us, eu`, `1–90`, … */
  readonly expected: string;
}
