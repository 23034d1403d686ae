import { type Address, parseAddress, sameAddress } from '../address/address';
import { type Portal, lookUpAccount } from '../customersdot/look-up-account';
import { portalRequest } from '../customersdot/portal-questions';
import { whoElseAnswered } from '../customersdot/read-accounts';
import type { AccountAnswer } from '../diagnosis/answers';
import type { Failure, Result } from '../shared/failure';
import { fieldAt, parseJson } from '../shared/json';
import {
  type IncomingAnswer,
  type Send,
  type SendOptions,
  failureOfStatus,
} from '../shared/request';
import { deadlineMs } from '../zendesk/client';
import type { Settings } from '../zendesk/settings';
import { type SetupLine, type SetupMessage, lineOfFailure, seconds } from './lines';

/** How many questions are expected, for the progress that is shown. */
export const portalQuestions = 3;

export interface PortalWorld {
  readonly send: Send;
  readonly now: () => number;
  readonly options: SendOptions;
}

const invented = parseAddress('no.such.account.4711@example.com');

/** Looks up a known address and one that nobody has, as the app does; then whether the `Accept` header arrives. */
export async function* checkPortal(
  { customersdotHost: host, lookup }: Settings,
  known: KnownAddress | undefined,
  world: PortalWorld,
): AsyncGenerator<readonly SetupLine[]> {
  if (lookup.way === 'by-hand') {
    yield [{ id: 'portal-answers', state: 'works', found: { key: 'setup.portal.by_hand' } }];
    return;
  }
  const portal = { host, lookup };
  const first = known && (await lookUp(portal, known.address, world));
  if (first) yield [...linesOfAnswer(host, first), ...linesOfAccount(known, first, lookup)];

  if (invented.ok) {
    const absent = await lookUp(portal, invented.value, world);
    yield [
      ...(first
        ? []
        : [...linesOfAnswer(host, absent), ...linesOfAccount(undefined, absent, lookup)]),
      lineOfAbsent(absent),
    ];
    if (!absent.result.ok && (first === undefined || !first.result.ok)) {
      yield [unanswered('portal-accept')];
      return;
    }
  }
  yield [await lineOfAccept(host, world)];
}

/** Looks an address up as the app does, and keeps each request with its answer. */
async function lookUp(
  portal: Portal,
  address: Address,
  { send, now, options }: PortalWorld,
): Promise<LookedUp> {
  const exchanges: Exchange[] = [];
  const listening: Send = async (request, more) => {
    const startedAt = now();
    const answer = await send(request, more);
    exchanges.push({ answer, ms: now() - startedAt });
    return answer;
  };
  return { result: await lookUpAccount(listening, portal, address, options), exchanges };
}

const wayIn: SetupMessage = { key: 'setup.next.way_in' };

/** Who answered, in what form, from where and how soon. */
function linesOfAnswer(host: string, { result, exchanges }: LookedUp): readonly SetupLine[] {
  const exchange = exchanges.find(({ answer }) => failureIn(answer, host)) ?? exchanges[0];
  if (!exchange) {
    // The question could not even be asked.
    const failure: Failure = result.ok
      ? { source: 'customersdot', kind: 'cancelled' }
      : result.failure;
    return [lineOfFailure('portal-answers', failure, { key: 'setup.next.settings' })];
  }
  const failure = result.ok ? undefined : failureIn(exchange.answer, host);
  return [
    failure
      ? lineOfFailure('portal-answers', failure, mendOf(failure))
      : { id: 'portal-answers', state: 'works', found: { key: 'setup.portal.itself' } },
    lineOfJson(result, failure),
    lineOfRedirect(exchange.answer, failure),
    lineOfTime(exchange),
  ];
}

/** Why an answer cannot be CustomersDot's own. */
function failureIn(answer: Result<IncomingAnswer>, host: string): Failure | undefined {
  if (!answer.ok) return answer.failure;
  const cause = whoElseAnswered(answer.value, host);
  if (cause) return { source: 'customersdot', ...cause };
  const failure = failureOfStatus('customersdot', answer.value);
  if (failure) return failure;
  const json = parseJson(answer.value.body);
  const isPage = !json.ok && (json.failure === 'html' || json.failure === 'sign-in-page');
  return isPage ? { source: 'customersdot', kind: 'malformed', what: json.failure } : undefined;
}

