import { nearMiss, type Address } from '../address/address';
import { encodeText } from '../customersdot/portal-questions';
import type { Evidence } from '../diagnosis/evidence';
import { investigationOf } from '../investigation/investigation';
import { replyWarnings } from '../replies/suggest';
import { exhaustive } from '../shared/failure';
import { pickLanguage } from '../shared/reply-name';
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
  const about = aboutOf(state, session);
  const replies = repliesOf(state, session, ({ name }) =>
    insertedAs(state.inserted, [name], about),
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
    links: consoleLinks(settings, selected.address, run.evidence),
    investigation: investigationOf(run),
    disclosure: disclosureOf(state, session),
    replies,
    requesterLanguage: pickLanguage(ticket.requester?.locale),
    replyLanguage,
    warnings: replyWarnings(ticket.requester, run.diagnosis),
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
  { customersdot: account }: Evidence,
): ConsoleLinks {
  const accounts = account.state === 'answered' ? account.value.accounts : [];
  const [first, ...others] = accounts;
  // An endpoint made for the app need not state an id, and without one the admin's page is everybody's list.
  const only = others.length === 0 && first?.id !== '' ? first : undefined;
  return {
    customersdotSearch: adminSearchUrl(host, address),
    customersdotAccount: only && adminAccountUrl(host, only.id),
    accounts: accounts.flatMap(({ id }) =>
      id === '' ? [] : [{ id, href: adminAccountUrl(host, id) }],
    ),
    customersdotHistory: only && adminHistoryUrl(host, only.id),
    mailgunLogs: mailgunLogsUrl(),
    portalReset: portalResetUrl(host),
    portalConfirmation: portalConfirmationUrl(host),
    handbook,
  };
}

export function adminSearchUrl(host: string, address: Address): string {
  return `${adminUrl(host)}?query=${encodeText(address)}`;
}

/** An answer need not say which id an account has; then the list has to do. */
export function adminAccountUrl(host: string, id: string): string {
  return id === '' ? adminUrl(host) : `${adminUrl(host)}/${encodeText(id)}`;
}

export function adminHistoryUrl(host: string, id: string): string {
  return id === '' ? adminUrl(host) : `${adminAccountUrl(host, id)}/history`;
}

export function portalResetUrl(host: string): string {
  return `https://${host}/customers/password/new`;
}

export function portalConfirmationUrl(host: string): string {
  return `https://${host}/customers/confirmation/new`;
}

function adminUrl(host: string): string {
  return `https://${host}/admin/customer`;
}

/** The logs page of Mailgun's console, where an engineer can look. */
function mailgunLogsUrl(): string {
  return 'https://app.mailgun.com/mg/reporting/logs';
}
