import { nearMiss, type Address } from '../address/address';
import { encodeText } from '../customersdot/portal-questions';
import type { PortalAccount } from '../diagnosis/answers';
import { type Evidence, usedAccountOf } from '../diagnosis/evidence';
import { investigationOf } from '../investigation/investigation';
import { replyWarnings } from '../replies/suggest';
import { exhaustive } from '../shared/failure';
import { pickLanguage } from '../shared/reply';
import type { Settings } from '../zendesk/settings';
import { aboutOf, insertedAs, leftoverOf } from './draft';
import type { AppState, ConsoleLinks } from './panel-contract';
import { disclosureOf, repliesOf } from './replies';
import type { Ready, Session, State } from './state';

/** What the panel draws. */
export function viewOf(state: State): AppState {
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

function viewOfReady(state: Ready): AppState {
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

function viewOfOpen(state: Ready, session: Session): AppState {
  const { ticket, settings, candidates, note } = state;
  const { selected, run, requesterChanged, replyLanguage } = session;
  const { evidence, diagnosis } = run;
  const about = aboutOf(state, session);
  const disclosure = disclosureOf(state, session);
  const replies = repliesOf(state, session, ({ name }) =>
    insertedAs(state.inserted, [name], about, replyLanguage),
  );
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
    links: consoleLinks(settings, selected.address, evidence),
    investigation: investigationOf(run),
    disclosure,
    awaited:
      (disclosure.kind === 'closed' && disclosure.why.kind === 'pending') ||
      state.inText.found === undefined ||
      evidence.suppressions.state === 'pending',
    replies,
    requesterLanguage: pickLanguage(ticket.requester?.locale),
    replyLanguage,
    warnings: replyWarnings(ticket.requester, diagnosis),
    requesterChanged,
    leftover: leftoverOf(
      state,
      about,
      replies.map(({ suggestion }) => suggestion.name),
    ),
    draft: state.draft,
    notePostedAt:
      note.kind === 'posted' && note.about.address === about.address ? note.at : undefined,
    offline: !state.online,
  };
}

/** The panel compares by identity: the same state gives the same view. */
export function memoised<V>(getState: () => State, view: (state: State) => V): () => V {
  let last: { readonly of: State; readonly view: V } | undefined;
  return () => {
    const state = getState();
    if (last?.of !== state) last = { of: state, view: view(state) };
    return last.view;
  };
}

const handbook =
  'https://handbook.gitlab.com/handbook/support/license-and-renewals/workflows/customersdot/customerdot_account/';

export function consoleLinks(
  { customersdotHost: host }: Settings,
  address: Address,
  evidence: Pick<Evidence, 'customersdot' | 'usedAccount'>,
): ConsoleLinks {
  const { customersdot: account } = evidence;
  const admin = `https://${host}/admin/customer`;
  const found = account.state === 'answered' ? account.value.accounts : [];
  // An endpoint made for the app need not state an id, and without one the admin's page is everybody's list.
  const linkTo = ({ id, email }: PortalAccount) =>
    id === '' ? [] : [{ id, email, href: `${admin}/${encodeText(id)}` }];
  const accounts = found.flatMap(linkTo);
  const used = usedAccountOf(evidence) ?? (found.length === 1 ? found[0] : undefined);
  const only = used && linkTo(used)[0]?.href;
  return {
    customersdotSearch: `${admin}?query=${encodeText(address)}`,
    customersdotAccount: only,
    accounts,
    customersdotHistory: only && `${only}/history`,
    mailgunLogs: 'https://app.mailgun.com/mg/reporting/logs',
    portalReset: `https://${host}/customers/password/new`,
    portalConfirmation: `https://${host}/customers/confirmation/new`,
    handbook,
  };
}
