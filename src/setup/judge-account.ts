import { type Address, sameAddress } from '../address/address';
import type { Portal } from '../customersdot/look-up-account';
import type { AccountAnswer } from '../diagnosis/answers';
import { fieldAt, parseJson } from '../shared/json';
import type { IncomingAnswer } from '../shared/request';
import type { Result } from '../shared/result';
import { type SetupLine, lineOfFailure } from './lines';

/** An address to look up: one that the admin knows to have an account, or the agent's own, which may have none. */
export interface KnownAddress {
  readonly address: Address;
  readonly isOwn: boolean;
}

export interface Exchange {
  readonly answer: Result<IncomingAnswer>;
  /** The pause before a second try is in it. */
  readonly ms: number;
}

export interface LookedUp {
  readonly result: Result<AccountAnswer>;
  readonly exchanges: readonly Exchange[];
}

export const unanswered = (id: SetupLine['id']): SetupLine => ({
  id,
  state: 'unknown',
  found: { key: 'setup.portal.no_answer' },
  next: { key: 'setup.next.again' },
});

/** Whether the account with the address is found, and says what the app has to know of it. */
export function linesOfAccount(
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
    : {
        id,
        state: 'fails',
        found: { key: 'setup.portal.fields_missing', values: { fields: missing } },
        next: { key: 'setup.next.portal_team' },
      };
}

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

/** What comes back for an address that nobody has was not searched for: brackets or the address did not arrive. */
export function lineOfAbsent({ result, exchanges }: LookedUp): SetupLine {
  const id = 'portal-absent';
  if (rowsIn(exchanges).length > 0) {
    const found = { key: 'setup.portal.absent_found' } as const;
    return { id, state: 'fails', found, next: { key: 'setup.next.path' } };
  }
  return result.ok ? { id, state: 'works', found: { key: 'setup.portal.absent' } } : unanswered(id);
}
