import { type Failure, passesByItself } from '../shared/failure';
import type { MessageKey } from '../wording/translate';
import type { SettingProblem } from '../zendesk/settings';

/** What is looked at, in the order in which it is shown; and where the docs say more, within `docs/`. */
export const setupDocs = {
  'settings-values': 'install.md#4-settings',
  'settings-domains': 'install.md#4-settings',
  'settings-subjects': 'install.md#4-settings',
  'settings-window': 'install.md#4-settings',
  'settings-sign-in': 'install.md#4-settings',
  'settings-forms': 'install.md#4-settings',
  'settings-field': 'install.md#4-settings',
  'portal-answers': 'install.md#1-get-the-keys',
  'portal-json': 'install.md#1-get-the-keys',
  'portal-fields': 'lookup-api.md',
  'portal-exact': 'lookup-api.md',
  'portal-absent': 'lookup-api.md',
  'portal-accept': 'operate.md',
  'portal-redirect': 'operate.md',
  'portal-time': 'operate.md',
  'mailgun-key': 'install.md#1-get-the-keys',
  'mailgun-region': 'install.md#1-get-the-keys',
  'mailgun-logs': 'install.md#1-get-the-keys',
  'mailgun-lists': 'install.md#1-get-the-keys',
  'mailgun-portal-mail': 'install.md#1-get-the-keys',
  'mailgun-gitlab-mail': 'install.md#1-get-the-keys',
  'mailgun-lag': 'operate.md',
  'mailgun-reset': 'install.md#4-settings',
  'mailgun-confirmation': 'install.md#4-settings',
  'mailgun-link': 'install.md#4-settings',
  'mailgun-capitals': 'operate.md',
  'mailgun-subaccounts': 'install.md#1-get-the-keys',
  'zendesk-sdk': 'operate.md',
  'zendesk-macros-found': 'replies.md',
  'zendesk-macros-active': 'replies.md',
  'zendesk-macros-visible': 'replies.md',
  'zendesk-macros-preview': 'replies.md',
  'zendesk-identities': 'security.md',
  'zendesk-copies': 'security.md',
  'zendesk-composer': 'operate.md',
  'zendesk-headers': 'operate.md',
  'zendesk-retry-after': 'operate.md',
  'zendesk-proxy': 'operate.md',
} as const satisfies Readonly<Record<string, string>>;

/** The page's path in the repository, without its section. */
export const docsPage = (id: SetupLineId): string => `docs/${setupDocs[id].replace(/#.*/, '')}`;

/** As a page and its section are headed: a path is nothing that anybody in Zendesk could open. */
export function docsName(id: SetupLineId): string {
  switch (setupDocs[id]) {
    case 'install.md#1-get-the-keys':
      return 'Install, “1. Get the keys”';
    case 'install.md#4-settings':
      return 'Install, “4. Settings”';
    case 'lookup-api.md':
      return 'The lookup endpoint';
    case 'operate.md':
      return 'Operate';
    case 'replies.md':
      return 'The replies';
    case 'security.md':
      return 'Security';
  }
}

/** The value of `data-setup` too. */
export type SetupLineId = keyof typeof setupDocs;

export const setupLineIds = Object.keys(setupDocs) as readonly SetupLineId[];

/** `unknown`: it could not be found out, which neither works nor fails. The value of `data-state` too. */
export type SetupLineState = 'works' | 'fails' | 'unknown';

export const setupParts = ['settings', 'portal', 'mailgun', 'zendesk'] as const;
export type SetupPart = (typeof setupParts)[number];

