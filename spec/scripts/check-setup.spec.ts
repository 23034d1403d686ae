import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createCustomersDot } from '../../sandbox/customersdot/create-customersdot';
import { createMailgun } from '../../sandbox/mailgun/create-mailgun';
import { usualMails } from '../../sandbox/mailgun/usual-mails';
import { lookupPaths } from '../../sandbox/scenarios/lookup-paths';
import { listen, type Listening } from '../../sandbox/servers/listen';
import express from 'express';
import { checkFromTerminal } from '../../scripts/lib/setup-from-terminal';
import { exitCodeOf } from '../../src/setup/lines';
import { knownAddress } from '../setup/a-set-up';

const credentials = { customersdotToken: 'a-secret-token', mailgunApiKey: 'a-secret-key' };
let servers: readonly Listening[];

beforeAll(async () => {
  const now = Date.now();
  const portal = createCustomersDot({
    customers: [
      { id: 1, email: knownAddress, login_activated: true, confirmed_at: '2024-03-05T10:15:30Z' },
    ],
    adminEmail: '',
    adminToken: credentials.customersdotToken,
    auth: 'token',
  });
  const mailgun = createMailgun({
    mails: usualMails(now),
    apiKey: credentials.mailgunApiKey,
    now: () => now,
  });
  servers = await Promise.all([portal, mailgun].map((one) => listen(express().use(one), 0)));
});

afterAll(() => Promise.all(servers.map((server) => server.close())));

const urls = () => servers.map(({ port }) => `http://127.0.0.1:${port}`);

function check(known: string | undefined, secrets = credentials) {
  const [portal = '', mailgun = ''] = urls();
  return checkFromTerminal({ customersdot_lookup_path: lookupPaths.endpoint }, known, {
    credentials: secrets,
    now: Date.now,
    fetch(input, init) {
      const { hostname, pathname, search } = new URL(input instanceof Request ? input.url : input);
      return fetch(`${hostname.includes('mailgun') ? mailgun : portal}${pathname}${search}`, init);
    },
  }).report;
}

it('finds that all works, as the app would', async () => {
  const { lines } = await check(knownAddress);
  expect(lines.filter(({ state }) => state !== 'works')).toEqual([]);
  expect(lines.some(({ id }) => id.startsWith('zendesk-'))).toBe(false);
  expect(exitCodeOf(lines)).toBe(0);
});

it('cannot tell without an address that has an account', async () => {
  expect(exitCodeOf((await check(undefined)).lines)).toBe(2);
});

it('says what fails', async () => {
  const { lines } = await check(knownAddress, { ...credentials, mailgunApiKey: 'another' });
  expect(exitCodeOf(lines)).toBe(1);
  expect(lines.find(({ id }) => id === 'mailgun-key')).toMatchObject({ state: 'fails' });
});

it('from the command line: the table and the exit code, and no secret', async () => {
  const [portal, mailgun] = urls();
  const args = [
    ...['--known', knownAddress, '--set', `customersdot_lookup_path=${lookupPaths.endpoint}`],
    ...['--local', `customers.gitlab.com=${portal ?? ''}`],
    ...['--local', `api.mailgun.net=${mailgun ?? ''}`],
  ];
  const env = {
    ...process.env,
    CUSTOMERSDOT_TOKEN: credentials.customersdotToken,
    MAILGUN_API_KEY: credentials.mailgunApiKey,
  };
  const { stdout, stderr } = await promisify(execFile)(
    'npx',
    ['tsx', 'scripts/check-setup.ts', ...args],
    { env },
  );
  expect(stdout).toContain('| works | Mailgun: Key |');
  expect(stdout + stderr).not.toMatch(/a-secret/);
  expect(stdout).not.toContain('@');
});

it.each([
  [['--set', 'mailgun_api_key=abc'], 'is a secret'],
  [['--known'], 'needs a value'],
  [['--local', 'api.mailgun.net=https://example.com'], 'on this machine'],
])('%j is refused', async (args, why) => {
  const run = promisify(execFile)('npx', ['tsx', 'scripts/check-setup.ts', ...args]);
  await expect(run).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
});
