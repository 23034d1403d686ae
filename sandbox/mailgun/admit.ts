import { message, type Answer, type MailgunOptions, type Role } from './options';

const forbidden: Answer = {
  status: 401,
  text: 'Forbidden',
  type: 'text/plain',
  headers: { 'WWW-Authenticate': 'Basic realm="MG API"' },
};

/** Which part of the API is asked for; roles differ in what they may read. */
export type Part = 'logs' | 'suppressions';

const mayRead: Record<Role, readonly Part[]> = {
  admin: ['logs', 'suppressions'],
  developer: ['logs', 'suppressions'],
  basic: ['logs'],
  sending: [],
};

/** Mailgun's refusal, or `undefined` for who may come in. */
export function refusal(
  authorization: string | undefined,
  part: Part,
  options: MailgunOptions,
): Answer | undefined {
  const { apiKey, role = 'admin', region = 'us', host = 'us', fault } = options;
  const credentials = Buffer.from(authorization?.replace(/^Basic /i, '') ?? '', 'base64');
  // A key asked in a region without its domains is refused like a wrong key.
  if (credentials.toString() !== `api:${apiKey}` || region !== host) return forbidden;
  const isRefusedPost = part === 'logs' && role === 'basic' && options.analystMayPost === false;
  if (!mayRead[role].includes(part) || isRefusedPost) {
    return message(403, 'The role of this API key does not permit this action');
  }
  const now = fault?.();
  switch (now?.kind) {
    case 'rate-limited':
      return {
        status: 429,
        text: '{"message":"Too many requests"}',
        type: 'text/plain',
        headers: now.headers,
      };
    case 'server-error':
      return {
        status: 502,
        text: '<html><body><h1>502 Bad Gateway</h1></body></html>',
        type: 'text/html',
      };
    case 'refused-role':
      return message(403, 'The role of this API key does not permit this action');
    case undefined:
      return undefined;
  }
}
