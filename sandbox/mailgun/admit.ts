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
  const { apiKey, role = 'admin', region = 'us', host = 'us' } = options;
  const credentials = Buffer.from(authorization?.replace(/^Basic /i, '') ?? '', 'base64');
  // A key asked in a region without its domains is refused like a wrong key.
  if (credentials.toString() !== `api:${apiKey}` || region !== host) return forbidden;
  const isRefusedPost = part === 'logs' && role === 'basic' && options.analystMayPost === false;
  if (!mayRead[role].includes(part) || isRefusedPost) {
    return message(403, 'The role of this API key does not permit this action');
  }
  return undefined;
}
