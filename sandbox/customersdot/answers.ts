import type { Answer } from './options';

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
