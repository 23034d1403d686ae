import type { Service } from './service';

export const faults = [
  'none',
  'down',
  'slow',
  'timeout',
  '401',
  '403',
  '429',
  '500',
  'sign-in-page',
  'empty',
  'truncated',
  'wrong-shape',
] as const;

export type Fault = (typeof faults)[number];

export const slowMs = 3000;

/** What comes back through the proxy; `none`: the connection failed. */
export type ProxyAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'none' };

const json = { 'content-type': 'application/json; charset=utf-8' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const plain = { 'content-type': 'text/plain; charset=utf-8' };

const answer = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = json,
): ProxyAnswer => ({ kind: 'answer', status, body, headers });

/** The answer of a service that is not asked at all; `undefined` where it is, and its answer only suffers. */
export function answerOfFault(fault: Fault, service: Service): ProxyAnswer | undefined {
  const portal = service === 'customersdot';
  switch (fault) {
    case 'none':
    case 'slow':
    case 'timeout':
    case 'truncated':
      return undefined;
    case 'down':
      return { kind: 'none' };
    case '401':
      return portal
        ? answer(401, '{"error":"You need to sign in or sign up before continuing."}')
        : answer(401, 'Forbidden', plain);
    case '403':
      return portal
        ? answer(403, '{"status":403,"error":"Forbidden"}')
        : answer(403, '{"message":"The role of this API key does not permit this action"}\n');
    case '429':
      return answer(429, portal ? 'Retry later\n' : '{"message":"Too many requests"}', {
        ...plain,
        'retry-after': '2',
      });
    case '500':
      return portal
        ? answer(500, '{"status":500,"error":"Internal Server Error"}')
        : answer(502, '<html><body><h1>502 Bad Gateway</h1></body></html>', html);
    case 'sign-in-page':
      return answer(200, signInPage, html);
    case 'empty':
      return answer(200, '');
    case 'wrong-shape':
      return answer(200, portal ? '{"records":[]}' : '{"items":{"0":"delivered"}}');
  }
}

/** Half of the answer, with a status that says all is well. */
export function truncate(whole: ProxyAnswer): ProxyAnswer {
  return whole.kind === 'none'
    ? whole
    : { ...whole, body: whole.body.slice(0, Math.ceil(whole.body.length / 2)) };
}

const signInPage = `<!DOCTYPE html>
<html>
  <head><title>GitLab Customers Portal</title></head>
  <body>
    <form action="/admins/sign_in" method="post" id="new_admin">
      <h2>Sign in</h2>
      <input type="email" name="admin[email]"><input type="password" name="admin[password]">
      <input type="submit" value="Sign in">
    </form>
  </body>
</html>
`;
