import {
  createContext,
  useContext,
  useEffect,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import type { AddressCandidate } from '../address/address';
import type {
  AppActions,
  SetupView,
  BlockedState,
  OpenState,
  SettingProblem,
  AppState,
} from '../app/panel-contract';
import type { Mail } from '../diagnosis/answers';
import type { CheckId } from '../diagnosis/checks';
import type { Diagnosis, TraceStep } from '../diagnosis/diagnosis';
import type { Evidence } from '../diagnosis/evidence';
import type { FailedSource } from '../setup/setup-in-words';
import type { Clock } from '../shared/clock';
import type { Messages } from '../wording/translate';
import type { Lane, MailWindow } from './mail-lanes';
import type { Scheme } from './theme';

/** What every part may reach for: words, the engineer's actions, the time, light or dark, and the parts that come later. */
export interface Tools {
  readonly messages: Messages;
  readonly actions: AppActions;
  readonly clock: Clock;
  /** Begins anew, as when the ticket is opened: nothing that was asked or entered is kept. */
  readonly reload: () => void;
  readonly scheme: Scheme;
  readonly later: Deferred<LaterParts>;
  readonly asked: Deferred<AskedParts>;
  readonly picture: Deferred<PictureParts>;
  readonly setupParts: Deferred<SetupParts>;
  readonly setup: SetupView;
}

export const ToolsContext = createContext<Tools | undefined>(undefined);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error('A part of the panel was drawn outside of it.');
  return tools;
}

export const SayContext = createContext<(sentence: string) => void>(() => undefined);

/** For what a press brought about (inserted, refused, copied, posted), and for what changed by itself. */
export const useSay = (): ((sentence: string) => void) => useContext(SayContext);

const minuteMs = 60_000;

/** The time, kept to the minute for as long as it is shown. */
export function useMinutes(): number {
  const { clock } = useTools();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const stop = clock.after(minuteMs, () => {
      setNow(clock.now());
    });
    return stop;
  }, [clock, now]);
  return now;
}

/** Most sources answer within it; one that is slow does not keep the others' answers from being read. */
const patienceMs = 1_500;

/**
 * False until the first run (of that address) has ended or taken its time; from then on true, whatever is asked again.
 */
export function useWaited(running: boolean, address = ''): boolean {
  const { clock } = useTools();
  const [waitedFor, setWaitedFor] = useState<string>();
  const waited = waitedFor === address;
  useEffect(() => {
    if (waited) return undefined;
    const settle = (): void => {
      setWaitedFor(address);
    };
    if (running) return clock.after(patienceMs, settle);
    settle();
    return undefined;
  }, [clock, waited, running, address]);
  return waited || !running;
}

interface OfTicket {
  readonly state: OpenState;
}

/** What the first view can do without: fetched while the sources are asked. */
export interface LaterParts {
  readonly Announcements: ComponentType<{ readonly state: AppState }>;
  readonly Banners: ComponentType<OfTicket>;
  readonly Details: ComponentType<OfTicket>;
  readonly Garden: ComponentType<{ readonly children: ReactNode }>;
  readonly ReplyList: ComponentType<OfTicket>;
  readonly SetupLink: ComponentType;
  readonly VerdictBody: ComponentType<
    OfTicket & { readonly hasChecks: boolean; readonly outline: ReactNode }
  >;
}

/** The list, closed or open, and the mail that it was opened for. */
export interface ListState {
  readonly open: boolean;
  readonly mail?: string;
}

/** What few tickets show: fetched with the first press, or the first state, that needs it. */
export interface AskedParts {
  readonly AddressChoice: ComponentType<{
    readonly candidates: readonly AddressCandidate[];
    readonly selected: AddressCandidate | undefined;
    readonly onChosen?: () => void;
  }>;
  readonly Blocked: ComponentType<{ readonly state: BlockedState }>;
  readonly DecisionBody: ComponentType<{
    readonly diagnosis: Diagnosis;
    readonly handbook: string;
  }>;
  readonly HandForm: ComponentType<
    OfTicket & {
      readonly steps: readonly TraceStep[];
      readonly id: string;
      readonly first?: CheckId | undefined;
      readonly isNamed?: boolean;
    }
  >;
  readonly LostConfirmation: ComponentType<{ readonly mail: Mail }>;
  readonly WhyLost: ComponentType<{ readonly mail: Mail; readonly evidence: Evidence }>;
  readonly MailList: ComponentType<{ readonly evidence: Evidence; readonly list: ListState }>;
  readonly Warning: ComponentType<{ readonly children: ReactNode }>;
  readonly NoteEditor: ComponentType<{
    readonly id: string;
    readonly value: string;
    readonly isPosting: boolean;
    readonly onChange: (text: string) => void;
  }>;
}

export interface MailPictureProps {
  readonly lanes: readonly Lane[];
  readonly window: MailWindow;
  readonly ticketAt: number | undefined;
  /** A mark was pressed: the `id` of its newest mail. */
  readonly onOpen: (mail: string) => void;
}

/** With the first mails there are to draw. */
export interface PictureParts {
  readonly MailPicture: ComponentType<MailPictureProps>;
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