function mendOf({ kind }: Failure): SetupMessage {
  if (kind === 'unauthorised' || kind === 'forbidden') return { key: 'setup.next.token' };
  return kind === 'intercepted' || kind === 'malformed' ? wayIn : { key: 'setup.next.path' };
}

function lineOfJson(result: Result<AccountAnswer>, failure: Failure | undefined): SetupLine {
  const id = 'portal-json';
  if (result.ok) return { id, state: 'works', found: { key: 'setup.portal.json' } };
  if (failure?.kind === 'malformed' || result.failure.kind === 'malformed') {
    return lineOfFailure(id, failure ?? result.failure, { key: 'setup.next.path' });
  }
  return unanswered(id);
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

function lineOfRedirect(answer: Result<IncomingAnswer>, failure: Failure | undefined): SetupLine {
  const id = 'portal-redirect';
  if (!answer.ok) return unanswered(id);
  const { status } = answer.value;
  if (isRedirect(status)) {
    const found = { key: 'setup.portal.redirected', values: { status } } as const;
    return { id, state: 'fails', found, next: wayIn };
  }
  const isSignIn =
    (failure?.kind === 'intercepted' && failure.by === 'sign-in') ||
    (failure?.kind === 'malformed' && failure.what === 'sign-in-page');
  if (isSignIn) {
    return { id, state: 'fails', found: { key: 'setup.portal.redirect_followed' }, next: wayIn };
  }
  return failure
    ? unanswered(id)
    : { id, state: 'works', found: { key: 'setup.portal.no_redirect' } };
}

/** Half of what the app waits: an answer that takes longer is called slow. */
const slowMs = deadlineMs / 2;

function lineOfTime({ answer, ms }: Exchange): SetupLine {
  const id = 'portal-time';
  if (!answer.ok) {
    return answer.failure.kind === 'timeout'
      ? { id, state: 'fails', found: answer, next: { key: 'setup.next.slow' } }
      : unanswered(id);
  }
  const values = { seconds: seconds(ms), limit: deadlineMs / 1000 };
  if (ms < slowMs) return { id, state: 'works', found: { key: 'setup.portal.time', values } };
  const found = { key: 'setup.portal.slow', values } as const;
  return { id, state: 'unknown', found, next: { key: 'setup.next.slow' } };
}

/** A page without a JSON form: asked for JSON Rails answers 406, asked as a browser does it sends the page. */
const pageWithoutJson = '/customers/sign_in';

async function lineOfAccept(host: string, { send, options }: PortalWorld): Promise<SetupLine> {
  const id = 'portal-accept';
  const { cacheKey: _, ...request } = portalRequest(host, pageWithoutJson);
  const answer = await send(request, options);
  if (!answer.ok) return unanswered(id);
  const { status, body } = answer.value;
  const isOk = status >= 200 && status < 300;
  if (status === 406 || (isOk && parseJson(body).ok)) {
    return { id, state: 'works', found: { key: 'setup.portal.accept_arrives' } };
  }
  if (isOk && body.trimStart().startsWith('<')) {
    const found = { key: 'setup.portal.accept_unclear' } as const;
    return { id, state: 'unknown', found, next: { key: 'setup.next.accept' } };
  }
  return unanswered(id);
}

/** An address to look up: one that the admin knows to have an account, or the agent's own, which need not have one. */
export interface KnownAddress {
  readonly address: Address;
  readonly isOwn: boolean;
}

interface Exchange {
  readonly answer: Result<IncomingAnswer>;
  /** The pause before a second try is in it. */
  readonly ms: number;
}

interface LookedUp {
  readonly result: Result<AccountAnswer>;
  readonly exchanges: readonly Exchange[];
}

const unanswered = (id: SetupLine['id']): SetupLine => ({
  id,
  state: 'unknown',
  found: { key: 'setup.portal.no_answer' },
  next: { key: 'setup.next.again' },
});

/** Whether the account with the address is found, and says what the app has to know of it. */
function linesOfAccount(
  known: KnownAddress | undefined,
  lookedUp: LookedUp,
  { way }: Portal['lookup'],
): readonly SetupLine[] {
  return [
    lineOfFields(known, lookedUp, way),
    known
      ? lineOfExact(known, lookedUp.result)
      : {
          id: 'portal-exact',
          state: 'unknown',
          found: { key: 'setup.portal.none_to_ask' },
          next: { key: 'setup.next.known' },
        },
  ];
}

function lineOfFields(
  known: KnownAddress | undefined,
  { result, exchanges }: LookedUp,
  way: Portal['lookup']['way'],
): SetupLine {
  const id = 'portal-fields';
  const [account] = result.ok ? result.value.accounts : [];
  if (!result.ok || !account || !known) {
    const found = { key: 'setup.portal.fields_unclear' } as const;
    return { id, state: 'unknown', found, next: { key: 'setup.next.known' } };
  }
  const { loginFailure, confirmedFailure } = result.value;
  const failure = loginFailure ?? confirmedFailure;
  if (failure) return lineOfFailure(id, failure, { key: 'setup.next.portal_team' });

  // The compact list shows no fields: its filters have just been answered.
  const row = way === 'compact-list' ? undefined : rowIn(exchanges, known.address);
  const isConfirmedKnown = account.confirmed !== undefined;
  const missing = [
    ...(row && fieldAt(row, 'login_activated') === undefined ? ['login_activated'] : []),
    ...(row && fieldAt(row, 'confirmed_at') === undefined && !isConfirmedKnown
      ? ['confirmed_at']
      : []),
  ];
  return missing.length === 0
    ? { id, state: 'works', found: { key: 'setup.portal.fields_all' } }
    : { id, state: 'fails', found: lacks(missing), next: { key: 'setup.next.portal_team' } };
}

const lacks = (fields: readonly string[]): SetupMessage => ({
  key: 'setup.portal.fields_missing',
  values: { fields },
});

function rowsIn(exchanges: readonly Exchange[]): readonly unknown[] {
  return exchanges.flatMap(({ answer }) => {
    const json = answer.ok ? parseJson(answer.value.body) : answer;
    if (!json.ok) return [];
    const list = Array.isArray(json.value) ? json.value : fieldAt(json.value, 'customers');
    return Array.isArray(list) ? (list as readonly unknown[]) : [];
  });
}

function rowIn(exchanges: readonly Exchange[], address: Address): unknown {
  return rowsIn(exchanges).find((row) => {
    const email = fieldAt(row, 'email');
    return typeof email === 'string' && sameAddress(email.trim(), address);
  });
}

function lineOfExact({ isOwn }: KnownAddress, result: Result<AccountAnswer>): SetupLine {
  const id = 'portal-exact';
  if (!result.ok) return unanswered(id);
  const { accounts, mayBeMore } = result.value;
  const next = { key: 'setup.next.known' } as const;
  if (accounts.length === 0) {
    return isOwn
      ? { id, state: 'unknown', found: { key: 'setup.portal.own_missing' }, next }
      : { id, state: 'fails', found: { key: 'setup.portal.exact_missing' }, next };
  }
  if (mayBeMore) return { id, state: 'unknown', found: { key: 'setup.portal.exact_more' }, next };
  const key = isOwn ? 'setup.portal.own' : 'setup.portal.exact';
  return { id, state: 'works', found: { key } };
}

/** Accounts that come back for it were not searched by address: it, or the filter's brackets, were lost on the way. */
function lineOfAbsent({ result, exchanges }: LookedUp): SetupLine {
  const id = 'portal-absent';
  if (rowsIn(exchanges).length > 0) {
    const found = { key: 'setup.portal.absent_found' } as const;
    return { id, state: 'fails', found, next: { key: 'setup.next.path' } };
  }
  return result.ok ? { id, state: 'works', found: { key: 'setup.portal.absent' } } : unanswered(id);
}
