import type { OutgoingRequest } from '../shared/request';

/** Where a secret may stand, and in what words: the scopes of manifest.json. */
const placeholders: Readonly<Record<'header' | 'password', readonly string[]>> = {
  header: ['Bearer {{setting.customersdot_token}}', 'Basic {{basic_auth.token}}'],
  password: ['{{setting.mailgun_api_key}}'],
};

/**
 * The part of a request that may not leave, if any. Zendesk's proxy replaces `{{…}}` wherever it finds it, so a
 * customer's address must not carry one; and a control character can split a header or a line.
 */
export function unsafePart({ url, headers, body, basicAuth }: OutgoingRequest): string | undefined {
  if (!isSafeUrl(url)) return 'url';
  for (const [name, value] of Object.entries(headers)) {
    if (!isPlain(name) || !(isPlain(value) || placeholders.header.includes(value)))
      return 'headers';
  }
  if (body !== undefined && !isSafeBody(body)) return 'body';
  if (basicAuth) {
    const { username, password } = basicAuth;
    if (!isPlain(username) || !placeholders.password.includes(password)) return 'basic_auth';
  }
  return undefined;
}

function isPlain(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u001f\u007f]|\{\{/.test(text);
}

/** Judged as it is written and as the other side will read it. */
function isSafeUrl(url: string): boolean {
  if (!url.startsWith('https://') || /\s/.test(url) || !isPlain(url)) return false;
  try {
    return isPlain(decodeURIComponent(url.replace(/\+/g, ' ')));
  } catch {
    return false;
  }
}

/** JSON writes a control character as an escape: the strings in it are what counts. */
function isSafeBody(body: string): boolean {
  if (body.includes('{{')) return false;
  try {
    return isPlainValue(JSON.parse(body));
  } catch {
    return isPlain(body);
  }
}

function isPlainValue(value: unknown): boolean {
  if (typeof value === 'string') return isPlain(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isPlain(key) && isPlainValue(part));
}
