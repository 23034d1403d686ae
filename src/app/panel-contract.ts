import type { AddressCandidate } from '../address/address';
import type { CheckId, FactValue } from '../diagnosis/checks';
import type { InvestigationState } from '../investigation/investigation';
import type { Disclosure, ReaderPart, Stranger } from '../replies/may-disclose';
import type { ReplyText, SuggestedReply, ReplyWarning } from '../replies/suggest';
import type { SetupLine, SetupState } from '../setup/lines';
import type { Failure, Result } from '../shared/failure';
import type { Language } from '../shared/reply';

import type { InsertRefusal as ComposerRefusal, Put } from '../zendesk/composer-check';
import type { NoteQuestion, NoteResult, Told } from '../zendesk/internal-note';
import type { SettingProblem, Settings } from '../zendesk/settings';
import type { TakeOutRefusal } from '../zendesk/take-out';
import type { Ticket } from '../zendesk/ticket';

/** What the engineer sees: the panel draws exactly this. */
export type AppState =
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'outside-zendesk';
      /** `sdk-missing`: Zendesk's script did not load, which a blocked CDN can do inside Zendesk too. */
      readonly why: 'not-embedded' | 'foreign-page' | 'sdk-missing';
    }
  /** Zendesk itself did not answer the first question. */
  | { readonly kind: 'zendesk-failed'; readonly failure: Failure }
  | {
      readonly kind: 'settings-broken';
      readonly problems: readonly SettingProblem[];
      readonly isAdmin: boolean;
    }
  /** No requester address, or one that is not an address (`found` is what stands there; hostile). */
  | {
      readonly kind: 'no-address';
      readonly found: string | undefined;
      readonly ticket: Ticket;
      readonly candidates: readonly AddressCandidate[];
    }
  /** The auto-run rules leave this ticket alone: one quiet line and a button. No request was made. */
  | {
      readonly kind: 'not-of-interest';
      readonly ticket: Ticket;
      readonly candidates: readonly AddressCandidate[];
    }
  | {
      readonly kind: 'open';
      readonly ticket: Ticket;
      readonly settings: Settings;
      readonly candidates: readonly AddressCandidate[];
      readonly selected: AddressCandidate;
      /** An address one slip away from the one checked (gmial.com), as a hint. */
      readonly nearMiss: string | undefined;
      readonly links: ConsoleLinks;
      readonly investigation: InvestigationState;
      /** Whether a public reply may say what was found, and to whom it would. */
      readonly disclosure: Disclosure;
      readonly replies: readonly ReplyState[];
      /** The customer's, by the requester's locale. */
      readonly requesterLanguage: Language;
      /** Picked by the engineer; `undefined`: the macro's own words, or where there is none the requester's language. */
      readonly replyLanguage: Language | undefined;
      /** Beside the insert button. */
      readonly warnings: readonly ReplyWarning[];
      /** The requester was changed while the app was open, and the address with it: said once, until dismissed or re-run. */
      readonly requesterChanged: boolean;
      /** A reply that is none of these stands in the composer, or may. */
      readonly leftover:
        | {
            readonly about: string;
            readonly at: number;
            readonly canTakeOut: boolean;
            readonly sure: boolean;
            /** It is about somebody else than the requester, or of another ticket. */
            readonly ofAnother: boolean;
            /** It is about the same, and other replies are suggested by now. */
            readonly isFormer: boolean;
          }
        | undefined;
      /**
       * What decides which reply is offered, or how much is said above it, is not known yet: who reads it, which addresses
       * the ticket's text names, Mailgun's lists.
       */
      readonly awaited: boolean;
      /** What the composer held when it was last read. */
      readonly draft: 'empty' | 'started' | 'unknown';
      /** When the note about this address was posted, epoch ms. */
      readonly notePostedAt: number | undefined;
      readonly offline: boolean;
    };

/** Where the engineer can look. All https, all on hosts of the settings, GitLab's or Mailgun's. */
export interface ConsoleLinks {
  /** The admin's list, searched for the address. */
  readonly customersdotSearch: string;
  /** The account found, or of several the one that the customer uses. */
  readonly customersdotAccount: string | undefined;
  /** Every account found that states an id. */
  readonly accounts: readonly {
    readonly id: string;
    readonly href: string;
    readonly email: string;
  }[];
  readonly customersdotHistory: string | undefined;
  readonly mailgunLogs: string;
  /** The portal's own pages, for the customer or the engineer. */
  readonly portalReset: string;
  readonly portalConfirmation: string;
  readonly handbook: string;
}

/** A suggested reply and how far its words have come. */
export interface ReplyState {
  readonly suggestion: SuggestedReply;
  readonly text:
    | { readonly state: 'loading' }
    /** Not even our own text could be fetched; asked for again by a refresh. */
    | { readonly state: 'unavailable' }
    | { readonly state: 'ready'; readonly reply: ReplyText };
  /** Put into the composer, or sent with the ticket since, at (epoch ms). In the composer a second time only when asked. */
  readonly inserted:
    | {
        readonly at: number;
        /** `maybe` there, `maybe-sent`: nobody could tell. */
        readonly where: 'composer' | 'maybe' | 'sent' | 'maybe-sent';
        /** The composer is still as inserting left it. */
        readonly canTakeOut: boolean;
        /** A macro, and it wrote something else than its preview said. */
        readonly otherWords: boolean;
        /** The language was chosen anew since: the words on the screen are others. */
        readonly otherLanguage?: boolean;
      }
    | undefined;
}

