import type { ProxyAnswer } from './fault';
import type { ResolvedRequest } from './resolve-request';

/**
 * What nobody outside can say, by who does it. The first of each is what the sandbox does unless told otherwise.
 * docs/sandbox.md says of each where it comes from; a spec holds the two together, and others try every value.
 */
export const quirkGroups = {
  zendesk: {
    /** Documented is `body`, which holds HTML, and `channel:…` pairs; older clients recorded `html_body`. */
    macroPreview: ['documented', 'html_body', 'both'],
    /** What an untouched composer holds. */
    emptyDraft: ['text', 'null'],
    /** Whether macros can be searched for. */
    macroSearch: ['answers', '404'],
  },
  proxy: {
    /** Whether the header with the secret reaches the other side. */
    authorization: ['kept', 'stripped'],
    accept: ['kept', 'replaced'],
    /** What becomes of `%5B`. */
    query: ['as-sent', 'brackets-decoded', 'encoded-twice'],
    redirects: ['handed-on', 'followed'],
    body: ['whole', 'cut-off'],
    retryAfter: ['relayed', 'hidden'],
  },
  front: {
    /** Who answers in CustomersDot's place. */
    inFront: ['nobody', 'cloudflare', 'challenge', 'okta', 'sign-in', 'maintenance', 'firewall'],
  },
} as const;

export const quirkValues = { ...quirkGroups.zendesk, ...quirkGroups.proxy, ...quirkGroups.front };

export type QuirkName = keyof typeof quirkValues;
export type Quirks = { readonly [Q in QuirkName]: (typeof quirkValues)[Q][number] };

export const noQuirks = Object.fromEntries(
  Object.entries(quirkValues).map(([name, [usual]]) => [name, usual]),
) as Quirks;

/** What jQuery sends by default. */
const browserAccept = 'application/json, text/javascript, */*; q=0.01';

export function quirkyRequest(request: ResolvedRequest, quirks: Quirks): ResolvedRequest {
  const headers = Object.entries(request.headers)
    .filter(([name]) => quirks.authorization === 'kept' || !/^authorization$/i.test(name))
    .map(([name, value]) =>
      quirks.accept === 'replaced' && /^accept$/i.test(name)
        ? [name, browserAccept]
        : [name, value],
    );
  const url = new URL(request.url);
  if (quirks.query === 'brackets-decoded') {
    url.search = url.search.replace(/%5B/gi, '[').replace(/%5D/gi, ']');
  }
  if (quirks.query === 'encoded-twice') url.search = url.search.replaceAll('%', '%25');
  return { ...request, url, headers: Object.fromEntries(headers) as Record<string, string> };
}

/** No answer of CustomersDot's or Mailgun's is cut off in its first bytes. */
const bodyLimit = 24;

export function quirkyAnswer(answer: ProxyAnswer, quirks: Quirks): ProxyAnswer {
  if (answer.kind === 'none') return answer;
  const { 'retry-after': _hidden, ...others } = answer.headers;
  return {
    ...answer,
    body: quirks.body === 'cut-off' ? answer.body.slice(0, bodyLimit) : answer.body,
    headers: quirks.retryAfter === 'hidden' ? others : answer.headers,
  };
}

/** The answer of whatever stands in front of CustomersDot. Shapes: the vendors' documentation and public runbooks. */
export function inFrontOf(host: string, by: Quirks['inFront']): ProxyAnswer | undefined {
  const page = (status: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
    ({
      kind: 'answer',
      status,
      body: `<!DOCTYPE html>\n<html>${body}</html>\n`,
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    }) as const;
  const cloudflare = { server: 'cloudflare', 'cf-ray': '8f0000000000abcd-FRA' };
  switch (by) {
    case 'nobody':
      return undefined;
    case 'cloudflare':
      return {
        kind: 'answer',
        status: 403,
        body: 'error code: 1020',
        headers: { 'content-type': 'text/plain; charset=UTF-8', ...cloudflare },
      };
    case 'challenge':
      return page(403, '<head><title>Just a moment...</title></head>', {
        ...cloudflare,
        'cf-mitigated': 'challenge',
      });
    case 'okta':
      return page(302, '', { location: 'https://sign-in.example.com/okta' });
    case 'sign-in':
      return page(302, '', { location: `https://${host}/admins/sign_in` });
    case 'maintenance':
      return page(503, '<head><title>Down for maintenance</title></head>', {
        'retry-after': '600',
      });
    case 'firewall':
      return page(403, '<body><h1>403 Forbidden</h1></body>');
  }
}

/** Where Okta's redirect leads. */
export const oktaPage: ProxyAnswer = {
  kind: 'answer',
  status: 200,
  body: `<!DOCTYPE html>
<html><head><title>GitLab - Sign In</title>
<link rel="stylesheet" href="https://ok1static.oktacdn.com/assets/okta-sign-in.min.css"></head>
<body><div id="okta-sign-in"></div></body></html>
`,
  headers: { 'content-type': 'text/html; charset=utf-8' },
};
