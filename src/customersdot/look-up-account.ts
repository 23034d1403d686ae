import type { Address } from '../address/address';
import type { AccountAnswer } from '../diagnosis/evidence';
import type { Failure, FailureCause } from '../lib/failure';
import { failureOfStatus } from '../lib/failure-of-status';
import type { IncomingAnswer, Send, SendOptions } from '../lib/request';
import { failed, ok, type Result } from '../lib/result';
import { confirmedFilter, readConfirmed } from './confirmed-filter';
import { fillIn, mindsCapitals, pageSizeOf, railsAdminList } from './lookup-path';
import { portalRequest, type Portal } from './portal-request';
import { readAccounts } from './read-accounts';

type Ask = (path: string) => Promise<Result<IncomingAnswer>>;

const fail = (cause: FailureCause) => failed<Failure>({ source: 'customersdot', ...cause });

/**
 * What does the portal know of this address? One request; where RailsAdmin refuses the export or leaves
 * `confirmed_at` out, its list and a filter say the same.
 */
export async function lookUpAccount(
  send: Send,
  portal: Portal,
  address: Address,
  options: SendOptions = {},
): Promise<Result<AccountAnswer>> {
  const ask: Ask = async (path) => {
    const answer = await send(portalRequest(portal.host, path), options);
    if (!answer.ok) return answer;
    const failure = failureOfStatus('customersdot', answer.value);
    return failure ? failed(failure) : answer;
  };
  const list = railsAdminList(portal.lookupPath);

  const first = await search(ask, portal, address);
  if (first.ok) return ok(await withConfirmed(ask, list, first.value));
  if (list === undefined || !isRefused(first.failure)) return first;

  const listed = await search(ask, { ...portal, lookupPath: `${list}?query={email}` }, address);
  if (!listed.ok) return isAnswer(listed.failure) ? listed : first;
  return ok(await withConfirmed(ask, list, listed.value));
}

async function search(ask: Ask, portal: Portal, address: Address): Promise<Result<AccountAnswer>> {
  const path = fillIn(portal, address);
  if (!path.ok) return fail(path.failure);
  const answer = await ask(path.value);
  if (!answer.ok) return answer;

  const found = readAccounts(answer.value.body, address, pageSizeOf(portal.lookupPath));
  if (!found.ok) return fail(found.failure);
  if (found.value.accounts.length === 0 && mindsCapitals(portal.lookupPath)) {
    return fail({ kind: 'misconfigured', setting: 'customersdot_lookup_path' });
  }
  return found;
}

/** An answer that says nothing of `confirmed_at` is asked once more, by filter. Of several accounts none is guessed. */
async function withConfirmed(
  ask: Ask,
  list: string | undefined,
  found: AccountAnswer,
): Promise<AccountAnswer> {
  const [account, ...others] = found.accounts;
  if (!account || others.length > 0 || account.confirmedAt !== undefined) return found;
  if (list === undefined) return found;

  const answer = await ask(confirmedFilter(list, account));
  return answer.ok
    ? { ...found, accounts: [{ ...account, confirmed: readConfirmed(answer.value.body, account) }] }
    : { ...found, confirmedFailure: answer.failure };
}

/** A role without the export permission gets a 403, or a 500 where the application does not name it. */
function isRefused(failure: Failure): boolean {
  return failure.kind === 'forbidden' || (failure.kind === 'server' && failure.status === 500);
}

/** What the list said, or that nobody wants to know any more; any other failure is the export's again. */
function isAnswer({ kind }: Failure): boolean {
  return kind === 'malformed' || kind === 'cancelled';
}
