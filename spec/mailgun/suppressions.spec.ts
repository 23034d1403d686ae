import { jane } from '../../fixtures/evidence';
import type { Address } from '../../src/address/address';
import { readSuppressions } from '../../src/mailgun/suppressions';
import { type FailureCause, failed, ok } from '../../src/shared/failure';
import type { IncomingAnswer } from '../../src/shared/request';
import { fakeSend } from './fake-send';

const domain = 'customers.gitlab.com';
const place = { region: 'us', domain } as const;
const notFound = { status: 404, body: '{"message":"Address not found in bounces table"}' };
const since = 'Sun, 26 Jan 2025 07:29:04 UTC';
const bounce = JSON.stringify({
  address: jane,
  code: '550',
  error: 'No such\nmailbox',
  created_at: since,
});

test('asks the three lists for the address, with the same key as the logs', async () => {
  const plus = "o'jane+x@example.com" as Address;
  const { send, asked } = fakeSend(() => notFound);
  await readSuppressions(send, place, plus);
  expect(asked.map(({ url }) => url)).toEqual([
    "https://api.mailgun.net/v3/customers.gitlab.com/bounces/o'jane%2Bx%40example.com",
    "https://api.mailgun.net/v3/customers.gitlab.com/complaints/o'jane%2Bx%40example.com",
    "https://api.mailgun.net/v3/customers.gitlab.com/unsubscribes/o'jane%2Bx%40example.com",
  ]);
  expect(asked[0]).toMatchObject({
    source: 'suppressions',
    method: 'GET',
    basicAuth: { username: 'api', password: '{{setting.mailgun_api_key}}' },
  });
  expect(new Set(asked.map(({ cacheKey }) => cacheKey)).size).toBe(3);
});

test('tells for each list whether the address is on it, and since when', async () => {
  const { send } = fakeSend(({ url }) => (url.includes('/bounces/') ? { body: bounce } : notFound));
  expect(await readSuppressions(send, place, jane)).toEqual(
    ok([
      {
        domain,
        list: 'bounce',
        listed: true,
        since: Date.parse(since),
      },
      { domain, list: 'complaint', listed: false },
      { domain, list: 'unsubscribe', listed: false },
    ]),
  );
});

test('an entry without a date or a reason is an entry', async () => {
  const { send } = fakeSend(() => ({ body: JSON.stringify({ address: 'JANE.doe@example.com' }) }));
  expect(await readSuppressions(send, place, jane)).toMatchObject({
    ok: true,
    value: [{ listed: true }, { listed: true }, { listed: true }],
  });
});

test('looks for an address with capitals in both spellings', async () => {
  const typed = 'Jane.Doe@example.com' as Address;
  const { send } = fakeSend(({ url }) =>
    url.endsWith('/bounces/Jane.Doe%40example.com') ? { body: bounce } : notFound,
  );
  expect(await readSuppressions(send, place, typed)).toMatchObject({
    value: [{ list: 'bounce', listed: true }, { listed: false }, { listed: false }],
  });
});

const gaps: readonly [string, Partial<IncomingAnswer>, FailureCause][] = [
  [
    'a key that may not read them',
    { status: 403, body: '{"message":"role"}' },
    { kind: 'forbidden', status: 403 },
  ],
  [
    'a key that may not, said with 401',
    { status: 401, body: 'Forbidden' },
    { kind: 'forbidden', status: 401 },
  ],
  ['somebody else’s 401', { status: 401, body: '{}' }, { kind: 'unauthorised', status: 401 }],
  [
    'no such domain',
    { status: 404, body: '{"message":"Domain not found: x"}' },
    { kind: 'not-found', status: 404 },
  ],
  [
    'a 404 that is not Mailgun’s',
    { status: 404, body: '<html>' },
    { kind: 'not-found', status: 404 },
  ],
  ['a 404 with nothing', { status: 404 }, { kind: 'not-found', status: 404 }],
  [
    '429',
    { status: 429, headers: { 'retry-after': '2' } },
    { kind: 'rate-limited', retryAfterMs: 2000 },
  ],
  ['500', { status: 500 }, { kind: 'server', status: 500 }],
  ['HTML', { body: '<html>' }, { kind: 'malformed', what: 'html' }],
  [
    'an entry for somebody else',
    { body: '{"address":"x@example.com"}' },
    { kind: 'malformed', what: 'wrong-shape' },
  ],
  ['the whole list', { body: '{"items":[]}' }, { kind: 'malformed', what: 'wrong-shape' }],
];

test.each(gaps)('%s is a gap, never "not listed"', async (_, answer, cause) => {
  const { send } = fakeSend(({ url }) => (url.includes('/unsubscribes/') ? answer : notFound));
  expect(await readSuppressions(send, place, jane)).toEqual(
    failed({ source: 'suppressions', ...cause }),
  );
});
