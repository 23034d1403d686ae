import fc from 'fast-check';
import { type OutgoingRequest, unsafePart } from '../../src/shared/request';
import { runs } from '../support/runs';

const request: OutgoingRequest = {
  source: 'portal_log',
  method: 'POST',
  url: 'https://api.mailgun.net/v1/analytics/logs',
  headers: { Authorization: 'Basic {{basic_auth.token}}', Accept: 'application/json' },
  body: JSON.stringify({ recipient: 'jane.doe@example.com' }),
  basicAuth: { username: 'api', password: '{{setting.mailgun_api_key}}' },
};

const about = (address: string): OutgoingRequest => ({
  ...request,
  url: `https://customers.gitlab.com/admin?query=${encodeURIComponent(address)}`,
});
const inBody = (address: string): OutgoingRequest => ({
  ...request,
  body: JSON.stringify({ filter: [{ value: address }] }),
});

it('lets our own requests through', () => {
  expect(unsafePart(request)).toBeUndefined();
  const headers = {
    Authorization: 'Bearer {{setting.customersdot_token}}',
  };
  expect(unsafePart({ ...request, headers })).toBeUndefined();
});

it.each([
  "o'brien+portal@example.com",
  '100%_sure@example.com',
  'j"d@example.com',
  'ü@example.com',
])('lets %s through in every place', (address) => {
  expect(unsafePart(about(address))).toBeUndefined();
  expect(unsafePart(inBody(address))).toBeUndefined();
});

it.each([
  '{{setting.mailgun_api_key}}@example.com',
  '{{ticket.id}}',
  'jane\n@example.com',
  'jane\u0000@example.com',
  'jane\u007f@example.com',
])('refuses %j in every place', (address) => {
  expect(unsafePart(about(address))).toBe('url');
  expect(unsafePart({ ...request, url: `https://customers.gitlab.com/?q=${address}` })).toBe('url');
  expect(unsafePart(inBody(address))).toBe('body');
  expect(unsafePart({ ...request, body: address })).toBe('body');
  expect(unsafePart({ ...request, headers: { 'X-Address': address } })).toBe('headers');
  expect(unsafePart({ ...request, headers: { [address]: 'x' } })).toBe('headers');
});

it.each([
  [
    'a secret in the URL, which its scope would not allow',
    { url: 'https://api.mailgun.net/{{setting.mailgun_api_key}}' },
    'url',
  ],
  ['a URL without encryption', { url: 'http://api.mailgun.net/' }, 'url'],
  ['a URL of no meaning', { url: 'https://api.mailgun.net/%E0%A4%A' }, 'url'],
  ['a space in the URL', { url: 'https://api.mailgun.net/a b' }, 'url'],
  [
    'a secret beside other text',
    { headers: { Cookie: 'a={{setting.customersdot_token}}' } },
    'headers',
  ],
  [
    "another header's secret",
    { headers: { Authorization: 'Basic {{setting.mailgun_api_key}}' } },
    'headers',
  ],
  ['a password of its own', { basicAuth: { username: 'api', password: 'secret' } }, 'basic_auth'],
  [
    'a secret as the user name',
    {
      basicAuth: {
        username: '{{setting.mailgun_api_key}}',
        password: '{{setting.mailgun_api_key}}',
      },
    },
    'basic_auth',
  ],
])('refuses %s', (_, change, part) => {
  expect(unsafePart({ ...request, ...change })).toBe(part);
});

it('lets no generated value with a brace pair or a control character leave', () => {
  const hostile = fc
    .tuple(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{{', '\n', '\r', '\u0000', '\u001b', '\u007f'),
      fc.string({ unit: 'binary' }),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(hostile, (value) => {
      expect(unsafePart(about(value))).toBe('url');
      expect(unsafePart(inBody(value))).toBe('body');
    }),
    { numRuns: runs(200, 10_000) },
  );
});
