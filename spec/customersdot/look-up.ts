import { domainWhitelist, parameters } from '../../manifest.json';
import type { Address } from '../../src/address/address';
import { type Portal, lookUpAccount } from '../../src/customersdot/look-up-account';
import type { AccountAnswer, PortalAccount } from '../../src/diagnosis/answers';
import type { Result } from '../../src/shared/failure';
import { parseLookupWay } from '../../src/shared/lookup-way';
import type { FakeSend } from './fake-send';

export const [host = ''] = domainWhitelist;

/** As it is shipped. */
export const listPath = String(
  parameters.find(({ name }) => name === 'customersdot_lookup_path')?.default,
);
export const exportPath =
  '/admin/customer/export?json=1&schema[only][]=id&schema[only][]=email' +
  '&schema[only][]=login_activated&schema[only][]=confirmed_at&query={email}';

/** The recordings ask for the columns in another order, and mostly by filter. */
const recordedExport =
  '/admin/customer/export?json=1&schema[only][]=id&schema[only][]=email' +
  '&schema[only][]=confirmed_at&schema[only][]=login_activated';
export const recordedByQuery = `${recordedExport}&query={email}`;
export const recordedByFilter = `${recordedExport}&f[email][1][o]=is&f[email][1][v]={email}`;

/** The way that the setting chooses. */
export function wayOf(path: string): Portal['lookup'] {
  const parsed = parseLookupWay(path);
  if (!parsed.ok || parsed.value.way === 'by-hand') throw new Error(`Nobody is asked by ${path}`);
  return parsed.value;
}

export function lookUp(
  { send }: FakeSend,
  email: string,
  path: string,
): Promise<Result<AccountAnswer>> {
  return lookUpAccount(send, { host, lookup: wayOf(path) }, email as Address, {});
}

export async function oneAccount(
  fake: FakeSend,
  email: string,
  path: string,
): Promise<PortalAccount> {
  const found = await lookUp(fake, email, path);
  const [account, ...others] = found.ok ? found.value.accounts : [];
  if (!account || others.length > 0) throw new Error(`Not one account: ${JSON.stringify(found)}`);
  return account;
}
