import {
  type Answer,
  type CustomersDotOptions,
  formatOf,
  html,
  json,
  jsonError,
  type PortalRequest,
  redirect,
} from './answers';
import { columnsOf, rowOf } from './columns';
import { customerOf, findCustomers } from './filters';
import { accountPage, historyPage, listPage, notFoundPage } from './pages';

/** Everything under /admin, as RailsAdmin has it for one model. */
export function admin(request: PortalRequest, options: CustomersDotOptions): Answer {
  const refused = refusal(request, options);
  if (refused) return refused;

  const [, model = '', id, action] =
    /^\/admin(?:\/([^/]*?))?(?:\/([^/]*?))?(?:\/([^/]*?))?(?:\.json)?\/?$/.exec(request.path) ?? [];
  const format = formatOf(request);
  if (model === '' && format !== 'json') return list(request, options);
  if (model !== 'customer') return unknownModel(request);
  if (id === undefined) return list(request, options);
  if (id === 'export') return exported(request, options);

  const customer = customerOf(options.customers, id);
  // Not found: the list instead, as if nothing had been wrong, unless somebody looks.
  if (!customer) return list(request, options, id);
  if (action === 'history') return html(historyPage(request.base, customer));
  if (action !== undefined && action !== 'edit') return html(notFoundPage(request.base), 404);
  return format === 'html' ? html(accountPage(request.base, customer)) : json(rowOf(customer));
}

function list(request: PortalRequest, options: CustomersDotOptions, missing?: string): Answer {
  const { params, base } = request;
  const found = findCustomers(options.customers, params);
  if (formatOf(request) !== 'json') {
    const notice =
      missing === undefined ? undefined : `Customer with id '${missing}' could not be found`;
    const page = listPage(base, found, params.get('query') ?? '', notice);
    return html(page, missing === undefined ? 200 : 404);
  }
  if (params.get('compact') === 'true') {
    return json(found.map(({ id }) => ({ id: String(id), label: `Customer #${id}` })));
  }
  return json(found.map((customer) => rowOf(customer)));
}

/** `json=1` decides, whatever the caller accepts. */
function exported(request: PortalRequest, options: CustomersDotOptions): Answer {
  const { params, path, base } = request;
  const { canExport = true, deniedExport = 500 } = options;
  if (!canExport) return jsonError(deniedExport);
  if (path.endsWith('.json')) return jsonError(500);
  const found = findCustomers(options.customers, params);
  if (params.get('json') !== '1') return html(listPage(base, found, params.get('query') ?? ''));
  const kept = columnsOf(params);
  return json(found.map((customer) => rowOf(customer, kept)));
}

/** There is a page for that, and no JSON: it has not been made. */
function unknownModel(request: PortalRequest): Answer {
  if (request.path === '/admin.json') return jsonError(404);
  return formatOf(request) === 'json' ? jsonError(500) : html(notFoundPage(request.base), 404);
}

/** The answer to a caller that the admin does not know; `undefined` to one that it does. */
function refusal(request: PortalRequest, options: CustomersDotOptions): Answer | undefined {
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
