import type { ComponentType, ReactNode } from 'react';
import type { AddressCandidate } from '../address/candidates';
import type { BlockedState, OpenState, SettingProblem, SetupView } from '../app/state';
import type { Mail } from '../diagnosis/answers';
import type { CheckId } from '../diagnosis/checks';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import type { Evidence } from '../diagnosis/evidence';
import type { OutcomeId } from '../diagnosis/rules';
import type { FailedSource } from '../setup/setting-words';
import type { Messages } from '../wording/messages';
import type { VerdictView } from './verdict-view';

interface OfTicket {
  readonly state: OpenState;
}

/** What the first view can do without: fetched while the sources are asked. */
export interface LaterParts {
  readonly Banners: ComponentType<OfTicket>;
  readonly Blocked: ComponentType<{ readonly state: BlockedState }>;
  readonly Details: ComponentType<OfTicket>;
  readonly Garden: ComponentType<{ readonly children: ReactNode }>;
  readonly ReplyList: ComponentType<OfTicket>;
  readonly VerdictReason: ComponentType<OfTicket & { readonly outcome: OutcomeId }>;
  readonly SetupLink: ComponentType;
  readonly VerdictMore: ComponentType<OfTicket & { readonly view: VerdictView }>;
}

/** The list, closed or open, and the mail that it was opened for. */
export interface ListState {
  readonly open: boolean;
  readonly mail?: string;
}

/** What is shown only when it is asked for: fetched with the first press that needs it. */
export interface AskedParts {
  readonly AddressChoice: ComponentType<{
    readonly candidates: readonly AddressCandidate[];
    readonly selected: AddressCandidate | undefined;
    readonly onChosen?: () => void;
  }>;
  readonly DecisionBody: ComponentType<{
    readonly diagnosis: Diagnosis;
    readonly handbook: string;
  }>;
  readonly HandForm: ComponentType<
    OfTicket & {
      readonly steps: readonly TraceStep[];
      readonly id: string;
      readonly first?: CheckId | undefined;
    }
  >;
  readonly LostConfirmation: ComponentType<{ readonly mail: Mail }>;
  readonly WhyLost: ComponentType<{ readonly mail: Mail; readonly evidence: Evidence }>;
  readonly MailList: ComponentType<{ readonly evidence: Evidence; readonly list: ListState }>;
  readonly Warning: ComponentType<{ readonly children: ReactNode }>;
  readonly NoteEditor: ComponentType<{
    readonly id: string;
    readonly value: string;
    readonly onChange: (text: string) => void;
  }>;
}

interface OfSetup {
  readonly setup: SetupView;
}

/** For whoever sets the app up, and where it is not: with the first press that needs it. */
export interface SetupParts {
  readonly CheckSetup: ComponentType<OfSetup>;
  readonly UnsafeSetup: ComponentType<OfSetup>;
  readonly SettingsBroken: ComponentType<{
    readonly problems: readonly SettingProblem[];
    readonly isAdmin: boolean;
  }>;
  /** What an agent hands on of a source that failed; nothing of the customer is in it. */
  readonly needsOfAdmin: (failed: FailedSource, version: string, t: Messages) => string;
}

export type Come<Parts> = Parts | 'loading' | 'failed';

/** A chunk of code. Once it has come it is there at the next mount too, without a flash. */
export interface Deferred<Parts> {
  come(): Come<Parts>;
  /** Tries again where it failed before. */
  fetch(messages: Messages): Promise<Come<Parts>>;
}

export function defer<Parts extends object>(
  load: (messages: Messages) => Promise<Parts>,
): Deferred<Parts> {
  let state: Come<Parts> = 'loading';
  return {
    come: () => state,
    async fetch(messages) {
      try {
        state = await load(messages);
      } catch {
        if (state === 'loading') state = 'failed';
      }
      return state;
    },
  };
}
