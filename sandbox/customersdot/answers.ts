import type { CustomerSeed } from './columns';

export interface CustomersDotOptions {
  /** Read anew for every request, so that they may change. */
  readonly customers: readonly CustomerSeed[];
  readonly adminEmail: string;
  readonly adminToken: string;
  /** A read-only role sees the list and no export. */
  readonly canExport?: boolean;
  /** What a refused export answers: 500 unless the application maps the refusal. */
  readonly deniedExport?: 403 | 500;
  /**
   * How the admin knows its callers: the two headers, an HTTP token, or a session with a redirect to the sign-in
   * page. A browser that asks one of the first two for a page counts as signed in: links lead somewhere.
   */
  readonly auth?: 'headers' | 'token' | 'redirect';
}

export interface PortalRequest {
  readonly method: string;
  readonly path: string;
  readonly params: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Where the portal is mounted: '' or `/prefix`. */
  readonly base: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Format = 'json' | 'html' | 'any';

/**
 * What Rails takes the caller to want. A list of types with a wildcard in it is how browsers ask, so that
 * what axios and jQuery send by default gets a page.
 */
export function formatOf({ path, headers }: PortalRequest): Format {
  if (path.endsWith('.json')) return 'json';
  const accept = headers.accept ?? '*/*';
  const isXhr = headers['x-requested-with'] === 'XMLHttpRequest';
  if (!isXhr && /,\s*\*\/\*|\*\/\*\s*,/.test(accept)) return 'html';
  if (accept.includes('application/json')) return 'json';
  return accept.includes('text/html') ? 'html' : 'any';
}

/** Rails escapes these even in JSON, so that it can be put into a page. */
const escapes: Readonly<Record<string, string>> = {
  '&': '\\u0026',
  '<': '\\u003c',
  '>': '\\u003e',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

export function json(value: unknown, status = 200): Answer {
  const body = JSON.stringify(value).replace(/[&<>\u2028\u2029]/g, (mark) => escapes[mark] ?? mark);
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}

const reasons = {
  403: 'Forbidden',
  404: 'Not Found',
  406: 'Not Acceptable',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
} as const;

/** Rails' own errors, told by the capitals in their charset. */
export function jsonError(status: keyof typeof reasons): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify({ status, error: reasons[status] }),
  };
}

export function html(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export function redirect(location: string): Answer {
  return {
    status: 302,
    headers: { 'content-type': 'text/html; charset=utf-8', location },
    body: `<html><body>You are being <a href="${location.replace(/["<>&]/g, encodeURIComponent)}">redirected</a>.</body></html>`,
  };
}
