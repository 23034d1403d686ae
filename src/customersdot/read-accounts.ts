import { parseAddress, sameAddress, type Address } from '../address/address';
import type { AccountAnswer } from '../diagnosis/evidence';
import type { FailureCause } from '../lib/failure';
import { failed, ok, type Result } from '../lib/result';
import { readJson } from './read-json';
import { readRow } from './read-row';
import { resembles } from './resembles';
import { rowsOf } from './rows-of';

const mostLookAlikes = 3;

/**
 * The accounts with exactly this address, capitals aside, among whatever a search brought up.
 * "None" only if the body says so: a list, read to its last row, with no page behind it.
 */
export function readAccounts(
  body: string,
  address: Address,
  pageSize: number,
): Result<AccountAnswer, FailureCause> {
  const json = readJson(body);
  if (!json.ok) return malformed(json.failure);
  const found = rowsOf(json.value);
  if (!found) return malformed('wrong-shape');

  const rows = found.rows.map(readRow);
  const readable = rows.flatMap((row) => row ?? []);
  const accounts = readable.filter(({ email }) => sameAddress(email, address));
  const similar = readable
    .map(({ email }) => email)
    .filter((email) => !sameAddress(email, address) && resembles(email, address));

  const isFullPage = rows.length >= pageSize;
  if (accounts.length === 0) {
    if (isFullPage) return malformed('truncated');
    // Several strangers are no search result: whoever answered has not searched.
    const areStrangers = rows.length > 1 && similar.length === 0;
    if (!found.isList || readable.length < rows.length || areStrangers) {
      return malformed('wrong-shape');
    }
  }
  const lookAlikes = [...new Set(similar)].filter((email) => parseAddress(email).ok);
  return ok({
    accounts,
    lookAlikes: lookAlikes.slice(0, mostLookAlikes),
    ...(isFullPage ? { mayBeMore: true } : {}),
  });
}

function malformed(what: Extract<FailureCause, { kind: 'malformed' }>['what']) {
  return failed({ kind: 'malformed', what } as const);
}
