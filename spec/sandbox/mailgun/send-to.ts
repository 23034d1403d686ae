import { ok } from '../../../src/shared/failure';
import type { OutgoingRequest, Send } from '../../../src/shared/request';

export interface Exchange {
  readonly request: OutgoingRequest;
  readonly status: number;
  readonly body: string;
}

/** What Zendesk's proxy does with our requests, but to a local address: the secret put in, the token made. */
export function sendTo(url: string, apiKey: string) {
  const exchanges: Exchange[] = [];
  const send: Send = async (request) => {
    const { username = '', password = '' } = request.basicAuth ?? {};
    const secret = password.replace('{{setting.mailgun_api_key}}', apiKey);
    const token = Buffer.from(`${username}:${secret}`).toString('base64');
    const response = await fetch(request.url.replace(/^https:\/\/[^/]+/, url), {
      method: request.method,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
          name,
          value.replace('{{basic_auth.token}}', token),
        ]),
      ),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const body = await response.text();
    exchanges.push({ request, status: response.status, body });
    return ok({ status: response.status, body, headers: Object.fromEntries(response.headers) });
  };
  return { send, exchanges };
}
