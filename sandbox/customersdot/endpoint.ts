import { sameAddress } from '../../src/address/address';
import { type Answer, type CustomersDotOptions, json, type PortalRequest } from './answers';

export const endpointPath = '/api/support/sign_in_check';

/** The endpoint of docs/lookup-api.md, as GitLab would have to build it: one address in, the least of its account out. */
export function signInCheck(
  { method, params, headers }: PortalRequest,
  { customers, adminToken }: CustomersDotOptions,
): Answer {
  if (method !== 'GET') return json({ error: 'Only GET' }, 405);
  if (headers.authorization !== `Bearer ${adminToken}`) return json({ error: 'Unauthorized' }, 401);
  const email = params.get('email')?.trim() ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return json({ error: 'email is not an address' }, 422);
  return json({
    customers: customers
      .filter((customer) => sameAddress(customer.email, email))
      .map(({ id, email: stored, login_activated, confirmed_at, uid }) => ({
        id,
        email: stored,
        login_activated,
        confirmed_at,
        linked: uid !== undefined,
      })),
  });
}
