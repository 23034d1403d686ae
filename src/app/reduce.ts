import { resumeRun, stopRun, refreshRun, wasCutOff } from '../investigation/investigation';
import { exhaustive } from '../shared/failure';
import { afterDraft, afterSave, sentWithTicket } from './draft';
import type { AppEvent, Step } from './events';
import { pressInsert, pressNote, takeNoteWritten, takeWritten } from './inserting';
import {
  cancel,
  enter,
  inRun,
  inSession,
  investigate,
  isVisible,
  selectAddress,
  takeSearch,
  takeAnswered,
  takeHandAnswer,
  then,
  unchanged,
  withSearch,
  withSession,
} from './investigating';
import { candidatesOf } from './opening';
import type { Inserted } from './panel-contract';
import {
  askForReaders,
  takeReaders,
  takeText,
  forgetFailedTexts,
  sessionOf,
  withTexts,
} from './replies';
import {
  areOfAnother,
  changedTicket,
  isAboutAnother,
  readTicketAgain,
  takeTicket,
} from './requester-change';
import { afterSetup } from './setup';
import type { Ready, Visibility, State } from './state';

/** The only place where the app's state changes. Pure: what is to be done about it comes back as effects. */
export function reduce(state: State, event: AppEvent): Step {
  if (event.kind === 'written' && event.bare) return takeWritten(state, event);
  const step = afterEvent(state, event);
  if (step.state.kind !== 'ready') return step;
  const searched = withSearch(step.state, step.effects);
  return withTexts(searched.state, searched.effects);
}

function afterEvent(state: State, event: AppEvent): Step {
  switch (event.kind) {
    case 'visibility':
      return takeVisibility(
        { ...state, visibility: { ...state.visibility, ...event.change } },
        event.at,
        state.visibility,
      );
    case 'network':
      return takeNetwork({ ...state, online: event.online }, event.at);
    case 'refresh':
      if (state.kind === 'reading') return unchanged(state);
      if (state.kind === 'ready' && state.stage.kind === 'open') {
        const { session } = state.stage;
        const texts = forgetFailedTexts(session.texts);
        const searching = { ...state, inText: { ...state.inText, of: '' } };
        const again = inRun(withSession(searching, { ...session, texts }), event.at, refreshRun);
        return then(again, askForReaders);
      }
      return readAll(state);
    case 'read':
      return state.kind === 'reading' && state.reading === event.reading
        ? takeReading(state, event.result, event.at)
        : unchanged(state);
    case 'written': {
      const told = takeWritten(state, event);
      const step = isAboutAnother(event.result)
        ? // The event was lost: the ticket is read, so that the panel says it.
          changedTicket(told.state, true)
        : askedInVain(told.state, event.result);
      return { ...step, effects: [...told.effects, ...step.effects] };
    }
    case 'note-written':
      return takeNoteWritten(state, event);
    case 'insert-pressed':
      return pressInsert(state, event);
    case 'note-pressed':
      return pressNote(state, event);
    case 'draft-changed':
    case 'draft-read':
    case 'take-out-pressed':
    case 'taken-out':
      return afterDraft(state, event);
    case 'save-asked':
      return afterSave(state, event);
    case 'save-read': {
      const judged = afterSave(state, event);
      // Held: the panel is to show what it is held for, and no event may have told.
      if (judged.state.savingSince === event.at) return judged;
      const step = changedTicket(judged.state, false);
      return { ...step, effects: [...judged.effects, ...step.effects] };
    }
    case 'setup':
      return afterSetup(state, event);
    case 'submitted': {
      const inserted = sentWithTicket(state.inserted, event.at);
      const writing = state.writing && { ...state.writing, savedAt: event.at };
      const sent = { ...state, inserted, writing, draft: 'empty' as const, savingSince: undefined };
      return withDraft(changedTicket(sent, false));
    }
    case 'submit-failed':
      // What is deleted from here on is deleted, and not emptied by a save.
      return withDraft(unchanged({ ...state, savingSince: undefined }));
    case 'requester-changed':
      return changedTicket(state, true);
    case 'ticket-changed':
      // Another channel or kind of comment may have another draft.
      return withDraft(changedTicket(state, false));
    case 'ticket-read':
    case 'readers-read':
    case 'answered':
    case 'text-found':
    case 'ticket-searched':
    case 'address-selected':
    case 'run-anyway':
    case 'answered-by-hand':
    case 'account-chosen':
    case 'language-chosen':
    case 'requester-change-dismissed':
      return state.kind === 'ready' ? whenReady(state, event) : unchanged(state);
    default:
      return exhaustive(event);
  }
}

/** Since the press no earlier question about the readers counts, and its own came to nothing. */
const askedInVain = (state: State, result: Inserted): Step =>
  !result.ok && result.failure.kind === 'zendesk' && state.kind === 'ready' && sessionOf(state)
    ? askForReaders(state)
    : unchanged(state);

const withDraft = (step: Step): Step =>
  step.state.inserted.length === 0
    ? step
    : { ...step, effects: [...step.effects, { do: 'read-draft' }] };

