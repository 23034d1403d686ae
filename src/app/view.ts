import { nearMiss } from '../address/typo';
import { investigationOf } from '../investigation/investigation';
import { replyWarnings } from '../replies/suggest';
import { pickLanguage } from '../shared/language';
import { exhaustive } from '../shared/result';
import { consoleLinks } from './console-links';
import type { Ready, Session, State } from './events';
import { aboutOf, insertedOf, leftoverOf } from './inserting';
import { disclosureOf } from './readers';
import { repliesOf } from './reply-texts';
import type { DeskState } from './state';

/** What the panel draws. */
export function viewOf(state: State): DeskState {
  switch (state.kind) {
    case 'reading':
      return { kind: 'starting' };
    case 'zendesk-failed':
      return { kind: 'zendesk-failed', failure: state.failure };
    case 'settings-broken':
      return {
        kind: 'settings-broken',
        problems: state.problems,
        isAdmin: state.agent.isAdmin,
      };
    case 'ready':
      return viewOfReady(state);
    default:
      return exhaustive(state);
  }
}

function viewOfReady(state: Ready): DeskState {
  const { stage, ticket, candidates } = state;
  switch (stage.kind) {
    case 'unseen':
      return { kind: 'starting' };
    case 'no-address':
      return { kind: 'no-address', found: stage.found, ticket, candidates };
    case 'not-of-interest':
      return { kind: 'not-of-interest', ticket, candidates };
    case 'open':
      return viewOfOpen(state, stage.session);
    default:
      return exhaustive(stage);
  }
}

function viewOfOpen(state: Ready, session: Session): DeskState {
  const { ticket, settings, candidates, note } = state;
  const { selected, run, requesterChanged, replyLanguage } = session;
  const leftover = leftoverOf(state);
  const about = aboutOf(state, session);
  return {
    kind: 'open',
    ticket,
    settings,
    candidates,
    selected,
    nearMiss: nearMiss(
      selected.address,
      candidates.map(({ address }) => address),
    ),
    links: consoleLinks(settings, selected.address, run.evidence),
    investigation: investigationOf(run),
    disclosure: disclosureOf(state, session),
    replies: repliesOf(state, session, ({ name }) => insertedOf(state, session, name)),
    requesterLanguage: pickLanguage(ticket.requester?.locale),
    replyLanguage,
    warnings: replyWarnings(ticket.requester, run.diagnosis),
    requesterChanged,
    leftover: leftover && {
      about: leftover.about.address,
      at: leftover.at,
      canTakeOut: leftover.canTakeOut,
    },
    draft: state.draft,
    notePostedAt:
      note.kind === 'posted' && note.about.address === about.address ? note.at : undefined,
    offline: !state.online,
  };
}

/** The panel compares by identity: the same state gives the same view. */
export function memoised(
  getState: () => State,
  view: (state: State) => DeskState,
): () => DeskState {
  let of: State | undefined;
  let last: DeskState = { kind: 'starting' };
  return () => {
    const state = getState();
    if (state !== of) {
      of = state;
      last = view(state);
    }
    return last;
  };
}
