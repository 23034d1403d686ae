import {
  type AddressCandidate,
  addressCandidates,
  parseAddress,
  sameAddress,
} from '../address/address';
import type { SetupLine } from '../setup/lines';
import type { Clock } from '../shared/clock';
import { type Failure, type Result, failed, ok } from '../shared/failure';
import { type ZafClient, fromZaf } from '../zendesk/client';
import type { ColorScheme } from '../zendesk/frame';
import { type Settings, parseSettings } from '../zendesk/settings';
import { type Agent, type Ticket, readTicket } from '../zendesk/ticket';
import type { App, AppState, Setup, SetupView } from './panel-contract';
import type { InText, Ready, Visibility, SettingsBroken, State } from './state';

/** What the first reading of settings and ticket came to. */
export type FirstReading =
  | { readonly kind: 'zendesk-failed'; readonly failure: Failure }
  | SettingsBroken
  | {
      readonly kind: 'ready';
      readonly settings: Settings;
      readonly ticket: Ticket;
      readonly agent: Agent;
      readonly visible: boolean;
      readonly colorScheme: ColorScheme;
    };

/** In whose language, and in which colours, the panel is to be drawn: nothing of the ticket, which is not kept here. */
export type Looks = Pick<SettingsBroken, 'agent' | 'colorScheme'>;

export const looksOf = (first: FirstReading): Looks | undefined =>
  first.kind === 'zendesk-failed'
    ? undefined
    : { agent: first.agent, colorScheme: first.colorScheme };

/**
 * Settings come with the handshake; everything else in one bulk `get`. The ticket is read even where the
 * settings are broken: what to do about it depends on whether the agent is an admin.
 */
export async function readOpening(
  client: ZafClient,
  clock: Clock,
  whitelist: readonly string[],
): Promise<FirstReading> {
  const raw = await readSettings(client, clock);
  if (!raw.ok) return { kind: 'zendesk-failed', failure: raw.failure };

  const settings = parseSettings(raw.value, whitelist);
  const subscriptionEmailField = settings.ok ? settings.value.subscriptionEmailField : undefined;
  const reading = await readTicket(client, clock, { subscriptionEmailField });
  if (!reading.ok) return { kind: 'zendesk-failed', failure: reading.failure };

  const { agent, colorScheme } = reading.value;
  return settings.ok
    ? { kind: 'ready', settings: settings.value, ...reading.value }
    : { kind: 'settings-broken', problems: settings.failure, agent, colorScheme };
}

/** As Zendesk hands them over, not yet parsed. */
export async function readSettings(client: ZafClient, clock: Clock): Promise<Result<unknown>> {
  const metadata = await fromZaf(() => client.metadata(), clock);
  return metadata.ok ? ok((metadata.value as { settings?: unknown }).settings) : metadata;
}

export type Opening =
  | { readonly kind: 'no-address'; readonly found: string | undefined }
  | {
      readonly kind: 'not-of-interest' | 'unread' | 'investigate';
      readonly requester: AddressCandidate;
    };

/** Every address the ticket names, the requester's first; those in its text as far as they have been looked for. */
export function candidatesOf(ticket: Ticket, { found = [] }: InText): readonly AddressCandidate[] {
  return addressCandidates({
    requesterEmail: ticket.requester?.email,
    identities: ticket.requester?.identities ?? [],
    colleagueWhoWroteLast: ticket.colleagueWhoWroteLast,
    subscriptionEmail: ticket.subscriptionEmail,
    ccs: ticket.ccs,
    inText: found,
  });
}

/** What was typed, or stood in the text before, stays on offer. */
export function offerAgain(state: Ready): Ready {
  const offered = candidatesOf(state.ticket, state.inText);
  const others = state.candidates.filter(
    ({ address }) => !offered.some((one) => sameAddress(one.address, address)),
  );
  return { ...state, candidates: [...offered, ...others] };
}

/** What to do with the ticket as it was read: ask at once, wait for its text or to be told, or say why not. */
export function openingOf({ ticket, candidates, settings, inText }: Ready): Opening {
  const found = ticket.requester?.email;
  const requester = candidates.find(({ origin }) => origin === 'requester');
  if (found === undefined || !parseAddress(found).ok || !requester) {
    return { kind: 'no-address', found };
  }
  const interest = isOfInterest(ticket, settings, inText);
  if (interest === 'unread') return { kind: interest, requester };
  return { kind: interest ? 'investigate' : 'not-of-interest', requester };
}