/** What only a ticket that has been read can be told. */
type ReadyEvent = Extract<
  AppEvent,
  {
    kind:
      | 'ticket-read'
      | 'readers-read'
      | 'answered'
      | 'text-found'
      | 'address-selected'
      | 'run-anyway'
      | 'answered-by-hand'
      | 'account-chosen'
      | 'language-chosen'
      | 'ticket-searched'
      | 'requester-change-dismissed';
  }
>;

function whenReady(state: Ready, event: ReadyEvent): Step {
  switch (event.kind) {
    case 'ticket-read':
      if (event.reading !== state.reading) return unchanged(state);
      if (event.result.ok) return takeTicket(state, event.result.value.ticket, event.at);
      return state.requesterInDoubt ? takeFailure(state, event.result.failure) : unchanged(state);
    case 'readers-read': {
      if (event.asked !== state.readers.asked) return unchanged(state);
      // Zendesk says more than it told: until the ticket has been read again nothing is written.
      if (areOfAnother(event.readers, state))
        return readTicketAgain({ ...state, requesterInDoubt: true });
      return unchanged(takeReaders(state, event));
    }
    case 'answered':
      return takeAnswered(state, event);
    case 'text-found':
      return takeText(state, event);
    case 'ticket-searched':
      return takeSearch(state, event);
    case 'address-selected':
      return selectAddress(state, event);
    case 'run-anyway': {
      const requester = state.candidates.find(({ origin }) => origin === 'requester');
      return state.stage.kind === 'not-of-interest' && requester
        ? investigate(state, requester, event.at)
        : unchanged(state);
    }
    case 'answered-by-hand':
    case 'account-chosen':
      return takeHandAnswer(state, event);
    case 'language-chosen':
      return inSession(state, (session) => ({ ...session, replyLanguage: event.language }));
    case 'requester-change-dismissed':
      return inSession(state, (session) => ({ ...session, requesterChanged: false }));
    default:
      return exhaustive(event);
  }
}

/** What stays whatever becomes of the reading. */
function always({ visibility, online, next, inserted, writing, draft, savingSince, setup }: State) {
  return { visibility, online, next, inserted, writing, draft, savingSince, setup };
}

function readAll(state: State): Step {
  const reading = state.next;
  return {
    state: {
      ...always(state),
      kind: 'reading',
      reading,
      changedMeanwhile: false,
      next: reading + 1,
    },
    effects: [{ do: 'read', reading }],
  };
}

function takeFailure(
  state: Ready,
  failure: Extract<State, { kind: 'zendesk-failed' }>['failure'],
): Step {
  return { state: { ...always(state), kind: 'zendesk-failed', failure }, effects: cancel(state) };
}

function takeReading(
  state: Extract<State, { kind: 'reading' }>,
  result: Extract<AppEvent, { kind: 'read' }>['result'],
  at: number,
): Step {
  switch (result.kind) {
    case 'zendesk-failed':
    case 'settings-broken':
      return unchanged({ ...always(state), ...result });
    case 'ready': {
      const { settings, ticket, agent } = result;
      const ready: Ready = {
        ...always(state),
        kind: 'ready',
        settings,
        agent,
        ticket,
        candidates: candidatesOf(ticket, unsearched),
        inText: unsearched,
        // What an event said is newer than what was read.
        visibility: { ...state.visibility, unfolded: state.visibility.unfolded ?? result.visible },
        reading: 0,
        readers: { asked: 0, known: undefined },
        requesterInDoubt: false,
        stage: { kind: 'unseen', wasOpen: false },
        note: { kind: 'none' },
      };
      const step = isVisible(ready.visibility) ? enter(ready, at) : unchanged(ready);
      return state.changedMeanwhile ? then(step, readTicketAgain) : step;
    }
    default:
      return exhaustive(result);
  }
}

/** No text has been searched. */
const unsearched: Ready['inText'] = { of: '', hasWord: 'unread' };

function takeVisibility(state: State, at: number, before: Visibility): Step {
  if (state.kind !== 'ready' || isVisible(before) === isVisible(state.visibility))
    return unchanged(state);
  const { stage } = state;
  if (!isVisible(state.visibility)) {
    if (stage.kind !== 'open') return unchanged(state);
    const run = stopRun(stage.session.run);
    return { state: withSession(state, { ...stage.session, run }), effects: cancel(state) };
  }
  return stage.kind === 'unseen' ? enter(state, at, stage.wasOpen) : inRun(state, at, resumeRun);
}

/**
 * Back online, whatever could not be reached is asked for again, the ticket itself included, and its text is searched
 * where what searches it had not come.
 */
function takeNetwork(state: State, at: number): Step {
  if (!state.online) return unchanged(state);
  if (state.kind === 'zendesk-failed') return readAll(state);
  if (state.kind !== 'ready' || !isVisible(state.visibility)) return unchanged(state);
  const isUnread = state.inText.hasWord === 'unreadable';
  const searching = isUnread ? { ...state, inText: { ...state.inText, of: '' } } : state;
  const session = sessionOf(state);
  if (!session) return unchanged(searching);
  const known = withSession(searching, { ...session, texts: forgetFailedTexts(session.texts) });
  const again = wasCutOff(session.run) ? inRun(known, at, resumeRun) : unchanged(known);
  // Who reads the reply may be unknown since a refresh that did not reach Zendesk.
  return then(again, askForReaders);
}
