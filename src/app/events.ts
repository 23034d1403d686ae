import type { Address } from '../address/address';
import type { AddressCandidate } from '../address/candidates';
import type { CheckId, FactValue } from '../diagnosis/checks';
import type { LookupKey, Question, Run } from '../investigation/investigation';
import type { Disclosure, Stranger } from '../replies/may-disclose';
import type { ReplyText } from '../replies/suggest';
import type { Failure, Result } from '../shared/failure';
import type { Readers } from '../shared/reply-readers';
import type { Language, ReplyName } from '../shared/reply-name';
import type { DraftReading, Expected, InsertReceipt, TakeOutRefusal } from '../zendesk/composer';
import type { Settings } from '../zendesk/settings';
import type { Agent, TicketFacts, TicketReading } from '../zendesk/ticket';
import type { Reading } from './opening';
import type { Inserted, NotePosted, ReplyState, Setup, TakenOut } from './panel-contract';

/** Whether anybody can see the app. `undefined`: nobody has said yet. */
export interface Seen {
  readonly inFront: boolean;
  readonly unfolded: boolean | undefined;
  readonly gone: boolean;
}

interface Always {
  readonly seen: Seen;
  readonly online: boolean;
  /** The next number for a reading, a run or a set of texts: an answer counts only under the newest. */
  readonly next: number;
  /** Newest last. Kept through a failed reading: what stands in the composer stands there all the same. */
  readonly inserted: readonly InsertedReply[];
  readonly writing: Writing | undefined;
  readonly draft: 'empty' | 'started' | 'unknown';
  /** Submit was pressed, epoch ms: the composer is about to be emptied by Zendesk. */
  readonly savingSince: number | undefined;
  readonly setup: Setup;
}

/** Everything the app knows. Only `reduce` makes a new one; `viewOf` says what the panel draws of it. */
export type State = Always &
  (
    | { readonly kind: 'reading'; readonly reading: number; readonly changedMeanwhile: boolean }
    | { readonly kind: 'zendesk-failed'; readonly failure: Failure }
    | Extract<Reading, { kind: 'settings-broken' }>
    | Ready
  );

export interface Ready extends Always {
  readonly kind: 'ready';
  readonly settings: Settings;
  readonly agent: Agent;
  readonly ticket: TicketFacts;
  readonly candidates: readonly AddressCandidate[];
  /** The newest reading of the ticket that was asked for. */
  readonly reading: number;
  /** Zendesk said that the requester changed, and not yet to whom: nothing is written or posted meanwhile. */
  readonly requesterInDoubt: boolean;
  /** Who reads a public reply. `known` is missing until it has been read; `asked`: by which request. */
  readonly readers: { readonly asked: number; readonly known: Readers | undefined };
  readonly stage: Stage;
  readonly note: NoteState;
}

export type Stage =
  /** Nobody can see the app, and it asks nothing then. `wasOpen`: a former requester was looked up already. */
  | { readonly kind: 'unseen'; readonly wasOpen: boolean }
  | { readonly kind: 'no-address'; readonly found: string | undefined }
  | { readonly kind: 'not-of-interest' }
  | { readonly kind: 'open'; readonly session: Session };

/** One address under investigation, and the replies that its verdict calls for. */
export interface Session {
  readonly selected: AddressCandidate;
  readonly run: Run;
  readonly requesterChanged: boolean;
  readonly replyLanguage: Language | undefined;
  /** Texts belong to one ticket and requester, whose names stand in them. */
  readonly texts: {
    readonly of: number;
    readonly byKey: Readonly<Record<string, ReplyState['text']>>;
  };
}

/** Whom a reply or a note is about: it may only be written while the ticket is still about the same. */
export interface About {
  readonly ticketId: number | undefined;
  readonly requesterId: number | undefined;
  readonly address: Address;
}

export interface InsertedReply {
  readonly names: readonly ReplyName[];
  readonly about: About;
  readonly at: number;
  readonly where: 'composer' | 'sent';
  /** How to find it again and take it out. */
  readonly receipt: InsertReceipt | undefined;
  readonly canTakeOut: boolean;
  /** What the engineer has gone on in spite of, as `holdOf` writes it: strangers who were named, other doubts. */
  readonly told: readonly string[];
}

/** One at a time: the composer is read before and after. */
export interface Writing {
  readonly attempt: number;
  readonly names: readonly ReplyName[];
  readonly about: About;
  readonly told: InsertedReply['told'];
  /** Where it is not put in but taken out: by which receipt. */
  readonly takesOut?: InsertReceipt;
}

/** Why a ticket is not saved yet, about the reply in the composer. */
export interface Hold {
  readonly address: Address;
  /** `unread`: Zendesk did not say in time who reads it now. */
  readonly why:
    | { readonly kind: 'another-requester' | 'unread' }
    | Exclude<Disclosure, { readonly kind: 'open' }>;
}

export type NoteState =
  | { readonly kind: 'none' }
  | { readonly kind: 'posting'; readonly attempt: number; readonly about: About }
  | { readonly kind: 'posted'; readonly at: number; readonly about: About };

/** What the engineer pressed: `all` is one message of every suggested reply, `apply` the whole macro. */
export type Press =
  | { readonly way: 'reply'; readonly reply: ReplyText }
  | { readonly way: 'all' }
  | { readonly way: 'apply'; readonly reply: ReplyText };