export type InsertRefusal =
  | ComposerRefusal
  /** Others would read it than it was judged for: nothing was written. */
  | { readonly kind: 'readers-changed'; readonly parts: readonly ReaderPart[] }
  /** It is in the composer, and others read it than before; no `parts`: nobody can tell. */
  | { readonly kind: 'readers-changed-since'; readonly parts: readonly ReaderPart[] }
  | StrangersRefusal;

/** Not without the engineer's word: these people are not known to be the customer. */
export interface StrangersRefusal {
  readonly kind: 'strangers';
  readonly people: readonly Stranger[];
  /** Which press of which reply about whom was refused: the engineer's word is for nothing else. */
  readonly of: string;
}

export type Inserted = Result<
  Put['result'] extends Result<infer Value, unknown> ? Value : never,
  InsertRefusal
>;

/** `allowed`: the browser lets it be copied. */
export type Copied = Result<{ readonly allowed: boolean }, InsertRefusal>;

export interface ComposedNote {
  readonly html: string;
  readonly text: string;
}

/** `nothing`: there is nothing of ours in the composer, or it is being written to. */
export type TakenOut = Result<undefined, TakeOutRefusal | { readonly kind: 'nothing' }>;

export type { NoteQuestion };

export type NotePosted =
  | NoteResult
  /** Another note is being posted. */
  | { readonly ok: false; readonly why: 'busy'; readonly failure?: undefined };

/** What the engineer was told and asked for all the same. */
export interface InsertOptions {
  /** It is in the composer already. */
  readonly again: boolean;
  /** Others read it too: the refusal that named them. */
  readonly confirmed?: StrangersRefusal | undefined;
}

/** The check of the set-up, for as long as this ticket is open; nothing of it is kept anywhere else. */
export interface Setup {
  /** A report counts only under the newest number. */
  readonly check: number;
  readonly open: boolean;
  /** `unavailable`: its code could not be fetched. */
  readonly now: SetupState | { readonly kind: 'unavailable' };
  /** What makes verdicts unsafe, until a later check finds it mended. */
  readonly unsafe: readonly SetupLine[];
}

/** What the panel shows of it. */
export interface SetupView extends Pick<Setup, 'open' | 'now' | 'unsafe'> {
  readonly isAdmin: boolean;
  /** By itself, as after an installation: never checked, and something does not work. */
  readonly offered: boolean;
}

/** Everything the engineer can do. Nothing here sends a reply or changes a customer record. */
export interface AppActions {
  selectAddress(
    address: string,
  ): { readonly ok: true } | { readonly ok: false; readonly problem: string };
  runAnyway(): void;
  refresh(): void;
  answerByHand<C extends CheckId>(check: C, value: FactValue<C> | undefined): void;
  /**
   * Which of several the customer uses, by its `accountKey`; `undefined` takes it back, and so does taking back any
   * answer that came of it.
   */
  chooseAccount(account: string | undefined): void;
  /** `undefined` goes back to the macro's own words. */
  chooseReplyLanguage(language: Language | undefined): void;
  insertReply(reply: ReplyText, options: InsertOptions): Promise<Inserted>;
  /** All suggested replies as one message. */
  insertAll(options: InsertOptions): Promise<Inserted>;
  /** Applies the whole macro natively: tags and status too. */
  applyMacro(reply: ReplyText, options: InsertOptions): Promise<Inserted>;
  /** What was inserted last, while the composer is as that left it. */
  takeOut(): Promise<TakenOut>;
  copy(text: string): Promise<boolean>;
  /** Out of the app's sight from then on, so the engineer's word for strangers is asked as for inserting. */
  copyReply(reply: ReplyText, options: Pick<InsertOptions, 'confirmed'>): Promise<Copied>;
  /** The internal note as it would be posted, in the agent's language. `undefined`: it cannot be written now. */
  composeNote(): Promise<ComposedNote | undefined>;
  /** What was composed last, or `edited`: the engineer's own text of it. `told`: what was asked before. */
  postNote(options?: {
    readonly edited?: string | undefined;
    readonly told?: Told;
  }): Promise<NotePosted>;
  dismissRequesterChange(): void;
  /** Shows the check of the set-up, and begins it where there was none. */
  openSetup(): void;
  /** Checks the set-up. `known`: an address that is known to have an account; without it the agent's own. */
  checkSetup(known: string | undefined): void;
  cancelSetup(): void;
  closeSetup(): void;
}

export interface App extends AppActions {
  getState(): AppState;
  getSetup(): SetupView;
  subscribe(listener: () => void): () => void;
}

export type OpenState = Extract<AppState, { kind: 'open' }>;

export type BlockedState = Exclude<AppState, { kind: 'open' | 'starting' }>;

/** What the panel handles of the rooms behind the app. */
export type { SettingProblem };
