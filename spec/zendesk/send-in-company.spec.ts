import type { OutgoingRequest } from '../../src/shared/request';
import { createSend } from '../../src/zendesk/send';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, httpAnswer, httpError, rejecting, type Respond } from '../support/fake-zaf';

const uncached: OutgoingRequest = {
  source: 'portal_log',
  method: 'GET',
  url: 'https://api.mailgun.net/v1/analytics/logs',
  headers: {},
};
const request = { ...uncached, cacheKey: 'portal_log jane.doe@example.com' };

function setUp(respond: Respond) {
  const clock = createFakeClock(0);
  const client = createFakeZaf({ respond });
  const send = createSend(client, clock, () => 0);
  return { clock, send, sent: () => client.requests.length };
}

/** Requests that are answered when the spec says so. */
function held() {
  const waiting: ((value: unknown) => void)[] = [];
  const respond: Respond = () =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const answer = (index: number, body: unknown = []) => {
    waiting[index]?.(httpAnswer(body));
  };
  return { ...setUp(respond), answer };
}

const cancelled = { ok: false, failure: { source: 'portal_log', kind: 'cancelled' } };

describe('the memory', () => {
  it('answers the same question for a minute', async () => {
    const { send, sent, clock } = setUp(() => httpAnswer({ items: [] }));
    const first = await send(request);
    await clock.advance(59_999);
    expect(await send(request)).toEqual(first);
    expect(sent()).toBe(1);
    await clock.advance(1);
    await send(request);
    expect(sent()).toBe(2);
  });

  it('knows one question from another, and nothing without a key', async () => {
    const { send, sent } = setUp(() => httpAnswer({}));
    await send(request);
    await send({ ...request, cacheKey: 'portal_log john.roe@example.com' });
    await send(uncached);
    await send(uncached);
    expect(sent()).toBe(4);
  });

  it('is passed over when asked afresh, and takes the new answer', async () => {
    let turn = 0;
    const { send, sent } = setUp(() => httpAnswer({ turn: (turn += 1) }));
    await send(request);
    expect(await send(request, { fresh: true })).toMatchObject({ value: { body: '{"turn":2}' } });
    expect(await send(request)).toMatchObject({ value: { body: '{"turn":2}' } });
    expect(sent()).toBe(2);
  });

  it('forgets the old answer when a fresh one could not be had', async () => {
    let down = false;
    const { send } = setUp(() => (down ? rejecting(httpError(403)) : httpAnswer({})));
    await send(request);
    down = true;
    await send(request, { fresh: true });
    expect(await send(request)).toMatchObject({ value: { status: 403 } });
  });

  it.each([
    ['a refusal', () => rejecting(httpError(401))],
    ['a sign-in page', () => httpAnswer('<!DOCTYPE html><title>Sign in</title>')],
    ['nothing', () => httpAnswer('')],
    ['no network', () => rejecting({ status: 0 })],
  ])('does not keep %s', async (_name, respond) => {
    const { send, sent } = setUp(respond);
    await send(request);
    await send(request);
    expect(sent()).toBe(2);
  });

  it('can be cleared', async () => {
    const { send, sent } = setUp(() => httpAnswer({}));
    await send(request);
    send.clear();
    await send(request);
    expect(sent()).toBe(2);
  });
});

