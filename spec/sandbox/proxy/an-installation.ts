import rawManifest from '../../../manifest.json';
import { install, type Installation } from '../../../sandbox/proxy/installation';
import type { ProxyRequest } from '../../../sandbox/proxy/resolve-request';

export const secrets = {
  customersdot_token: 'token-0815',
  mailgun_api_key: 'key-4711',
} as const;

/** The app's own manifest, filled in. */
export const installation: Installation = install(rawManifest, secrets);

export function aRequest(change: Partial<ProxyRequest> = {}): ProxyRequest {
  return {
    url: 'https://customers.gitlab.com/admin/customer.json',
    method: 'GET',
    headers: {},
    body: undefined,
    secure: true,
    basicAuth: undefined,
    ...change,
  };
}