/** Everything that can happen. */
export type Happening =
  | { readonly kind: 'read'; readonly reading: number; readonly result: Reading }
  | {
      readonly kind: 'ticket-read';
      readonly reading: number;
      readonly result: Result<TicketReading>;
    }
  | { readonly kind: 'readers-read'; readonly asked: number; readonly readers: Readers }
  | { readonly kind: 'requester-changed' }
  | { readonly kind: 'ticket-changed' }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'seen'; readonly change: Partial<Seen> }
  | { readonly kind: 'network'; readonly online: boolean }
  | {
      readonly kind: 'answered';
      readonly run: number;
      readonly key: LookupKey;
      readonly askedAt: number;
      readonly result: Result<unknown>;
    }
  /** `text` is missing where not even our own words could be fetched. */
  | {
      readonly kind: 'text-found';
      readonly of: number;
      readonly key: string;
      readonly text: ReplyText | undefined;
    }
  | { readonly kind: 'address-selected'; readonly address: Address }
  | { readonly kind: 'run-anyway' }
  | { readonly kind: 'refresh' }
  | {
      readonly kind: 'answered-by-hand';
      readonly check: CheckId;
      readonly value: FactValue | undefined;
    }
  | { readonly kind: 'language-chosen'; readonly language: Language | undefined }
  | { readonly kind: 'requester-change-dismissed' }
  | {
      readonly kind: 'insert-pressed';
      readonly attempt: number;
      readonly press: Press;
      readonly again: boolean;
      /** Who is not known to be the customer, as the engineer was told. */
      readonly toStrangers: readonly Stranger[];
    }
  | {
      readonly kind: 'written';
      readonly attempt: number;
      readonly result: Inserted;
      readonly receipt?: InsertReceipt | undefined;
    }
  | { readonly kind: 'draft-changed' }
  | { readonly kind: 'draft-read'; readonly result: Result<DraftReading> }
  | { readonly kind: 'take-out-pressed'; readonly attempt: number }
  | {
      readonly kind: 'taken-out';
      readonly attempt: number;
      readonly result: Result<undefined, TakeOutRefusal>;
    }
  /** The engineer submits the ticket, and Zendesk asks whether it may be saved. */
  | { readonly kind: 'save-asked'; readonly attempt: number }
  /** Who reads a public reply in that moment; `undefined` where Zendesk does not say in time. */
  | {
      readonly kind: 'save-read';
      readonly attempt: number;
      readonly readers: Readers | undefined;
    }
  | {
      readonly kind: 'note-pressed';
      readonly attempt: number;
      readonly html: string;
      readonly about: About;
      readonly again: boolean;
    }
  | { readonly kind: 'note-written'; readonly attempt: number; readonly result: NotePosted }
  | ({ readonly kind: 'setup' } & SetupNews);

type SetupNews =
  | { readonly what: 'pressed' | 'cancelled' | 'closed' }
  /** Once more, or with an address that is known to have an account. */
  | { readonly what: 'asked'; readonly known: string | undefined }
  | {
      readonly what: 'changed';
      readonly check: number;
      readonly now: Setup['now'];
      /** Those of its lines that make verdicts unsafe. */
      readonly unsafe: Setup['unsafe'];
    };

/** `at`: epoch ms. */
export type AppEvent = Happening & { readonly at: number };

/** What is to be done in the world; whatever comes of it is an event. */
export type Effect =
  | { readonly do: 'read'; readonly reading: number }
  | { readonly do: 'read-ticket'; readonly reading: number; readonly settings: Settings }
  | { readonly do: 'read-readers'; readonly asked: number; readonly seen: Readers }
  | { readonly do: 'ask'; readonly question: Question; readonly settings: Settings }
  | { readonly do: 'cancel'; readonly run: number }
  | { readonly do: 'load-reply-tools' }
  | {
      readonly do: 'find-text';
      readonly of: number;
      readonly key: string;
      readonly name: ReplyName;
      readonly language: Language | undefined;
      readonly ticket: TicketFacts;
      readonly macroIds: Settings['macroIds'];
    }
  | {
      readonly do: 'write';
      readonly attempt: number;
      readonly what:
        | { readonly way: 'reply'; readonly reply: ReplyText }
        | { readonly way: 'all'; readonly first: ReplyText; readonly others: readonly ReplyText[] }
        | { readonly way: 'apply'; readonly macroId: number };
      readonly expected: Expected;
      readonly about: About;
      /** Who read it when it was judged, and under which number they are read once more. */
      readonly readers: { readonly asked: number; readonly known: Readers };
    }
  | { readonly do: 'tell'; readonly attempt: number; readonly result: Inserted }
  | { readonly do: 'read-draft' }
  | { readonly do: 'take-out'; readonly attempt: number; readonly receipt: InsertReceipt }
  | { readonly do: 'tell-taken-out'; readonly attempt: number; readonly result: TakenOut }
  | { readonly do: 'read-for-save'; readonly attempt: number }
  /** Without a `hold` the ticket may be saved. */
  | { readonly do: 'tell-save'; readonly attempt: number; readonly hold: Hold | undefined }
  | {
      readonly do: 'post-note';
      readonly attempt: number;
      readonly html: string;
      readonly about: About;
    }
  | { readonly do: 'tell-note'; readonly attempt: number; readonly result: NotePosted }
  | { readonly do: 'check-setup'; readonly check: number; readonly known: string | undefined }
  | { readonly do: 'cancel-setup' };

export interface Step<S extends State = State> {
  readonly state: S;
  readonly effects: readonly Effect[];
}