describe('two at a time', () => {
  it('holds back the third of a source until one is answered', async () => {
    const { send, sent, clock, answer } = held();
    const results = [send(uncached), send(uncached), send(uncached)];
    await clock.advance(0);
    expect(sent()).toBe(2);
    answer(0);
    await clock.advance(0);
    expect(sent()).toBe(3);
    answer(1);
    answer(2);
    expect(await Promise.all(results)).toHaveLength(3);
    expect(clock.pending()).toBe(0);
  });

  it('counts each source for itself', async () => {
    const { send, sent, clock } = held();
    for (const source of ['portal_log', 'gitlab_log', 'customersdot'] as const) {
      void send({ ...uncached, source });
      void send({ ...uncached, source });
    }
    await clock.advance(0);
    expect(sent()).toBe(6);
  });

  it('goes on after a deadline: the silent one is given up', async () => {
    const { send, sent, clock } = held();
    for (let count = 0; count < 3; count += 1) void send(uncached);
    await clock.advance(9_999);
    expect(sent()).toBe(2);
    await clock.advance(1);
    expect(sent()).toBe(3);
  });

  it('still counts what was cancelled, which nobody can call back, until it is answered', async () => {
    const { send, sent, clock, answer } = held();
    const abort = new AbortController();
    void send(uncached, { signal: abort.signal });
    void send(uncached, { signal: abort.signal });
    await clock.advance(0);
    abort.abort();
    void send(uncached);
    await clock.advance(0);
    expect(sent()).toBe(2);
    answer(0);
    await clock.advance(0);
    expect(sent()).toBe(3);
  });

  it('or until it is too old to be answered', async () => {
    const { send, sent, clock } = held();
    const abort = new AbortController();
    void send(uncached, { signal: abort.signal });
    void send(uncached, { signal: abort.signal });
    await clock.advance(4_000);
    abort.abort();
    void send(uncached);
    void send(uncached);
    await clock.advance(5_999);
    expect(sent()).toBe(2);
    await clock.advance(1);
    expect(sent()).toBe(4);
  });
});

it('lets the second in line wait for the second place, when the first in line took the first', async () => {
  const { send, sent, clock } = held();
  const abort = new AbortController();
  void send(uncached, { signal: abort.signal });
  await clock.advance(4_000);
  void send(uncached, { signal: abort.signal });
  await clock.advance(0);
  abort.abort();
  void send(uncached);
  void send(uncached);
  await clock.advance(6_000);
  expect(sent()).toBe(3);
  await clock.advance(3_999);
  expect(sent()).toBe(3);
  await clock.advance(1);
  expect(sent()).toBe(4);
});

describe('cancelling', () => {
  it('answers at once, leaves no timer, and drops what comes later', async () => {
    const { send, sent, clock, answer } = held();
    const abort = new AbortController();
    const result = send(request, { signal: abort.signal });
    await clock.advance(0);
    abort.abort();
    expect(await result).toEqual(cancelled);
    expect(clock.pending()).toBe(0);
    answer(0);
    await clock.advance(0);
    void send(request);
    await clock.advance(0);
    expect(sent()).toBe(2);
  });

  it('before anything was sent sends nothing', async () => {
    const { send, sent } = held();
    expect(await send(request, { signal: AbortSignal.abort() })).toEqual(cancelled);
    expect(sent()).toBe(0);
  });

  it('while waiting for its turn gives up the place', async () => {
    const { send, sent, clock, answer } = held();
    const abort = new AbortController();
    void send(uncached);
    void send(uncached);
    const third = send(uncached, { signal: abort.signal });
    await clock.advance(0);
    abort.abort();
    expect(await third).toEqual(cancelled);
    answer(0);
    answer(1);
    await clock.advance(0);
    expect(sent()).toBe(2);
    expect(clock.pending()).toBe(0);
  });

  it('while waiting to ask again does not ask again', async () => {
    const { send, sent, clock } = setUp(() => rejecting(httpError(500)));
    const abort = new AbortController();
    const result = send(request, { signal: abort.signal });
    await clock.advance(100);
    abort.abort();
    expect(await result).toEqual(cancelled);
    expect(clock.pending()).toBe(0);
    await clock.advance(60_000);
    expect(sent()).toBe(1);
  });

  it('at the very moment of an answer that would be asked again asks no more', async () => {
    const { send, sent, clock } = setUp(() => rejecting(httpError(500)));
    const results = Array.from({ length: 20 }, async (_, turns) => {
      const own = new AbortController();
      const result = send(uncached, { signal: own.signal });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      own.abort();
      return result;
    });
    await clock.advance(60_000);
    expect(await Promise.all(results)).toEqual(results.map(() => cancelled));
    expect(sent()).toBeLessThanOrEqual(20);
    expect(clock.pending()).toBe(0);
  });
});
