import { domainWhitelist, parameters } from '../../manifest.json';
import type { Address } from '../../src/address/address';
import { lookUpAccount } from '../../src/customersdot/look-up-account';
import type { AccountAnswer, PortalAccount } from '../../src/diagnosis/answers';
import type { Result } from '../../src/shared/result';
import type { FakeSend } from './fake-send';

export const [host = ''] = domainWhitelist;

/** As it is shipped. */
export const defaultPath = String(
  parameters.find(({ name }) => name === 'customersdot_lookup_path')?.default,
);

/** The recordings ask for the columns in another order, and mostly by filter. */
const recordedExport =
  '/admin/customer/export?json=1&schema[only][]=id&schema[only][]=email' +
  '&schema[only][]=confirmed_at&schema[only][]=login_activated';
export const recordedByQuery = `${recordedExport}&query={email}`;
export const recordedByFilter = `${recordedExport}&f[email][1][o]=is&f[email][1][v]={email}`;

export function lookUp(
  { send }: FakeSend,
  email: string,
  lookupPath = defaultPath,
): Promise<Result<AccountAnswer>> {
  return lookUpAccount(send, { host, lookupPath }, email as Address, {});
}

export async function oneAccount(
  fake: FakeSend,
  email: string,
  lookupPath?: string,
): Promise<PortalAccount> {
  const found = await lookUp(fake, email, lookupPath);
  const [account, ...others] = found.ok ? found.value.accounts : [];
  if (!account || others.length > 0) throw new Error(`Not one account: ${JSON.stringify(found)}`);
  return account;
}
