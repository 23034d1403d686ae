/** @jest-environment jsdom */
import type { Result } from '../../src/shared/failure';
import {
  connect,
  fromZaf,
  getPaths,
  invoke,
  type ZafClient,
  type ZafSdk,
} from '../../src/zendesk/client';
import { createColorScheme } from '../../src/zendesk/frame';
import { createSend } from '../../src/zendesk/send';
import { createFakeClock } from '../support/fake-clock';
import { createSdkHost } from '../support/sdk-host';

// The npm build, unmodified, over postMessage: its handshake, its queue and its ways of failing.
const origin = 'http://localhost:4600';
const sdk = jest.requireActual<ZafSdk>('zendesk_app_framework_sdk');
const settings = { mailgun_region: 'us' };
const request = {
  source: 'customersdot',
  method: 'GET',
  url: 'https://customers.gitlab.com/admin/customer/export?query=jane',
  headers: { Authorization: 'Bearer {{setting.customersdot_token}}' },
} as const;

const host = createSdkHost(origin);
let client: ZafClient;
let early: Result<unknown>;

beforeAll(async () => {
  jest.useFakeTimers();
  window.history.pushState({}, '', `/?origin=${encodeURIComponent(origin)}&app_guid=a1`);
  const connection = connect(sdk, window.location);
  if (connection.kind !== 'connected') throw new Error(connection.why);
  client = connection.client;

  const clock = createFakeClock(0);
  const unanswered = fromZaf(() => client.metadata(), clock);
  await clock.advance(10_000);
  early = await unanswered;
  host.register({ metadata: { settings }, context: { product: 'support' } });
});

afterAll(() => {
  jest.useRealTimers();
});

function setUp() {
  const clock = createFakeClock(0);
  host.answer(() => undefined);
  host.answerRequest(() => undefined);
  return clock;
}

it('returns false outside Zendesk, which connect says in a word', () => {
  expect(connect(sdk, { search: '', hash: '' })).toEqual({ kind: 'outside', why: 'not-embedded' });
});

it('waits for ever where the handshake is not answered, which we do not', () => {
  expect(early).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
});

it('shakes hands and hands over the metadata', async () => {
  const clock = setUp();
  expect(host.received[0]).toMatchObject({ key: 'iframe.handshake' });
  const metadata = await fromZaf(() => client.metadata(), clock);
  expect(metadata).toEqual({ ok: true, value: { settings } });
  expect(clock.pending()).toBe(0);
});

it('gets many paths at once, with the errors of some', async () => {
  const clock = setUp();
  host.answer(({ params }) => ({
    result: {
      'ticket.id': 7,
      'ticket.form.id': null,
      errors: { 'ticket.form.id': { name: 'X', message: 'no', path: params } },
    },
  }));
  expect(await getPaths(client, clock, ['ticket.id', 'ticket.form.id'])).toEqual({
    ok: true,
    value: { 'ticket.id': 7 },
  });
});

it('resolves with a TimeoutError after five seconds, which is a timeout here', async () => {
  const clock = setUp();
  const result = getPaths(client, clock, ['ticket.id']);
  await clock.advance(5_000);
  jest.advanceTimersByTime(5_000);
  expect(await result).toEqual({
    ok: false,
    failure: { source: 'zendesk', kind: 'timeout', afterMs: 5_000 },
  });
  expect(clock.pending()).toBe(0);
});

it('resolves with an error that has no name, which is no answer here', async () => {
  const clock = setUp();
  host.answer(() => ({ error: { message: 'Something went wrong' } }));
  expect(await getPaths(client, clock, ['ticket.id'])).toMatchObject({
    ok: false,
    failure: { kind: 'malformed' },
  });
});

it('rejects with an error that has one', async () => {
  const clock = setUp();
  host.answer(() => ({
    result: { errors: { macro: { name: 'X', message: 'no', path: 'macro' } } },
  }));
  expect(await invoke(client, clock, 'macro', 5)).toEqual({
    ok: false,
    failure: { source: 'zendesk', kind: 'rejected', status: 0, message: '"macro" no' },
  });
});

it('resolves with nothing for an empty answer', async () => {
  const clock = setUp();
  host.answer(() => ({}));
  expect(await getPaths(client, clock, ['ticket.id'])).toMatchObject({
    ok: false,
    failure: { kind: 'malformed' },
  });
});

it('sends a request with placeholders in place of secrets, and takes the whole answer', async () => {
  const clock = setUp();
  let posted: unknown;
  host.answerRequest((options) => {
    posted = options;
    return ['done', { status: 200, statusText: 'OK', responseText: '[]', headers: { A: 'b' } }];
  });
  const result = await createSend(client, clock, () => 0)(request);
  expect(result).toEqual({ ok: true, value: { status: 200, body: '[]', headers: { a: 'b' } } });
  expect(posted).toMatchObject({ url: request.url, headers: request.headers, secure: true });
  expect(clock.pending()).toBe(0);
});

it('takes the plain object of a refusal for the answer that it is', async () => {
  const clock = setUp();
  host.answerRequest(() => [
    'fail',
    { status: 401, statusText: 'error', responseText: 'Forbidden' },
  ]);
  expect(await createSend(client, clock, () => 0)(request)).toMatchObject({
    ok: true,
    value: { status: 401, body: 'Forbidden' },
  });
});

it('waits for a request for ever, which we do not', async () => {
  const clock = setUp();
  const result = createSend(client, clock, () => 0)(request);
  await clock.advance(30_000);
  jest.advanceTimersByTime(600_000);
  expect(await result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  expect(clock.pending()).toBe(0);
});

it('does not hear a page that is not the one it was told of', async () => {
  const clock = setUp();
  host.answer(({ id }) => {
    host.post({ id, result: { errors: {}, 'ticket.id': 666 } }, 'https://evil.example.com');
    return undefined;
  });
  const result = getPaths(client, clock, ['ticket.id']);
  await clock.advance(10_000);
  expect(await result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
});

it('tells of events, and the host when nobody listens any more', async () => {
  setUp();
  const scheme = createColorScheme(client, '');
  host.fire('colorScheme.changed', 'dark');
  await Promise.resolve();
  expect(scheme.get()).toBe('dark');
  scheme.close();
  expect(host.received.at(-1)).toMatchObject({
    key: 'iframe.off:colorScheme.changed',
    message: { subscriberCount: 0 },
  });
});
