import { failureOfStatus } from '../../src/shared/request';

const of = (status: number, body = '', headers = {}) =>
  failureOfStatus('customersdot', { status, body, headers });

it.each([200, 201, 204, 299])('%d is for the body to say', (status) => {
  expect(of(status)).toBeUndefined();
});

it.each([
  [300, { kind: 'unauthorised', status: 300 }],
  [307, { kind: 'unauthorised', status: 307 }],
  [399, { kind: 'unauthorised', status: 399 }],
  [302, { kind: 'unauthorised', status: 302 }],
  [401, { kind: 'unauthorised', status: 401 }],
  [403, { kind: 'forbidden', status: 403 }],
  [404, { kind: 'not-found', status: 404 }],
  [429, { kind: 'rate-limited' }],
  [400, { kind: 'rejected', status: 400 }],
  [406, { kind: 'rejected', status: 406 }],
  [422, { kind: 'rejected', status: 422 }],
  [100, { kind: 'rejected', status: 100 }],
  [500, { kind: 'server', status: 500 }],
  [503, { kind: 'server', status: 503 }],
])('%d', (status, cause) => {
  expect(of(status)).toEqual({ source: 'customersdot', ...cause });
});

it('says when to come back', () => {
  expect(of(429, '', { 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7000 });
});

it.each([
  ['{"status":422,"error":"Unprocessable Entity"}', 'Unprocessable Entity'],
  ['{"error":"one\\u0000\\n two"}', 'one two'],
  [JSON.stringify({ error: 'x'.repeat(500) }), `${'x'.repeat(199)}…`],
])('passes on what Rails says: %s', (body, message) => {
  expect(of(422, body)).toMatchObject({ kind: 'rejected', message });
});

it.each(['', 'no', 'null', '[]', '{}', '{"error":{}}', '{"error":" "}', '<html>error</html>'])(
  'makes no message of %p',
  (body) => {
    expect(of(422, body)).toEqual({ source: 'customersdot', kind: 'rejected', status: 422 });
  },
);

it('does not read an error of pages', () => {
  const body = JSON.stringify({ error: 'why', trace: 'x'.repeat(20_000) });
  expect(of(422, body)).toEqual({ source: 'customersdot', kind: 'rejected', status: 422 });
});
