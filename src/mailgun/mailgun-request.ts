import type { Source } from '../lib/failure';
import type { OutgoingRequest } from '../lib/request';

export type Region = 'us' | 'eu';

const hosts: Record<Region, string> = {
  us: 'api.mailgun.net',
  eu: 'api.eu.mailgun.net',
};

/** What every request to Mailgun has in common. Zendesk's proxy makes the token and puts the key in. */
export function mailgunRequest(source: Source, region: Region, path: string): OutgoingRequest {
  return {
    source,
    method: 'GET',
    url: `https://${hosts[region]}${path}`,
    headers: { Accept: 'application/json', Authorization: 'Basic {{basic_auth.token}}' },
    basicAuth: { username: 'api', password: '{{setting.mailgun_api_key}}' },
  };
}
