import { type Address, parseAddress } from '../address/address';
import type { AccountAnswer } from '../diagnosis/answers';
import { type Result, exhaustive } from '../shared/failure';
import type { LookupWay } from '../shared/lookup-way';
import type { Send, SendOptions } from '../shared/request';
import { type Ask, askOf, fail, lookUpInList, search } from './portal-questions';

export interface Portal {
  readonly host: string;
  /** By hand nobody is asked. */
  readonly lookup: Exclude<LookupWay, { readonly way: 'by-hand' }>;
}

/** What does the portal know of this address? Whatever goes wrong on the way, the question does not stay open. */
export async function lookUpAccount(
  send: Send,
  { host, lookup }: Portal,
  address: Address,
  options: SendOptions = {},
): Promise<Result<AccountAnswer>> {
  if (!/^[a-z0-9.-]+$/i.test(host)) {
    return fail({ kind: 'misconfigured', setting: 'customersdot_host' });
  }
  // A blank address would find everybody.
  if (!parseAddress(address).ok) return fail({ kind: 'misconfigured', setting: 'address' });
  try {
    return await lookUp(askOf(send, host, options), lookup, address);
  } catch {
    return fail({ kind: 'malformed', what: 'wrong-shape' });
  }
}

async function lookUp(
  ask: Ask,
  lookup: Portal['lookup'],
  address: Address,
): Promise<Result<AccountAnswer>> {
  switch (lookup.way) {
    case 'endpoint':
      return search(ask, lookup.path, address);
    case 'compact-list':
      return lookUpInList(ask, lookup.path, address);
    case 'export': {
      // Seldom chosen, so its code is fetched where it is.
      const { lookUpByExport } = await import('./export');
      return lookUpByExport(ask, lookup.path, address);
    }
    default:
      return exhaustive(lookup);
  }
}
