import type { Address } from '../address/address';
import type { CheckId, FactValue } from '../diagnosis/checks';
import type { LookupKey, Question } from '../investigation/investigation';
import type { Disclosure } from '../replies/may-disclose';
import type { ReplyReason, ReplyText } from '../replies/suggest';
import type { Result } from '../shared/failure';
import type { Language, ReplyName, Readers } from '../shared/reply';
import type { DraftReading } from '../zendesk/composer';
import type { Expected, InsertReceipt } from '../zendesk/composer-check';
import type { Unread } from '../zendesk/conversation';
import type { Told } from '../zendesk/internal-note';
import type { Settings } from '../zendesk/settings';
import type { TakeOutRefusal } from '../zendesk/take-out';
import type { Ticket, TicketReading } from '../zendesk/ticket';
import type { FirstReading } from './opening';
import type { InsertOptions, Inserted, NotePosted, Setup, TakenOut } from './panel-contract';
import type { About, Visibility, State } from './state';

/** Why a ticket is not saved yet, about the reply in the composer. */
export interface Hold {
  readonly address: Address;
  /** Whether it is there at all. */
  readonly sure: boolean;
  readonly whys: readonly HoldReason[];
}

/**
 * `unread`: Zendesk did not say in time who reads it now. `read-by-others`: it asks for proof, and others may read what
 * the customer answers. `former`: the result does not call for it any more. `note`: it would be an internal note, and the
 * customer would not get it.
 */
export type HoldReason =
  | { readonly kind: 'another-requester' | 'unread' | 'read-by-others' | 'former' | 'note' }
  | Exclude<Disclosure, { readonly kind: 'open' }>;

/** What the engineer pressed: `all` is one message of every suggested reply, `apply` the whole macro. */
export type Press =
  | { readonly way: 'reply'; readonly reply: ReplyText }
  | { readonly way: 'all' }
  | { readonly way: 'apply'; readonly reply: ReplyText };

/** What a ticket's text names, in the order of `findAddresses`, and whether one of the words is in it. */
export interface InTicket {
  readonly addresses: readonly string[];
  readonly hasWord: boolean;
}

/** Everything that can happen. */
export type Happening =
  | { readonly kind: 'read'; readonly reading: number; readonly result: FirstReading }
  | {
      readonly kind: 'ticket-read';
      readonly reading: number;
      readonly result: Result<TicketReading>;
    }
  | { readonly kind: 'readers-read'; readonly asked: number; readonly readers: Readers }
  | { readonly kind: 'requester-changed' }
  | { readonly kind: 'ticket-changed' }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'submit-failed' }
  | { readonly kind: 'visibility'; readonly change: Partial<Visibility> }
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
  /** `found` is missing where the search could not be loaded. */
  | {
      readonly kind: 'ticket-searched';
      readonly mark: string;
      readonly found: InTicket | undefined;
    }
  | { readonly kind: 'address-selected'; readonly address: Address }
  | { readonly kind: 'run-anyway' }
  | { readonly kind: 'refresh' }
  | {
      readonly kind: 'answered-by-hand';
      readonly check: CheckId;
      readonly value: FactValue | undefined;
    }
  /** Which of several the customer uses, by its `accountKey`; `undefined`: that was taken back. */
  | { readonly kind: 'account-chosen'; readonly account: string | undefined }
  | { readonly kind: 'language-chosen'; readonly language: Language | undefined }
  | { readonly kind: 'requester-change-dismissed' }
  | ({
      readonly kind: 'insert-pressed';
      readonly attempt: number;
      readonly press: Press;
    } & InsertOptions)
  | {
      readonly kind: 'written';
      readonly attempt: number;
      readonly result: Inserted;
      readonly receipt: InsertReceipt | undefined;
      /** Told once more: with everything that comes of it, it could not be taken. */
      readonly bare?: true;
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
  /** What stands in the composer in that moment, and who reads a public reply; `undefined`: Zendesk does not say in time. */
  | ({ readonly kind: 'save-read'; readonly attempt: number } & Omit<SaveReading, 'at'>)
  | {
      readonly kind: 'note-pressed';
      readonly attempt: number;
      readonly html: string;
      readonly about: About;
      readonly told: Told;
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

export interface SaveReading {
  readonly draft: DraftReading | undefined;
  readonly readers: Readers | undefined;
  /** Epoch ms. */
  readonly at: number;
  /** Pure. It comes with what it judges: its code is loaded with what inserts, and before that there is nothing to judge. */
  readonly judge: (
    state: State,
    reading: SaveReading,
  ) => { readonly known: State; readonly hold: Hold | undefined };
}

/** What is to be done in the world; whatever comes of it is an event. */
export type Effect =
  | { readonly do: 'read'; readonly reading: number }
  | { readonly do: 'read-ticket'; readonly reading: number; readonly settings: Settings }
  | { readonly do: 'read-readers'; readonly asked: number; readonly seen: Readers }
  | { readonly do: 'ask'; readonly question: Question; readonly settings: Settings }
  | { readonly do: 'cancel'; readonly run: number }
  | { readonly do: 'load-reply-tools' }
  | {
      readonly do: 'search-ticket';
      readonly mark: string;
      readonly unread: Unread;
      readonly words: Settings['autoRunWords'];
    }
  | {
      readonly do: 'find-text';
      readonly of: number;
      readonly key: string;
      readonly name: ReplyName;
      readonly reason: ReplyReason | undefined;
      readonly about: Address | undefined;
      readonly language: Language | undefined;
      readonly ticket: Ticket;
      readonly macroIds: Settings['macroIds'];
    }
  | {
      readonly do: 'write';
      readonly attempt: number;
      readonly what:
        | { readonly way: 'reply'; readonly reply: ReplyText }
        | { readonly way: 'all'; readonly first: ReplyText; readonly others: readonly ReplyText[] }
        | { readonly way: 'apply'; readonly macroId: number; readonly preview: ReplyText };
      readonly expected: Expected;
      readonly about: About;
      /** Who read it when it was judged, and under which number they are read once more. */
      readonly readers: { readonly asked: number; readonly known: Readers };
    }
  | { readonly do: 'tell'; readonly attempt: number; readonly result: Inserted }
  /** Once the engineer pauses, or after so many ms. */
  | { readonly do: 'read-draft'; readonly afterMs?: number }
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
      readonly told: Told;
    }
  | { readonly do: 'tell-note'; readonly attempt: number; readonly result: NotePosted }
  | { readonly do: 'check-setup'; readonly check: number; readonly known: string | undefined }
  | { readonly do: 'cancel-setup' };

export interface Step<S extends State = State> {
  readonly state: S;
  readonly effects: readonly Effect[];
}
