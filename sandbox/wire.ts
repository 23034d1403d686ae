import type { Fault } from './proxy/fault';
import type { LookupWay } from '../src/shared/lookup-way';
import type { Quirks } from './proxy/quirks';
import type { Mode } from './proxy/resolve-request';
import type { Service } from './proxy/service';
import type { MacroState, TicketSeed, UserSeed } from './scenarios/scenario';
import type { Macro } from './zendesk/macros';

/** What the workspace page and the sandbox's server tell each other. */
export interface Workspace {
  readonly account: { readonly subdomain: string; readonly planName: string };
  readonly agent: UserSeed;
  readonly group: { readonly id: number; readonly name: string };
  readonly app: AppView;
  readonly tickets: readonly TicketView[];
  /** By their identifiers in requirements.json. */
  readonly macros: readonly Pick<Macro, 'id' | 'title' | 'identifier'>[];
  readonly switches: Switches;
}

export interface AppView {
  readonly name: string;
  readonly version: string;
  readonly url: string;
  /** It is built anew when its sources change: `/sandbox/builds` tells when. */
  readonly watched: boolean;
}

export interface TicketView extends Omit<TicketSeed, 'conversation' | 'createdAt'> {
  /** The scenario's. */
  readonly key: string;
  readonly shows: string;
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly comments: readonly CommentView[];
  /** Of the app's copy on this ticket; the secure ones are not among them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly macros: MacroState;
}

export interface CommentView {
  readonly id: number;
  readonly public: boolean;
  readonly html: string;
  readonly author: { readonly id: number; readonly name: string; readonly role: string };
  readonly createdAt: string;
}

/** Sandbox-wide; a fault that is absent is left to the ticket. */
export interface Switches {
  readonly faults: Readonly<Partial<Record<Service, Fault>>>;
  readonly delays: Readonly<Partial<Record<Service, number>>>;
  readonly mode: Mode;
  readonly quirks: Quirks;
  /** How every ticket's copy of the app looks an account up; `undefined`: as the ticket has it. */
  readonly lookup: LookupWay['way'] | undefined;
}
