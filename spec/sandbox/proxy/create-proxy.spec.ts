import { createProxy, type ProxyPorts } from '../../../sandbox/proxy/create-proxy';
import { faults, type Fault, type ProxyAnswer } from '../../../sandbox/proxy/fault';
import { createRequestLog } from '../../../sandbox/proxy/request-log';
import type { ResolvedRequest } from '../../../sandbox/proxy/resolve-request';
import { aRequest, installation } from './an-installation';

const whole: ProxyAnswer = { kind: 'answer', status: 200, body: '[{"id":1}]', headers: {} };

function setUp(change: Partial<ProxyPorts> = {}) {
  const sent: ResolvedRequest[] = [];
  const waits: number[] = [];
  const log = createRequestLog(() => 0);
  const proxy = createProxy({
    installation,
    mode: () => 'installed',
    faultOf: () => 'none',
    delayOf: () => 0,
    held: () => undefined,
    forward(request) {
      sent.push(request);
      return Promise.resolve(whole);
    },
    log,
    wait(ms, signal) {
      waits.push(ms);
      return signal.aborted || ms === Infinity ? Promise.reject(new Error()) : Promise.resolve();
    },
    ...change,
  });
  const ask = (...args: Parameters<typeof aRequest>) =>
    proxy(aRequest(...args), 'a-ticket', new AbortController().signal);
  return { ask, sent, waits, log };
}

it('answers for itself where it does not send', async () => {
  const { ask, sent, log } = setUp();

  const answer = await ask({ url: 'https://evil.example.com/' });

  expect(answer).toMatchObject({ status: 403, body: expect.stringMatching(/^Proxy error: /) });
  expect(sent).toEqual([]);
  expect(log.entries()).toMatchObject([
    { status: 403, refused: expect.stringMatching(/Whitelist/) },
  ]);
});

it('keeps no secret in its log, in whatever shape', async () => {
  const { ask, log, sent } = setUp();

  await ask({ headers: { Authorization: 'Bearer {{setting.customersdot_token}}' } });
  await ask({
    url: 'https://api.mailgun.net/v1/analytics/logs',
    headers: { Authorization: 'Basic {{basic_auth.token}}' },
    basicAuth: { username: 'api', password: '{{setting.mailgun_api_key}}' },
  });

  expect(sent.map(({ headers }) => Object.values(headers)[0])).toEqual([
    'Bearer token-0815',
    `Basic ${btoa('api:key-4711')}`,
  ]);
  const kept = JSON.stringify(log.entries());
  expect(kept).not.toMatch(/token-0815|key-4711/);
  expect(kept).not.toContain(btoa('api:key-4711'));
  expect(kept).toContain('••••••');
});

it('tells both mail logs apart by the domain asked for', async () => {
  const { ask, log } = setUp();
  const url = 'https://api.mailgun.net/v1/analytics/logs';

  await ask({ url, method: 'POST', body: '{"value":"mg.gitlab.com"}' });
  await ask({ url, method: 'POST', body: '{"value":"customers.gitlab.com"}' });
  await ask({ url: 'https://api.mailgun.net/v3/customers.gitlab.com/bounces/a@example.com' });
  await ask();

  expect(log.entries().map(({ sent }) => sent?.service)).toEqual([
    'gitlab_log',
    'portal_log',
    'suppressions',
    'customersdot',
  ]);
});

it('reaches nobody but the stand-ins', async () => {
  const { ask } = setUp({ forward: () => undefined });

  expect(await ask({ url: 'https://example.com/', secure: false })).toEqual({ kind: 'none' });
});

describe('faults', () => {
  const under = (fault: Fault) => setUp({ faultOf: () => fault });

  it.each(faults)('%s ends in an answer or in none, never in an error', async (fault) => {
    const answer = await under(fault).ask();

    expect(['answer', 'none']).toContain(answer.kind);
  });

  it.each(['down', 'timeout'] as const)('%s: no answer', async (fault) => {
    expect(await under(fault).ask()).toEqual({ kind: 'none' });
  });

  it.each([
    ['401', 401],
    ['403', 403],
    ['429', 429],
    ['500', 500],
    ['sign-in-page', 200],
    ['empty', 200],
    ['wrong-shape', 200],
  ] as const)('%s: status %i, and the service is not asked', async (fault, status) => {
    const { ask, sent } = under(fault);

    expect(await ask()).toMatchObject({ status });
    expect(sent).toEqual([]);
  });

  it('truncated: half of the true answer', async () => {
    expect(await under('truncated').ask()).toMatchObject({ status: 200, body: '[{"id' });
  });

  it('slow: the true answer, late', async () => {
    const { ask, waits } = under('slow');

    expect(await ask()).toEqual(whole);
    expect(waits).toContain(3000);
  });
});
