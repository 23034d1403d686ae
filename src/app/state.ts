import type { Address } from '../address/address';
import type { AddressCandidate } from '../address/address';
import type { Run } from '../investigation/investigation';
import type { Failure } from '../shared/failure';
import type { Language, ReplyName, Readers } from '../shared/reply';
import type { InsertReceipt } from '../zendesk/composer-check';
import type { ColorScheme } from '../zendesk/frame';
import type { SettingProblem, Settings } from '../zendesk/settings';
import type { Agent, Ticket } from '../zendesk/ticket';
import type { ReplyState, Setup } from './panel-contract';

/** Whether anybody can see the app; what is missing nobody has said yet. */
export interface Visibility {
  readonly inFront: boolean;
  readonly unfolded?: boolean;
  readonly gone?: boolean;
}

interface Always {
  readonly visibility: Visibility;
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
    | SettingsBroken
    | Ready
  );

/** Nothing can be asked; what to do about it depends on whether the agent is an admin. */
export interface SettingsBroken {
  readonly kind: 'settings-broken';
  readonly problems: readonly SettingProblem[];
  readonly agent: Agent;
  readonly colorScheme: ColorScheme;
}

export interface Ready extends Always {
  readonly kind: 'ready';
  readonly settings: Settings;
  readonly agent: Agent;
  readonly ticket: Ticket;
  readonly candidates: readonly AddressCandidate[];
  readonly inText: InText;
  /** The newest reading of the ticket that was asked for. */
  readonly reading: number;
  /** Zendesk said that the requester changed, and not yet to whom: nothing is written or posted meanwhile. */
  readonly requesterInDoubt: boolean;
  /** Who reads a public reply. `known` is missing until it has been read; `asked`: by which request. */
  readonly readers: { readonly asked: number; readonly known: Readers | undefined };
  readonly stage: Stage;
  readonly note: NoteState;
}

/** What the ticket's text names; the search comes with the later part. */
export interface InText {
  /** The mark of the correspondence that was searched, or is being searched; '' where none is. */
  readonly of: string;
  /** Missing until what was written has been searched once, or could not be. */
  readonly found?: readonly string[];
  /** Whether a word of `auto_run_words` is in it. `unreadable`: it could not be searched. */
  readonly hasWord: boolean | 'unread' | 'unreadable';
}

export type Stage =
  /**
   * Nobody can see the app, and it asks nothing then; or only the ticket's text, not read yet, can tell whether it is
   * of interest. `wasOpen`: a former requester was looked up already.
   */
  | { readonly kind: 'unseen'; readonly wasOpen: boolean }
  | { readonly kind: 'no-address'; readonly found: string | undefined }
  | { readonly kind: 'not-of-interest' }
  | { readonly kind: 'open'; readonly session: Session };

/** The address under investigation, the run of questions about it, and the replies that its verdict calls for. */
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
  /**
   * By the last reading of the draft. `maybe`: nobody could tell since Zendesk was asked to write it, or since it was
   * seen. `gone`: it was read without; kept, so that it is known again where it comes back.
   */
  readonly where: 'composer' | 'maybe' | 'gone';
  /** Once the ticket was saved, epoch ms; `sure`: it was in the composer by the last reading before. */
  readonly sent: { readonly at: number; readonly sure: boolean } | undefined;
  /** By the last reading that showed it, the composer was set to an internal note. */
  readonly inNote?: boolean;
  /** How to find it again and take it out. */
  readonly receipt: InsertReceipt | undefined;
  readonly canTakeOut: boolean;
  /** A macro that wrote something else than its preview: nobody knows what it tells. */
  readonly otherWords: boolean;
  /**
   * What the engineer has gone on in spite of, as `doubtsAbout` writes it: strangers who were named, other doubts. The
   * neutral reply in the words that ask for nothing begins with `asksForNothing`.
   */
  readonly told: readonly string[];
  /** As it was chosen when it was put in; `undefined`: the macro's words. */
  readonly language?: Language | undefined;
}

/** One at a time: the composer is read before and after. */
export interface Writing {
  readonly attempt: number;
  readonly names: readonly ReplyName[];
  readonly about: About;
  readonly told: InsertedReply['told'];
  /** A macro applied whole: until it is there nobody knows what it writes. */
  readonly otherWords: boolean;
  /** Nothing is put into a note. */
  readonly inNote?: undefined;
  readonly language?: InsertedReply['language'];
  /** Where it is not put in but taken out: by which receipt. */
  readonly takesOut?: InsertReceipt;
  /** The ticket was saved meanwhile, epoch ms: nobody knows whether with it. */
  readonly savedAt?: number;
}

export type NoteState =
  | { readonly kind: 'none' }
  | { readonly kind: 'posting'; readonly attempt: number; readonly about: About }
  | { readonly kind: 'posted'; readonly at: number; readonly about: About };
