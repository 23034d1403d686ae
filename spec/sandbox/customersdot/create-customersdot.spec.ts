import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createCustomersDot } from '../../../sandbox/customersdot/create-customersdot';
import recordedCustomers from '../../../sandbox/customersdot/recorded-customers.json';
import type { CustomerSeed } from '../../../sandbox/customersdot/columns';

const evil: CustomerSeed = {
  id: 99,
  email: '"><script>alert(1)</script>@example.com',
  login_activated: null,
  confirmed_at: null,
  first_name: "<img src=x onerror='alert(1)'>",
  company: '</td><script>alert(2)</script>',
  history: [{ at: '<b>now</b>', who: '<i>me</i>', what: '<script>alert(3)</script>' }],
};
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let server: Server;

const ask = (path: string, init: RequestInit = {}) => {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://localhost:${port}/portal${path}`, { redirect: 'manual', ...init });
};
const page = async (path: string) => {
  const answer = await ask(path, { headers: browser });
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return { status: answer.status, text: await answer.text() };
};

beforeAll(async () => {
  const app = express();
  const customers = [...recordedCustomers, evil];
  app.use(
    '/portal',
    createCustomersDot({ customers, adminEmail: 'a@example.com', adminToken: 'secret' }),
  );
  server = app.listen(0);
  await once(server, 'listening');
});

afterAll(() => {
  server.close();
});

it('knows its callers by their headers', async () => {
  const path = '/admin/customer/export?json=1&schema[only][]=email&query=o%27brien%40example.com';
  const headers = { accept: 'application/json', 'x-admin-email': 'a@example.com' };
  const known = await ask(path, { headers: { ...headers, 'x-admin-token': 'secret' } });
  expect(await known.json()).toEqual([{ email: "o'brien@example.com" }]);
  for (const token of ['', 'Secret', '{{setting.customersdot_token}}']) {
    const unknown = await ask(path, { headers: { ...headers, 'x-admin-token': token } });
    expect(unknown.status).toBe(401);
  }
  expect((await ask(path)).status).toBe(401);
});

it('refuses callers without an HTTP token, or without a session, where it is set to', async () => {
  const app = express();
  const options = { customers: recordedCustomers, adminEmail: 'a', adminToken: 'secret' };
  app.use('/token', createCustomersDot({ ...options, auth: 'token' }));
  app.use('/redirect', createCustomersDot({ ...options, auth: 'redirect' }));
  const other = app.listen(0);
  await once(other, 'listening');
  const origin = `http://localhost:${(other.address() as AddressInfo).port}`;
  const token = await fetch(`${origin}/token/admin/customer.json`);
  const redirect = await fetch(`${origin}/redirect/admin/customer.json`, { redirect: 'manual' });
  other.close();
  expect([token.status, await token.text()]).toEqual([401, 'HTTP Token: Access denied.\n']);
  expect(redirect.status).toBe(302);
  expect(redirect.headers.get('location')).toBe(`${origin}/redirect/admins/sign_in`);
});

describe('the pages that the app links to', () => {
  it('list what a search finds, and lead to the account', async () => {
    const { status, text } = await page('/admin/customer?query=jane.doe%40example.com');
    expect(status).toBe(200);
    expect(text).toContain('<a href="/portal/admin/customer/4">jane.doe@example.com</a>');
    expect(text).toContain('value="jane.doe@example.com"');
    expect(text).not.toContain('normal.customer');
  });

  it.each([
    [1, '✓ Yes', '2024-03-05T10:15:30.123Z'],
    [2, '✘ No', '2022-11-01T08:00:00.000Z'],
    [3, '✓ Yes', '-'],
    [8, '-', '2021-05-05T05:05:05.000Z'],
  ])('show the account %d', async (id, login, confirmed) => {
    const { text } = await page(`/admin/customer/${id}`);
    expect(text).toContain(`<dt>Login activated</dt><dd>${login}</dd>`);
    expect(text).toContain(`<dt>Confirmed at</dt><dd>${confirmed}</dd>`);
    expect(text).toContain(`<a href="/portal/admin/customer/${id}/history">History</a>`);
  });

  it('tell the history', async () => {
    const { text } = await page('/admin/customer/2/history');
    expect(text).toContain('update: login_activated = false');
  });

  it.each(['/', '/admin', '/admins/sign_in', '/customers/sign_in', '/customers/password/new'])(
    'stand at %s',
    async (path) => {
      expect((await page(path)).status).toBe(200);
    },
  );

  it.each([
    '/nothing',
    '/admin/no_such_model',
    '/admin/customer/1/impersonate',
    '/customers/x/new',
    '/toString',
  ])('do not stand at %s', async (path) => {
    expect((await page(path)).status).toBe(404);
  });

  it.each([
    '/admin/customer?query=%3Cscript%3Ealert%281%29%3C%2Fscript%3E',
    '/admin/customer',
    '/admin/customer/99',
    '/admin/customer/99/history',
    '/admin/customer/%3Cscript%3E',
  ])('run nothing that a customer is called: %s', async (path) => {
    const { text } = await page(path);
    expect(text).not.toMatch(/<script|<img|<b>now|<i>me/);
  });
});

it.each([
  '/admin/customer/1',
  '/admin/customer/1.json',
  '/customers/password',
  '/customers/nothing',
])('changes nothing at %s', async (path) => {
  expect((await ask(path, { method: 'PUT' })).status).toBe(422);
});

it('answers with the id that the request came with, as Rails does, and with one of its own where there is none', async () => {
  const idOf = async (headers: Record<string, string>) =>
    (await ask('/customers/sign_in', { headers: { ...browser, ...headers } })).headers.get(
      'x-request-id',
    );
  expect(await idOf({ 'x-request-id': 'a-secret {{x}}' })).toBe('a-secretx');
  expect(await idOf({})).toMatch(/^[\da-f-]{36}$/);
});