type Rules = Pick<Settings, 'autoRunForms' | 'autoRunTags' | 'autoRunWords'>;

/**
 * Whether the app runs by itself on this ticket. Rules of one kind are alternatives, and so are the kinds:
 * a matching form, tag or word is enough. No rule at all: every ticket. `unread`: only its text can tell, and has not
 * been read. Of a text that cannot be read nobody can tell: the engineer decides.
 */
export function isOfInterest(
  ticket: Pick<Ticket, 'formId' | 'tags' | 'subject' | 'correspondence'>,
  rules: Rules,
  { of, hasWord }: InText,
): boolean | 'unread' {
  const { autoRunForms, autoRunTags, autoRunWords } = rules;
  if (autoRunForms.length + autoRunTags.length + autoRunWords.length === 0) return true;

  if (
    (ticket.formId !== undefined && autoRunForms.includes(ticket.formId)) ||
    ticket.tags.some((tag) => autoRunTags.includes(tag)) ||
    hasOneOf(autoRunWords, ticket.subject)
  )
    return true;
  if (autoRunWords.length === 0) return false;
  return of === ticket.correspondence.mark && hasWord !== 'unread' ? hasWord === true : 'unread';
}

/** Case aside. */
export function hasOneOf(words: readonly string[], text: string): boolean {
  const lower = text.toLowerCase();
  return words.some((word) => lower.includes(word.toLowerCase()));
}

const neverChecked: Setup = { check: 0, open: false, now: { kind: 'idle' }, unsafe: [] };

/** The lines that `unsafeFindings` is about. */
const unsafeIds = ['settings-domains', 'mailgun-portal-mail', 'mailgun-gitlab-mail'] as const;

/** What a check with another ticket found: only that it was so is known. */
function keptFindings(kept: Beginning['setup']): readonly SetupLine[] {
  const ids = kept.read().split(' ');
  return unsafeIds
    .filter((id) => ids.includes(id))
    .map((id) => ({ id, state: 'fails', found: { before: true } }));
}

/** What `firstState` asks of the world. */
interface Beginning {
  readonly network: { isOnline(): boolean };
  readonly setup: { read(): string };
}

export function firstState({ network, setup }: Beginning): State {
  const visibility: Visibility = { inFront: true };
  return {
    kind: 'reading',
    reading: 0,
    changedMeanwhile: false,
    visibility,
    online: network.isOnline(),
    next: 1,
    inserted: [],
    writing: undefined,
    draft: 'unknown',
    savingSince: undefined,
    setup: { ...neverChecked, unsafe: keptFindings(setup) },
  };
}

type Outside = Extract<AppState, { kind: 'outside-zendesk' }>;

/** There is no ticket to do anything with: the panel says why, and every action comes to nothing. */
export function outsideApp(why: Outside['why']): App {
  const state: Outside = { kind: 'outside-zendesk', why };
  const setup: SetupView = { ...neverChecked, isAdmin: false, offered: false };
  const nothing = (): void => undefined;
  const notInserted = () => Promise.resolve(failed({ kind: 'not-suggested' } as const));
  return {
    getState: () => state,
    getSetup: () => setup,
    subscribe: () => nothing,
    selectAddress: () => ({ ok: false, problem: 'not-ready' }),
    runAnyway: nothing,
    refresh: nothing,
    answerByHand: nothing,
    chooseAccount: nothing,
    chooseReplyLanguage: nothing,
    insertReply: notInserted,
    insertAll: notInserted,
    applyMacro: notInserted,
    takeOut: () => Promise.resolve(failed({ kind: 'nothing' })),
    copy: () => Promise.resolve(false),
    copyReply: notInserted,
    composeNote: () => Promise.resolve(undefined),
    postNote: () => Promise.resolve({ ok: false, why: 'unsaved-ticket' }),
    dismissRequesterChange: nothing,
    openSetup: nothing,
    checkSetup: nothing,
    cancelSetup: nothing,
    closeSetup: nothing,
  };
}
