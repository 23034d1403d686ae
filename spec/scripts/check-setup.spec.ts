import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
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
import { bundled } from './bundled';

const credentials = { customersdotToken: 'a-secret-token', mailgunApiKey: 'a-secret-key' };
/** As npm runs it, without the shell and the second process of `tsx`. */
const asNpm = ['--import', 'tsx', 'scripts/check-setup.ts'];
const inOneFile = bundled('check-setup');
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

afterAll(async () => {
  rmSync(inOneFile);
  await Promise.all(servers.map((server) => server.close()));
});

const urls = () => servers.map(({ port }) => `http://127.0.0.1:${port}`);

function check(known: string | undefined, secrets = credentials, instead?: string) {
  const [own = '', mailgun = ''] = urls();
  const portal = instead ?? own;
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

it('listens to an answer without end no longer than it can make something of it', async () => {
  let sent = 0;
  const endless = await listen(
    express().use((_, response) => {
      response.type('application/json');
      const part = ' '.repeat(65_536);
      const more = (): void => {
        if (response.destroyed) return;
        sent += part.length;
        if (response.write(part)) setImmediate(more);
      };
      response.on('drain', more);
      more();
    }),
    0,
  );
  const { lines } = await check(knownAddress, credentials, `http://127.0.0.1:${endless.port}`);
  await endless.close();
  expect(lines.find(({ id }) => id === 'portal-json')).toMatchObject({
    state: 'fails',
    found: { failure: { kind: 'malformed', what: 'too-large' } },
  });
  // Three questions, and what waits on the way.
  expect(sent).toBeLessThan(60_000_000);
  expect(sent).toBeGreaterThan(4_000_000);
});

describe('from the command line', () => {
  const env = {
    ...process.env,
    CUSTOMERSDOT_TOKEN: credentials.customersdotToken,
    MAILGUN_API_KEY: credentials.mailgunApiKey,
  };

  /** What it prints and how it exits; whatever comes of it, without a secret, an address or a name. */
  async function run(
    more: readonly string[],
    secrets: Readonly<Record<string, string>> = {},
    command: readonly string[] = [inOneFile],
  ) {
    const [portal = '', mailgun = ''] = urls();
    const { code, stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [
        ...command,
        ...['--set', `customersdot_lookup_path=${lookupPaths.endpoint}`],
        ...['--local', `customers.gitlab.com=${portal}`, '--local', `api.mailgun.net=${mailgun}`],
        ...more,
      ],
      { env: { ...env, ...secrets } },
    ).then(
      (ended) => ({ code: 0, ...ended }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
    const table = stdout.split('\n').filter((row) => row.startsWith('| '));
    expect(`${stdout}${stderr}`).not.toMatch(/a-secret/);
    expect(stdout).not.toContain('@');
    return { code, states: new Set(table.slice(1).map((row) => row.split(' | ')[0]?.slice(2))) };
  }
  const known = ['--known', knownAddress];

  it('all works: 0', async () => {
    const { code, states } = await run(known, {}, asNpm);
    expect([code, [...states]]).toEqual([0, ['---', 'works']]);
  });

  it('something does not: 1', async () => {
    const { code, states } = await run(known, { MAILGUN_API_KEY: 'a-secret-of-another' });
    expect(code).toBe(1);
    expect(states).toContain('does not work');
  });

  it('cannot tell: 2', async () => {
    const { code, states } = await run([]);
    expect(code).toBe(2);
    expect(states).toContain('cannot tell');
    expect(states).not.toContain('does not work');
  });
});

it.each([
  [['--set', 'mailgun_api_key=abc'], 'is a secret'],
  [['--known'], 'needs a value'],
  [['--local', 'api.mailgun.net=https://example.com'], 'on this machine'],
])('%j is refused', async (args, why) => {
  const run = promisify(execFile)(process.execPath, [inOneFile, ...args]);
  await expect(run).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
});
