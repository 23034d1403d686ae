import type { OutgoingRequest } from '../lib/request';

export interface Portal {
  readonly host: string;
  /** Has `{email}` where the address goes. */
  readonly lookupPath: string;
}

/**
 * Everything that is ever asked of the portal is a read. The exact `Accept` matters: with what browsers and
 * libraries send by default, the admin answers with a page, or with a redirect to its sign-in.
 */
export function portalRequest(host: string, path: string): OutgoingRequest {
  const url = `https://${host}${path}`;
  return {
    source: 'customersdot',
    method: 'GET',
    url,
    headers: {
      Accept: 'application/json',
      'X-Admin-Email': '{{setting.customersdot_admin_email}}',
      'X-Admin-Token': '{{setting.customersdot_admin_token}}',
    },
    cacheKey: url,
  };
}
