import type { CustomerSeed } from '../seed';
import { historyOf } from './history';
import { markup, type Markup } from './escape';
import { page } from './layout';

const pathOf = (base: string, { id }: CustomerSeed): string => `${base}/admin/customer/${id}`;
const mark = (flag: boolean | null): string => (flag === null ? '-' : flag ? '✓ Yes' : '✘ No');

export function listPage(
  base: string,
  customers: readonly CustomerSeed[],
  query: string,
  notice?: string,
): string {
  const rows = customers.map(
    (customer) => markup`<tr><td>${customer.id}</td>
<td><a href="${pathOf(base, customer)}">${customer.email}</a></td>
<td>${customer.company ?? '-'}</td><td>${mark(customer.login_activated)}</td></tr>`,
  );
  const table = markup`<table><thead><tr><th>Id</th><th>Email</th><th>Company</th><th>Login activated</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  const content = markup`${notice === undefined ? '' : markup`<p class="notice" role="alert">${notice}</p>`}
<form class="search" action="${base}/admin/customer"><label>Filter <input name="query" value="${query}"></label>
<button>Refresh</button></form>
${rows.length === 0 ? markup`<p>No customers found.</p>` : table}`;
  return page({ title: 'List of Customers', base, content });
}

function tabs(base: string, customer: CustomerSeed, current: 'Show' | 'History'): Markup {
  const tab = (name: 'Show' | 'History', path: string) =>
    name === current
      ? markup`<a aria-current="page">${name}</a>`
      : markup`<a href="${path}">${name}</a>`;
  const path = pathOf(base, customer);
  return markup`<nav>${tab('Show', path)}${tab('History', `${path}/history`)}</nav>`;
}

/** Empty fields are shown as `-`; the real page leaves the whole row out. */
export function accountPage(base: string, customer: CustomerSeed): string {
  const fields: readonly (readonly [string, string])[] = [
    ['Id', String(customer.id)],
    ['Email', customer.email],
    ['First name', customer.first_name ?? '-'],
    ['Last name', customer.last_name ?? '-'],
    ['Company', customer.company ?? '-'],
    ['Login activated', mark(customer.login_activated)],
    ['Confirmed at', customer.confirmed_at ?? '-'],
    ['Uid', customer.uid ?? '-'],
  ];
  const content = markup`${tabs(base, customer, 'Show')}
<dl>${fields.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
  return page({ title: `Details for Customer ‘${customer.email}’`, base, content });
}

export function historyPage(base: string, customer: CustomerSeed): string {
  const rows = historyOf(customer).map(
    ({ at, who, what }) => markup`<tr><td>${at}</td><td>${who}</td><td>${what}</td></tr>`,
  );
  const content = markup`${tabs(base, customer, 'History')}
<table><thead><tr><th>Date</th><th>User</th><th>Message</th></tr></thead><tbody>${rows}</tbody></table>`;
  return page({ title: `History for Customer ‘${customer.email}’`, base, content });
}

export function signInPage(base: string): string {
  const content = markup`<p class="quiet">In the sandbox every password is wrong.</p>
<form action="${base}/admins/sign_in" method="post"><label>Email <input type="email" name="admin[email]"></label>
<label>Password <input type="password" name="admin[password]"></label><button>Log in</button></form>`;
  return page({ title: 'Log in', base, content, narrow: true });
}
