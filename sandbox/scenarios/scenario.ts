import type { CheckId, FactValue } from '../../src/diagnosis/checks';
import type { OutcomeId } from '../../src/diagnosis/rules';
import type { ReplyName } from '../../src/shared/reply';
import type { CustomerSeed } from '../customersdot/columns';
import type { MailSeed } from '../mailgun/seed';
import type { Fault } from '../proxy/fault';
import type { Service } from '../proxy/service';

/** A ticket of the sandbox with everything behind it, and what the app must make of it. */
export interface Scenario {
  /** Stable: `/agent/tickets/<id>` and the browser specs use it. */
  readonly id: string;
  /** What it shows, for the list of tickets. */
  readonly shows: string;
  readonly ticket: TicketSeed;
  readonly customers: readonly CustomerSeed[];
  readonly mails: readonly MailSeed[];
  readonly faults: Readonly<Partial<Record<Service, Fault>>>;
  /** Settings that this ticket's copy of the app has otherwise. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly macros: MacroState;
  /** `read-only`: the admin's role may not export. */
  readonly portal: 'full' | 'read-only';
  readonly expected: Expected;
}

/**
 * `missing`: an admin deleted them after the installation; `forbidden`: restricted to another group;
 * `not-installed`: no requirements were created, as under `zcli apps:server`; `by-title`: nor here, but somebody keeps
 * macros of the same titles.
 */
export type MacroState =
  | 'installed'
  | 'missing'
  | 'forbidden'
  | 'inactive'
  | 'not-installed'
  | 'by-title';

/** Those that a ticket here comes by. */
export type ChannelName = 'email' | 'native_messaging' | 'facebook';

export interface TicketSeed {
  /** `undefined`: not saved yet. */
  readonly number: number | undefined;
  readonly subject: string;
  readonly requester: UserSeed;
  readonly channel: ChannelName;
  /** The agents' composer has no rich text. */
  readonly plainText: boolean;
  readonly conversation: readonly MessageSeed[];
  readonly tags: readonly string[];
  readonly ccs: readonly UserSeed[];
  readonly organisation: OrganisationSeed | undefined;
  /** HTML that already stands in the composer. */
  readonly draft: string;
  readonly createdAt: number;
}

export interface OrganisationSeed {
  readonly id: number;
  readonly name: string;
  /** Its end users read each other's tickets. */
  readonly sharedTickets: boolean;
}

export interface UserSeed {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
  readonly identities: readonly IdentitySeed[];
  /** An end user where it is not said. */
  readonly role?: 'agent' | 'admin';
}

export interface IdentitySeed {
  readonly type: 'email' | 'phone_number';
  readonly value: string;
  readonly verified: boolean;
  /** Where it is not said: `full` or `none`, by `verified`. Only the REST API has it. */
  readonly verificationMethod?: 'none' | 'low' | 'sso' | 'embed' | 'full';
  readonly primary: boolean;
  readonly deliverableState?: 'deliverable' | 'undeliverable';
}

export interface MessageSeed {
  readonly from: 'requester' | 'agent';
  readonly public: boolean;
  readonly text: string;
  readonly at: number;
}

export interface Expected {
  readonly verdict: 'settled' | 'open' | 'blocked';
  /** When settled. */
  readonly outcome?: OutcomeId;
  readonly alsoApplies?: readonly OutcomeId[];
  /** When open: everything that it may still be. */
  readonly possible?: readonly OutcomeId[];
  readonly checks: { readonly [C in CheckId]?: FactValue<C> | 'unknown' };
  /** In the order shown. */
  readonly replies: readonly ReplyName[];
  /** What the engineer finds by looking, and what comes of it. */
  readonly byHand?: {
    readonly answers: { readonly [C in CheckId]?: FactValue<C> };
    readonly outcome: OutcomeId;
    readonly replies: readonly ReplyName[];
  };
  /** What it is by a lookup that says less than this ticket's. */
  readonly ofLess?: OutcomeId;
}
