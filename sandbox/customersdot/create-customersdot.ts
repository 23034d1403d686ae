import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { admin } from './admin';
import {
  type Answer,
  type CustomersDotOptions,
  formatOf,
  html,
  jsonError,
  type PortalRequest,
} from './answers';
import { endpointPath, signInCheck } from './endpoint';
import { BrokenQuery } from './filters';
import { notFoundPage, openPage } from './pages';

/** The customers portal and its admin, over the customers it is given. Mount it anywhere; nothing is ever changed. */
export function createCustomersDot(options: CustomersDotOptions): RequestHandler {
  return (request, response) => {
    const [path = '/', query = ''] = request.url.split(/\?(.*)/s);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
    );
    const answer = answerPortal(
      {
        method: request.method,
        path,
        params: new URLSearchParams(query),
        headers,
        base: request.baseUrl,
      },
      options,
    );
    response.status(answer.status);
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    // Rails answers with the id that it was sent, whatever that is, and states how long it took.
    const id = headers['x-request-id']?.replace(/[^\w@-]/g, '').slice(0, 255);
    response.setHeader('x-request-id', id === undefined || id === '' ? randomUUID() : id);
    response.setHeader('x-runtime', '0.012345');
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  };
}

/** The portal as a function: a request in, an answer out. */
export function answerPortal(request: PortalRequest, options: CustomersDotOptions): Answer {
  const { method, path, base } = request;
  if (path === endpointPath) return signInCheck(request, options);
  // Nothing changes anything for anybody without a token from a form.
  if (method !== 'GET' && method !== 'HEAD') return jsonError(422);
  if (path === '/admin.json' || /^\/admin(?:\/|$)/.test(path)) {
    try {
      return admin(request, options);
    } catch (error) {
      if (error instanceof BrokenQuery) return jsonError(500);
      throw error;
    }
  }
  const page = openPage(base, path);
  if (formatOf(request) === 'json') return jsonError(page === undefined ? 404 : 406);
  return page === undefined ? html(notFoundPage(base), 404) : html(page);
}
