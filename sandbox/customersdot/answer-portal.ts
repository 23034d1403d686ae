import { admin } from './admin';
import { html, jsonError, redirect } from './answers';
import { endpointPath, signInCheck } from './endpoint';
import { BrokenQuery } from './filters';
import { formatOf } from './format';
import type { Answer, CustomersDotOptions, PortalRequest } from './options';
import { signInPage } from './pages/admin-pages';
import { customerSignInPage, formPage, isCustomerForm, notFoundPage } from './pages/customer-pages';

/** The portal as a function: a request in, an answer out. */
export function answerPortal(request: PortalRequest, options: CustomersDotOptions): Answer {
  const { method, path, base } = request;
  if (path === endpointPath) return signInCheck(request, options);
  if (method !== 'GET' && method !== 'HEAD') return sent(request);
  if (path === '/admins/sign_in') return pageOnly(request, () => signInPage(base));
  if (path === '/admin.json' || /^\/admin(?:\/|$)/.test(path)) return asked(request, options);
  if (path === '/' || path === '/customers/sign_in') {
    return pageOnly(request, () => customerSignInPage(base, request.params.get('sent')));
  }
  const [, form] = /^\/customers\/(\w+)\/new$/.exec(path) ?? [];
  if (isCustomerForm(form)) return pageOnly(request, () => formPage(base, form));
  return notFound(request);
}

function asked(request: PortalRequest, options: CustomersDotOptions): Answer {
  try {
    return admin(request, options);
  } catch (error) {
    if (error instanceof BrokenQuery) return jsonError(500);
    throw error;
  }
}

/** The two forms of the portal lead on; the admin changes nothing for anybody without a token from a form. */
function sent({ path, base }: PortalRequest): Answer {
  const [, form] = /^\/customers\/(\w+)$/.exec(path) ?? [];
  return isCustomerForm(form) ? redirect(`${base}/customers/sign_in?sent=${form}`) : jsonError(422);
}

function pageOnly(request: PortalRequest, draw: () => string): Answer {
  return formatOf(request) === 'json' ? jsonError(406) : html(draw());
}

function notFound(request: PortalRequest): Answer {
  return formatOf(request) === 'json' ? jsonError(404) : html(notFoundPage(request.base), 404);
}
