import type { Address } from '../address/address';
import type { AccountAnswer } from '../diagnosis/answers';
import { type Failure, type Result, ok } from '../shared/failure';
import { type Ask, confirmedIds, fail, idsLike, lookUpInList, search } from './portal-questions';

/**
 * RailsAdmin's export of four columns: one request, and another where it leaves `confirmed_at` out or finds nothing.
 * Where the role may not export, the compact list is asked instead.
 */
export async function lookUpByExport(
  ask: Ask,
  path: string,
  address: Address,
): Promise<Result<AccountAnswer>> {
  const list = path.replace(/\/export\?.*$/, '.json?compact=true');
  const found = await search(ask, path, address);
  if (!found.ok) {
    if (!isRefused(found.failure)) return found;
    const listed = await lookUpInList(ask, list, address);
    // What the list says, or that nobody wants to know any more; any other failure is the export's again.
    return listed.ok || isAnswer(listed.failure) ? listed : found;
  }
  if (found.value.accounts.length === 0 && mindsCapitals(path)) {
    return fail({ kind: 'misconfigured', setting: 'customersdot_lookup_path' });
  }
  const { accounts, lookAlikes } = found.value;
  if (accounts.length + lookAlikes.length === 0) return noneUnlessListed(ask, list, address);
  return ok(await withConfirmed(ask, list, found.value));
}

/**
 * An export that found nothing may have been asked for something else: a proxy that encodes once more what is encoded
 * turns every address into one that nobody has. The list loses its filter that way, and shows a page of everybody.
 */
async function noneUnlessListed(
  ask: Ask,
  list: string,
  address: Address,
): Promise<Result<AccountAnswer>> {
  const listed = await idsLike(ask, list, address);
  if (!listed.ok) return listed;
  return listed.value.length === 0
    ? ok({ accounts: [], lookAlikes: [] })
    : fail({ kind: 'malformed', what: 'wrong-shape' });
}

/** An answer that says nothing of `confirmed_at` is asked once more, by filter. Of several accounts none is guessed. */
async function withConfirmed(ask: Ask, list: string, found: AccountAnswer): Promise<AccountAnswer> {
  const [account, ...others] = found.accounts;
  if (!account || others.length > 0 || account.confirmedAt !== undefined) return found;
  // The filter minds capitals, so it gets the account's own spelling.
  const ids = await confirmedIds(ask, list, account.email);
  if (!ids.ok) return { ...found, confirmedFailure: ids.failure };
  const isOurs = ids.value.every((id) => id === account.id);
  return isOurs ? { ...found, accounts: [{ ...account, confirmed: ids.value.length > 0 }] } : found;
}

/** A role without the export permission gets a 403, or a 500 where the application does not name it. */
function isRefused(failure: Failure): boolean {
  return failure.kind === 'forbidden' || (failure.kind === 'server' && failure.status === 500);
}

function isAnswer({ kind }: Failure): boolean {
  return kind === 'malformed' || kind === 'cancelled';
}

/** RailsAdmin's `is` minds capitals, so that it cannot say that there is no such account. */
function mindsCapitals(path: string): boolean {
  const query = new URLSearchParams(path.slice(path.indexOf('?') + 1));
  return [...query].some(
    ([name, value]) => /^f\[email\]\[\d+\]\[o\]$/.test(name) && ['is', '='].includes(value),
  );
}
