import type { OutgoingRequest } from '../../src/shared/request';
import { createSend } from '../../src/zendesk/send';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, httpAnswer, httpError, rejecting, type Respond } from '../support/fake-zaf';

const start = Date.UTC(2026, 10, 23, 12, 0, 0);

const request: OutgoingRequest = {
  source: 'customersdot',
  method: 'GET',
  url: 'https://customers.gitlab.com/admin/customer/export?query=jane.doe%40example.com',
  headers: { Accept: 'application/json', Authorization: 'Bearer {{setting.customersdot_token}}' },
};

function setUp(respond: Respond, online = true) {
  const clock = createFakeClock(start);
  const client = createFakeZaf({ respond });
  const send = createSend(
    client,
    clock,
    () => 0.5,
    () => online,
  );
  const sent = () => client.requests.length;
  return { clock, client, send, sent };
}

/** Answers one after the other; the last one stays. */
function inTurn(...answers: readonly (() => unknown)[]): Respond {
  let turn = 0;
  return () => answers[Math.min(turn++, answers.length - 1)]?.();
}

const silence = () => new Promise(() => undefined);
const good = () => httpAnswer([{ id: 4 }]);
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    rejecting(httpError(code, 'no', headers));

describe('what is asked of the host', () => {
  it('goes through the proxy as a secure request, once, with its whole answer', async () => {
    const { send, client } = setUp(good);
    await send(request);
    expect(client.requests).toEqual([
      {
        url: request.url,
        type: 'GET',
        headers: request.headers,
        secure: true,
        cors: false,
        autoRetry: false,
        httpCompleteResponse: true,
        dataType: 'text',
        timeout: 10_000,
      },
    ]);
  });

  it('carries a JSON body and HTTP Basic the way the proxy expects them', async () => {
    const { send, client } = setUp(good);
    const basicAuth = { username: 'api', password: '{{setting.mailgun_api_key}}' };
    await send({
      source: 'portal_log',
      method: 'POST',
      url: 'https://api.mailgun.net/v1/analytics/logs',
      headers: { Authorization: 'Basic {{basic_auth.token}}' },
      body: '{"limit":100}',
      basicAuth,
    });
    expect(client.requests[0]).toMatchObject({
      type: 'POST',
      data: '{"limit":100}',
      contentType: 'application/json',
      basic_auth: basicAuth,
    });
  });
});

describe('an answer', () => {
  it('has no more headers, and no longer ones, than are read', async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `x-${index}: ${'v'.repeat(10)}`);
    const many = [`location: ${'l'.repeat(9_000)}`, ...lines].join('\r\n');
    const { send } = setUp(() => ({ ...httpAnswer([]), headers: many }));
    const result = await send(request);
    const headers = result.ok ? result.value.headers : {};
    expect(headers['location']).toHaveLength(1_000);
    expect(Object.keys(headers)).toHaveLength(100);
  });

  it.each([200, 204, 299])('of status %i is handed over', async (code) => {
    const { send } = setUp(() => httpAnswer('[]', code, { 'Content-Type': 'application/json' }));
    expect(await send(request)).toEqual({
      ok: true,
      value: { status: code, body: '[]', headers: { 'content-type': 'application/json' } },
    });
  });

  it.each([302, 400, 401, 403, 404, 406, 422])(
    'of status %i is one too, asked once',
    async (code) => {
      const { send, sent } = setUp(status(code));
      expect(await send(request)).toMatchObject({ ok: true, value: { status: code, body: 'no' } });
      expect(sent()).toBe(1);
    },
  );
});