/** A message of the group `setup.` and what it is filled with: never an address, a name, a subject or a secret. */
export interface SetupMessage {
  readonly key: Extract<MessageKey, `setup.${string}`>;
  /** A list is written as one; `ageMs` fills `{age}`, and `setting`, a name, its label in Admin Center. */
  readonly values?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What was found on one point. Its words: `lineWords` in setup-in-words.ts. */
export interface SetupLine {
  readonly id: SetupLineId;
  /** Tells lines of one id apart: the name of a setting. */
  readonly about?: string;
  readonly state: SetupLineState;
  /** A failure, and what is wrong with a setting, are told in the words that the panel has for them. */
  readonly found:
    | SetupMessage
    | { readonly failure: Failure }
    | { readonly problem: SettingProblem }
    /** An earlier check in this browser tab, of which only the line is known. */
    | { readonly before: true };
  /** On every line that does not work. */
  readonly next?: SetupMessage;
  /** Subjects, as the mails have them: hostile, and for the admin's eyes only. */
  readonly subjects?: readonly SeenSubject[];
}

/** A subject from the settings, or one of mails that look as if it belonged there. */
export interface SeenSubject {
  readonly subject: string;
  /** `matched` and `unseen` are in the settings, `unlisted` and `suffixed` (a listed one that goes on) are not. */
  readonly what: 'matched' | 'unseen' | 'unlisted' | 'suffixed';
  /** Mails of each domain with it, among those that were looked at. */
  readonly portal: number;
  readonly gitlab: number;
}

/** Where the check is. Lines are in the order of `setupLineIds` at any time. */
export type SetupState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly lines: readonly SetupLine[];
      readonly asking: SetupPart;
      /** How many questions have been answered; `of` how many, which can grow. */
      readonly done: number;
      readonly of: number;
    }
  | SetupReport;

export interface SetupReport {
  /** What was found before it was cancelled stays found. */
  readonly kind: 'done' | 'cancelled';
  readonly lines: readonly SetupLine[];
  /** Epoch ms. */
  readonly at: number;
}

/** Checks whatever can be checked, one question after the other, and keeps nothing of it but this state. */
export interface SetupCheck {
  getState(): SetupState;
  /** Returns the function that stops listening. */
  subscribe(listener: () => void): () => void;
  /** `known`: an address that has an account; without it the agent's own is asked for. Nothing happens while it runs. */
  start(options?: { readonly known?: string }): void;
  cancel(): void;
}

export const partOf = (id: SetupLineId): SetupPart =>
  setupParts.find((part) => id.startsWith(`${part}-`)) ?? 'zendesk';

export function inOrder(lines: readonly SetupLine[]): readonly SetupLine[] {
  return lines.toSorted(
    (one, other) => setupLineIds.indexOf(one.id) - setupLineIds.indexOf(other.id),
  );
}

const unsafe: readonly SetupLineId[] = [
  'settings-domains',
  'mailgun-portal-mail',
  'mailgun-gitlab-mail',
];

/** What would make verdicts wrong and nobody would see it: domains that are swapped, or whose mails are not seen. */
export const unsafeFindings = (lines: readonly SetupLine[]): readonly SetupLine[] =>
  lines.filter(({ id, state }) => state === 'fails' && unsafe.includes(id));

/** For the terminal: 0 where all lines work, 1 where one fails, 2 where none fails and not all work. */
export function exitCodeOf(lines: readonly SetupLine[]): 0 | 1 | 2 {
  if (lines.some(({ state }) => state === 'fails')) return 1;
  return lines.length > 0 && lines.every(({ state }) => state === 'works') ? 0 : 2;
}

/** A failure that passes by itself says nothing about the set-up; any other has to be mended. */
const stateOfFailure = (failure: Failure): Exclude<SetupLineState, 'works'> =>
  passesByItself(failure) ? 'unknown' : 'fails';

/** `mend`: the next step where the failure does not pass by itself. */
export function lineOfFailure(id: SetupLineId, failure: Failure, mend: SetupMessage): SetupLine {
  const state = stateOfFailure(failure);
  const proxy: SetupMessage = { key: 'setup.next.proxy' };
  const next = failure.kind === 'proxy-refused' ? proxy : mend;
  return {
    id,
    state,
    found: { failure },
    next: state === 'fails' ? next : { key: 'setup.next.again' },
  };
}

/** Where what the line is about could not be asked or read. */
export const notChecked = (id: SetupLine['id']): SetupLine => ({
  id,
  state: 'unknown',
  found: { key: 'setup.not_checked' },
  next: { key: 'setup.next.again' },
});

/** In seconds with one digit behind the point, and never "0 s". */
export const seconds = (ms: number): number => Math.max(0.1, Math.round(ms / 100) / 10);
