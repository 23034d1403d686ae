import { admin } from './admin';
import { html, jsonError } from './answers';
import { endpointPath, signInCheck } from './endpoint';
import { BrokenQuery } from './filters';
import { formatOf } from './format';
import type { Answer, CustomersDotOptions, PortalRequest } from './options';
import { notFoundPage, openPage } from './pages';

/** The portal as a function: a request in, an answer out. */
export function answerPortal(request: PortalRequest, options: CustomersDotOptions): Answer {
  const { method, path, base } = request;
  if (path === endpointPath) return signInCheck(request, options);
  // Nothing changes anything for anybody without a token from a form.
  if (method !== 'GET' && method !== 'HEAD') return jsonError(422);
  if (path === '/admin.json' || /^\/admin(?:\/|$)/.test(path)) return asked(request, options);
  const page = openPage(base, path);
  if (formatOf(request) === 'json') return jsonError(page === undefined ? 404 : 406);
  return page === undefined ? html(notFoundPage(base), 404) : html(page);
}

function asked(request: PortalRequest, options: CustomersDotOptions): Answer {
  try {
    return admin(request, options);
  } catch (error) {
    if (error instanceof BrokenQuery) return jsonError(500);
    throw error;
  }
}
