import { e, htmlPage, table } from '../html-page';
import type { CustomerSeed, HistoryEntry } from './columns';

const flagOf = (flag: boolean | null): string => (flag === null ? '-' : flag ? '✓ Yes' : '✘ No');

const page = (base: string, title: string, content: string): string =>
  htmlPage(
    'Customers portal',
    title,
    `<p><a href="${e(base)}/admin/customer">Admin</a> · <a href="${e(base)}/customers/sign_in">Sign in</a></p>
${content}`,
  );

export function listPage(
  base: string,
  customers: readonly CustomerSeed[],
  query: string,
  notice = '',
): string {
  const rows = customers.map(({ id, email, company, login_activated: login }) => [
    e(id),
    `<a href="${e(base)}/admin/customer/${e(id)}">${e(email)}</a>`,
    e(company),
    flagOf(login),
  ]);
  const found =
    rows.length === 0
      ? '<p>No customers found.</p>'
      : table(['Id', 'Email', 'Company', 'Login activated'], rows);
  return page(
    base,
    'List of Customers',
    `<p role="alert">${e(notice)}</p>
<form action="${e(base)}/admin/customer"><label>Filter <input name="query" value="${e(query)}"></label> <button>Refresh</button></form>
${found}`,
  );
}

/** The real page leaves out the rows of empty fields. */
export function accountPage(base: string, customer: CustomerSeed): string {
  const { id, email, first_name: first, last_name: last, company, uid } = customer;
  const fields = [
    ['Id', e(id)],
    ['Email', e(email)],
    ['First name', e(first)],
    ['Last name', e(last)],
    ['Company', e(company)],
    ['Login activated', flagOf(customer.login_activated)],
    ['Confirmed at', e(customer.confirmed_at)],
    ['Uid', e(uid)],
  ];
  const list = fields.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n');
  return page(
    base,
    `Details for Customer ‘${email}’`,
    `<p><a href="${e(base)}/admin/customer/${e(id)}/history">History</a></p><dl>${list}</dl>`,
  );
}

export function historyPage(base: string, customer: CustomerSeed): string {
  const rows = historyOf(customer).map(({ at, who, what }) => [e(at), e(who), e(what)]);
  return page(
    base,
    `History for Customer ‘${customer.email}’`,
    `<p><a href="${e(base)}/admin/customer/${e(customer.id)}">Show</a></p>
${table(['Date', 'User', 'Message'], rows)}`,
  );
}

/** Newest first. Where a seed tells no history, what must have happened. */
function historyOf({ history, ...customer }: CustomerSeed): readonly HistoryEntry[] {
  if (history) return history;
  const { created_at: created = '2021-05-01T09:00:00.000Z', confirmed_at: confirmed } = customer;
  const off = { who: 'block_reseller_customer', what: 'update: login_activated = false' };
  return [
    ...(customer.login_activated === false ? [{ at: '2025-01-01T00:00:00.000Z', ...off }] : []),
    ...(confirmed === null
      ? []
      : [{ at: confirmed, who: 'customer', what: `update: confirmed_at = ${confirmed}` }]),
    { at: created, who: 'customer', what: 'create' },
  ];
}

const forCustomers: Readonly<Record<string, string>> = {
  '/': 'Sign in',
  '/customers/sign_in': 'Sign in',
  '/customers/password/new': 'Forgot your password?',
  '/customers/confirmation/new': 'Resend confirmation instructions',
  '/admins/sign_in': 'Log in',
};

/** What stands at a path that needs no admin; `undefined`: nothing does. */
export function openPage(base: string, path: string): string | undefined {
  const title = Object.hasOwn(forCustomers, path) ? forCustomers[path] : undefined;
  if (title === undefined) return undefined;
  return page(base, title, '<p>In the sandbox nobody signs in, and no mail is sent.</p>');
}

export const notFoundPage = (base: string): string =>
  page(base, 'The page you were looking for doesn’t exist', '<p>404</p>');
