import { json, redirect } from './answers';
import { formatOf } from './format';
import type { Answer, CustomersDotOptions, PortalRequest } from './options';

/** The answer to a caller that the admin does not know; `undefined` to one that it does. */
export function refusal(request: PortalRequest, options: CustomersDotOptions): Answer | undefined {
  const { headers, base } = request;
  const { adminEmail, adminToken, auth = 'headers' } = options;
  const hasHeaders =
    headers['x-admin-email'] === adminEmail && headers['x-admin-token'] === adminToken;
  const [, token] = /^(?:Token token=|Bearer )"?([^"]*)"?$/.exec(headers.authorization ?? '') ?? [];

  switch (auth) {
    case 'headers':
      return hasHeaders || isBrowser(request) ? undefined : json({ error: 'Unauthorized' }, 401);
    case 'token':
      return token === adminToken || isBrowser(request)
        ? undefined
        : {
            status: 401,
            headers: {
              'content-type': 'text/plain; charset=utf-8',
              'www-authenticate': 'Token realm="Application"',
            },
            body: 'HTTP Token: Access denied.\n',
          };
    case 'redirect':
      return redirect(`http://${headers.host ?? 'customers.gitlab.com'}${base}/admins/sign_in`);
  }
}

function isBrowser(request: PortalRequest): boolean {
  const { headers } = request;
  const saysWho = ['x-admin-email', 'x-admin-token', 'authorization'].some(
    (name) => headers[name] !== undefined,
  );
  return !saysWho && formatOf(request) === 'html';
}
