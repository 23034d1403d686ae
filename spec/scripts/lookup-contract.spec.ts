/** @jest-environment node */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import express from 'express';
import { createCustomersDot } from '../../sandbox/customersdot/create-customersdot';
import { endpointPath } from '../../sandbox/customersdot/endpoint';
import recordedCustomers from '../../sandbox/customersdot/recorded-customers.json';
import { withSecrets } from '../../sandbox/customersdot/columns';
import { listen, type Listening } from '../../sandbox/servers/listen';
import { checkLookup, readQuestion } from '../../scripts/lib/lookup-contract';
import { root } from '../../scripts/lib/app-folder';
import { bundled } from './bundled';

const token = 'a-token-of-its-own';
let server: Listening;

beforeAll(async () => {
  const customers = recordedCustomers.map(withSecrets);
  server = await listen(
    express().use(
      createCustomersDot({ customers, adminEmail: '', adminToken: token, auth: 'token' }),
    ),
    0,
  );
});

afterAll(() => server.close());

type Change = (json: { customers: Record<string, unknown>[] }) => unknown;

/** The sandbox's endpoint, of which `change` makes a worse one. */
async function differences(
  change: Change = (json) => json,
  path = `${endpointPath}?email={email}`,
) {
  const worse: typeof fetch = async (...asked) => {
    const response = await fetch(...asked);
    const text = await response.text();
    const body = response.ok
      ? JSON.stringify(change(JSON.parse(text) as Parameters<Change>[0]))
      : text;
    return new Response(body, { status: response.status, headers: response.headers });
  };
  const url = `http://127.0.0.1:${server.port}${path}`;
  const check = { url, token, known: 'normal.customer@example.com', fetch: worse };
  const findings = await checkLookup(check, root);
  expect(JSON.stringify(findings)).not.toMatch(/synthetic-|a-token-of-its-own|normal\.customer/);
  return findings.flatMap(({ what, differs }) =>
    differs === undefined ? [] : [`${what}: ${differs}`],
  );
}

const withRows =
  (change: object): Change =>
  (json) => ({
    customers: json.customers.map((row) => ({ ...row, ...change })),
  });

it('finds nothing to say of the sandbox’s endpoint', async () => {
  expect(await differences()).toEqual([]);
});

it.each<[string, Change, RegExp]>([
  [
    'a column too many',
    withRows({ access_token: 'synthetic-x' }),
    /must NOT have additional properties: access_token/,
  ],
  [
    'a column missing',
    withRows({ confirmed_at: undefined }),
    /must have required property 'confirmed_at'/,
  ],
  ['a date without a zone', withRows({ confirmed_at: '2024-03-05' }), /must match pattern/],
  ['a flag as text', withRows({ login_activated: 'true' }), /must be boolean,null/],
  ['another shape', (json) => json.customers, /must be object/],
  [
    'somebody for everybody',
    () => ({
      customers: [{ id: 1, email: 'x@example.com', login_activated: true, confirmed_at: null }],
    }),
    /an empty list: 1 accounts/,
  ],
  ['nobody for anybody', () => ({ customers: [] }), /an address with an account: 0 accounts/],
])('says what differs: %s', async (_, change, expected) => {
  expect((await differences(change)).join('\n')).toMatch(expected);
});

it('says of RailsAdmin’s list that it is no such endpoint', async () => {
  const found = await differences((json) => json, '/admin/customer.json?query={email}');
  expect(found.join('\n')).toMatch(/an empty list: {2}must be object/);
  expect(found.join('\n')).toMatch(/"" is no address: 422, and nobody: status 200/);
});

it.each([
  [['https://example.com/{email}'], 'https://example.com/{email}', undefined],
  [
    ['--known', 'a@example.com', 'http://127.0.0.1:1/?q={email}'],
    'http://127.0.0.1:1/?q={email}',
    'a@example.com',
  ],
])('understands %j', (args, url, known) => {
  expect(readQuestion(args)).toEqual({ url, known });
});

it.each([
  [],
  ['not a url {email}'],
  ['https://example.com/'],
  ['https://example.com/{email}{email}'],
  ['http://example.com/{email}'],
  ['https://example.com/{email}', 'b'],
  ['https://example.com/{email}', '--known'],
  ['https://example.com/{email}', '--known', 'nobody'],
  ['https://example.com/{email}', '--knwon', 'a@example.com'],
])('takes %j for no question, and no misspelt option for none', (...args) => {
  expect(readQuestion(args)).toBeUndefined();
});

describe('the command', () => {
  const asNpm = ['--import', 'tsx', 'scripts/check-lookup.ts'];
  const inOneFile = bundled('check-lookup');
  afterAll(() => {
    rmSync(inOneFile);
  });

  const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    runAs([inOneFile], env, args);

  /** As a shell runs it: what it prints, and how it ends. */
  function runAs(
    command: readonly string[],
    env: Readonly<Record<string, string>>,
    args: readonly string[],
  ) {
    const { CUSTOMERSDOT_TOKEN: _, ...others } = process.env;
    return new Promise<{ readonly code: unknown; readonly said: string }>((done) => {
      execFile(
        process.execPath,
        [...command, ...args],
        { cwd: root, env: { ...others, ...env } },
        (error, stdout, stderr) => {
          done({ code: error?.code ?? 0, said: stdout + stderr });
        },
      );
    });
  }
  const urlOf = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  const endpoint = () => urlOf(`${endpointPath}?email={email}`);
  const credential = { CUSTOMERSDOT_TOKEN: token };

  it('ends well where everything is as the contract says, and prints no token', async () => {
    const known = ['--known', 'normal.customer@example.com'];
    const { code, said } = await runAs(asNpm, credential, [endpoint(), ...known]);
    expect(said).toMatch(/^ok {7}an address without an account: an empty list$/m);
    expect(said).toMatch(/^ok {7}an address with an account$/m);
    expect(said).toMatch(/15 points, 0 differ\.\n$/);
    expect(code).toBe(0);
    expect(said).not.toMatch(/a-token-of-its-own|normal\.customer/);
  });

  it.each<[string, () => string, RegExp]>([
    [
      'a page',
      () => urlOf('/customers/sign_in?email={email}'),
      /an empty list: (?:status|not app)/,
    ],
    ['nobody who listens', () => 'http://127.0.0.1:9/?email={email}', /an empty list: no answer/],
  ])('ends with 1 for %s', async (_, url, expected) => {
    const { code, said } = await run(credential, url());
    expect(said).toMatch(expected);
    expect(said).toMatch(/12 points, [1-9]\d* differ\.\n$/);
    expect(code).toBe(1);
    expect(said).not.toContain(token);
  });

  it('ends with 2 where it was asked nothing, or has no token', async () => {
    const [nothing, noToken] = await Promise.all([run(credential), run({}, endpoint())]);
    expect(nothing).toEqual({ code: 2, said: expect.stringMatching(/^npm run check:lookup/) });
    expect(noToken).toEqual({ code: 2, said: 'CUSTOMERSDOT_TOKEN is not set.\n' });
  });
});