describe('one retry', () => {
  it.each([429, 500, 502, 503, 504])('after a %i', async (code) => {
    const { send, sent, clock } = setUp(inTurn(status(code), good));
    const result = send(request);
    await clock.advance(599);
    expect(sent()).toBe(1);
    await clock.advance(1);
    expect(sent()).toBe(2);
    expect(await result).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it('after silence', async () => {
    const { send, sent, clock } = setUp(inTurn(silence, good));
    const result = send(request);
    await clock.advance(10_600);
    expect(sent()).toBe(2);
    expect(await result).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it('and no more than one', async () => {
    const { send, sent, clock } = setUp(status(500));
    const result = send(request);
    await clock.advance(60_000);
    expect(sent()).toBe(2);
    expect(await result).toMatchObject({ ok: true, value: { status: 500 } });
    expect(clock.pending()).toBe(0);
  });

  it('gives up on silence after both deadlines', async () => {
    const { send, clock } = setUp(silence);
    const result = send(request);
    await clock.advance(20_600);
    expect(await result).toEqual({
      ok: false,
      failure: { source: 'customersdot', kind: 'timeout', afterMs: 10_000 },
    });
    expect(clock.pending()).toBe(0);
  });

  it.each([
    ['Retry-After', { 'Retry-After': '2' }],
    ['a reset in epoch milliseconds', { 'X-RateLimit-Reset': String(start + 2000) }],
    ['a date', { 'Retry-After': new Date(start + 2000).toUTCString() }],
  ])('waits as long as %s asks', async (_, headers) => {
    const { send, sent, clock } = setUp(inTurn(status(429, headers), good));
    const result = send(request);
    await clock.advance(2199);
    expect(sent()).toBe(1);
    await clock.advance(1);
    expect(await result).toMatchObject({ ok: true, value: { status: 200 } });
  });

  it('does not keep an engineer waiting for too long; it says how long it would be', async () => {
    const headers = { 'X-RateLimit-Reset': String(start + 90_000) };
    const { send, sent, clock } = setUp(status(429, headers));
    expect(await send(request)).toMatchObject({
      ok: true,
      value: { status: 429, headers: { 'retry-after': '90' } },
    });
    expect(sent()).toBe(1);
    expect(clock.pending()).toBe(0);
  });

  it.each([0, 0.99])('spreads out by chance (%d)', async (chance) => {
    const clock = createFakeClock(start);
    const client = createFakeZaf({ respond: status(500) });
    void createSend(client, clock, () => chance)(request);
    await clock.advance(400 + 400 * chance - 1);
    expect(client.requests).toHaveLength(1);
    await clock.advance(1);
    expect(client.requests).toHaveLength(2);
  });
});

describe('no answer', () => {
  it.each([
    [
      'a network that failed',
      () => rejecting({ status: 0, statusText: 'error' }),
      { kind: 'unreachable' },
    ],
    ['a rejection without a status', () => rejecting(new Error('x')), { kind: 'unreachable' }],
    ['nothing', () => rejecting(undefined), { kind: 'unreachable' }],
    [
      'the 422 of an app without installation',
      () =>
        rejecting(
          httpError(
            422,
            'Proxy error: {:code=>"UnprocessableEntity", :status=>"422", :title=>"Unprocessable Entity", :message=>"Failed to get installation and oauth information for app."}',
          ),
        ),
      { kind: 'proxy-refused', reason: 'no-installation' },
    ],
    [
      'a host that is not on the whitelist',
      () => rejecting(httpError(400, 'Proxy error: Invalid request')),
      { kind: 'proxy-refused', reason: 'other' },
    ],
    [
      'a proxy error that resolves',
      () => httpAnswer('Proxy error: Invalid request'),
      { kind: 'proxy-refused', reason: 'other' },
    ],
  ])('because of %s', async (_, respond, cause) => {
    const { send, sent, clock } = setUp(respond);
    expect(await send(request)).toEqual({
      ok: false,
      failure: { source: 'customersdot', ...cause },
    });
    expect(sent()).toBe(1);
    expect(clock.pending()).toBe(0);
  });

  it("because of the host's own timeout, which is asked again", async () => {
    const { send, sent, clock } = setUp(() => rejecting({ status: 0, statusText: 'timeout' }));
    const result = send(request);
    await clock.advance(600);
    expect(await result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(sent()).toBe(2);
  });

  it('because of a timeout that resolves', async () => {
    const { send, clock } = setUp(() => ({ name: 'TimeoutError', message: 'Timeout when …' }));
    const result = send(request);
    await clock.advance(600);
    expect(await result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });

  it('because the machine is offline: nothing is asked', async () => {
    const { send, sent } = setUp(good, false);
    expect(await send(request)).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
    expect(sent()).toBe(0);
  });

  it('because the machine went offline meanwhile: that is no timeout, and not asked again', async () => {
    let online = true;
    const clock = createFakeClock(start);
    const client = createFakeZaf({ respond: silence });
    const send = createSend(
      client,
      clock,
      () => 0,
      () => online,
    );
    const result = send(request);
    online = false;
    await clock.advance(10_000);
    expect(await result).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
    expect(clock.pending()).toBe(0);
  });
});

it.each([
  ['a URL', { url: 'https://customers.gitlab.com/?query={{setting.mailgun_api_key}}' }, 'url'],
  ['a header', { headers: { Accept: 'a\r\nX-Other: b' } }, 'headers'],
])('refuses %s that is not safe before anything leaves', async (_, change, setting) => {
  const { send, sent } = setUp(good);
  expect(await send({ ...request, ...change })).toEqual({
    ok: false,
    failure: { source: 'customersdot', kind: 'misconfigured', setting },
  });
  expect(sent()).toBe(0);
});
