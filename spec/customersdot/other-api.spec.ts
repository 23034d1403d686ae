import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answering } from './fake-send';
import { host, lookUp, oneAccount } from './look-up';

const jane = 'jane.doe@example.com';
const path = '/api/support/customers?email={email}';
const page = readFileSync(join(__dirname, '../../docs/lookup-api.md'), 'utf8');

/** The code block after `<!-- example: name -->`. */
function example(name: string): string {
  const body = page.split(`<!-- example: ${name} -->`)[1]?.split('```json')[1]?.split('```')[0];
  if (body === undefined) throw new Error(`No example ${name}`);
  return body;
}

const withBody = (body: string) => answering({ body });

describe('the documented answers', () => {
  it.each([
    ['array', { id: '4', loginActivated: true, confirmedAt: Date.UTC(2023, 0, 15, 12) }],
    ['wrapped', { id: '4', loginActivated: false, confirmedAt: null }],
    ['object', { id: '4', loginActivated: true, confirmedAt: Date.UTC(2023, 0, 15, 12) }],
  ])('as %s', async (name, expected) => {
    expect(await oneAccount(withBody(example(name)), jane, path)).toMatchObject(expected);
  });

  it.each([example('none'), '[]', '[{"email":"ajane.doe@example.com"}]'])(
    'that say none: %s',
    async (body) => {
      expect(await lookUp(withBody(body), jane, path)).toMatchObject({
        ok: true,
        value: { accounts: [] },
      });
    },
  );

  it.each([
    'null',
    '{}',
    '17',
    '"jane.doe@example.com"',
    '{"email":"bob@example.com"}',
    '{"customers":null}',
    '{"customers":{}}',
    '{"error":"no such customer"}',
    '[{"id":4}]',
    '[null]',
    '[{"email":"bob@example.com"},{"email":"eve@example.com"}]',
  ])('that say nothing: %s', async (body) => {
    expect(await lookUp(withBody(body), jane, path)).toMatchObject({
      failure: { kind: 'malformed', what: 'wrong-shape' },
    });
  });

  it.each([
    ['', 'empty'],
    ['<!doctype html><h1>Moved</h1>', 'html'],
    ['<form><input type="password"></form>', 'sign-in-page'],
    ['[{"email":"jane', 'truncated'],
    ['nothing found', 'not-json'],
  ])('that are no JSON: %s', async (body, what) => {
    expect(await lookUp(withBody(body), jane, path)).toMatchObject({
      failure: { kind: 'malformed', what },
    });
  });
});

describe('a full page without the address', () => {
  const rows = (count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, id) => ({ id, email: `x${id}${jane}` })));

  it.each([
    [path, 20],
    [`${path}&per_page=5`, 5],
    [`${path}&limit=100`, 20],
  ])('%s was cut off at %d rows', async (lookupPath, count) => {
    expect(await lookUp(withBody(rows(count)), jane, lookupPath)).toMatchObject({
      failure: { kind: 'malformed', what: 'truncated' },
    });
  });

  it.each([
    [path, 19],
    [`${path}&per_page=5`, 4],
  ])('%s was not cut off at %d rows', async (lookupPath, count) => {
    expect(await lookUp(withBody(rows(count)), jane, lookupPath)).toMatchObject({
      ok: true,
      value: { accounts: [] },
    });
  });

  it('does not matter where the address is on it', async () => {
    const full = JSON.parse(rows(19)) as unknown[];
    const body = JSON.stringify([...full, { email: jane }]);
    expect(await oneAccount(withBody(body), jane, path)).toMatchObject({ email: jane, id: '' });
  });
});

describe('the columns', () => {
  it('are the only ones that get in', async () => {
    const row = { email: jane, encrypted_password: 'x', one_time_sign_in_url: 'https://x' };
    const found = await oneAccount(withBody(JSON.stringify([row])), jane, path);
    expect(found).toEqual({
      id: '',
      email: jane,
      loginActivated: undefined,
      confirmedAt: undefined,
      confirmed: undefined,
    });
  });

  it.each([
    [true, true],
    [false, false],
    [null, undefined],
    [1, undefined],
    ['12345', undefined],
    [undefined, undefined],
  ])('say with linked %p that an account is linked: %p', async (value, linked) => {
    const body = JSON.stringify([{ email: jane, linked: value }]);
    const account = await oneAccount(withBody(body), jane, path);
    expect(account.linked).toBe(linked);
    expect('linked' in account).toBe(linked !== undefined);
  });

  it.each(['', '2023', '1', 1673784000, true, {}, '0000-00-00 00:00:00Z', '2023-01-15T12:00:00'])(
    'leave confirmed_at %p unknown',
    async (value) => {
      const body = JSON.stringify([{ email: jane, confirmed_at: value }]);
      const { confirmedAt } = await oneAccount(withBody(body), jane, path);
      expect(confirmedAt).toBeUndefined();
    },
  );

  it.each(['', 'false', 0, null, [], {}])('leave login_activated %p unknown', async (value) => {
    const body = JSON.stringify([{ email: jane, login_activated: value }]);
    expect((await oneAccount(withBody(body), jane, path)).loginActivated).toBeUndefined();
  });

  it.each(['../1', '1/impersonate', '', {}, 1.5, 'x'.repeat(65)])(
    'make no link of the id %p',
    async (id) => {
      const body = JSON.stringify([{ email: jane, id }]);
      expect((await oneAccount(withBody(body), jane, path)).id).toBe('');
    },
  );
});

it('is read behind a byte order mark', async () => {
  expect(await oneAccount(withBody(`\uFEFF${example('array')}`), jane, path)).toMatchObject({
    id: '4',
  });
});

it('names nobody as alike who has no address to name', async () => {
  const names = [`{{x}}${jane}`, `<img src=x> ${jane}`, `${'x'.repeat(300)}${jane}`, `x${jane}`];
  const body = JSON.stringify(names.map((email) => ({ email })));
  expect(await lookUp(withBody(body), jane, path)).toMatchObject({
    value: { accounts: [], lookAlikes: [`x${jane}`] },
  });
});

it('keeps several accounts apart that differ in capitals only', async () => {
  const rows = [
    { email: jane, login_activated: true },
    { email: 'JANE.DOE@example.com', login_activated: false },
  ];
  const found = await lookUp(withBody(JSON.stringify(rows)), jane, path);
  expect(found).toMatchObject({
    ok: true,
    value: { accounts: [{ loginActivated: true }, { loginActivated: false }], lookAlikes: [] },
  });
});

it('asks a path that has the address in its middle', async () => {
  const fake = withBody('[]');
  await lookUp(fake, "o'brien+x@example.com", '/api/customers/{email}/status');
  expect(fake.sent[0]?.url).toBe(
    `https://${host}/api/customers/o%27brien%2Bx%40example.com/status`,
  );
});
