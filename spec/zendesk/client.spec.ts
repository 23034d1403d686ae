import { connect, fromZaf, getPaths, invoke, type ZafClient } from '../../src/zendesk/client';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, type Behaviour } from '../support/fake-zaf';

const inZendesk = { search: '?origin=https://gitlab.zendesk.com&app_guid=a1', hash: '' };

describe('connect', () => {
  const client = createFakeZaf();
  const sdk = { init: () => client };

  it('hands over the client of the page that embeds us', () => {
    expect(connect(sdk, inZendesk)).toEqual({
      kind: 'connected',
      client,
      origin: new URLSearchParams(inZendesk.search).get('origin'),
    });
  });

  it('reads origin and guid from the hash as well, as the SDK does', () => {
    const location = { search: '', hash: '#origin=http%3A%2F%2Flocalhost%3A4567&app_guid=a1' };
    expect(connect(sdk, location).kind).toBe('connected');
  });

  it.each([
    ['nothing in the address', sdk, { search: '', hash: '' }, 'not-embedded'],
    ['no guid', sdk, { search: '?origin=https://gitlab.zendesk.com', hash: '' }, 'not-embedded'],
    ['a script that did not load', undefined, inZendesk, 'sdk-missing'],
    ['an init that returns false', { init: () => false as const }, inZendesk, 'not-embedded'],
  ])('is outside with %s', (_, given, location, why) => {
    expect(connect(given, location)).toEqual({ kind: 'outside', why });
  });

  it.each([
    'https://evil.example.com',
    'https://zendesk.com.example.com',
    'https://evilzendesk.com',
    'http://gitlab.zendesk.com',
    'http://localhost.example.com:4567',
    'null',
  ])('does not talk to %s, whatever the npm build would do', (origin) => {
    const init = jest.fn(() => client);
    const search = `?origin=${encodeURIComponent(origin)}&app_guid=a1`;
    expect(connect({ init }, { search, hash: '' })).toEqual({
      kind: 'outside',
      why: 'foreign-page',
    });
    expect(init).not.toHaveBeenCalled();
  });
});

const timeoutError = Object.assign(Object.create({ constructor: Object }) as object, {
  name: 'TimeoutError',
  message: 'Timeout when invoking "get"',
  invocationName: 'get',
  paramsArray: ['ticket.id'],
});

/** Every way in which the two builds were seen to fail. */
const failing: readonly [string, Behaviour, object][] = [
  ['silence', { kind: 'silent' }, { kind: 'timeout', afterMs: 10_000 }],
  [
    'a timeout that resolves (npm build)',
    { kind: 'resolves', value: timeoutError },
    { kind: 'timeout', afterMs: 0 },
  ],
  [
    'a timeout that rejects (official build)',
    { kind: 'rejects', reason: new Error('Invocation request timeout') },
    { kind: 'timeout', afterMs: 0 },
  ],
  ['nothing', { kind: 'resolves', value: undefined }, { kind: 'malformed', what: 'wrong-shape' }],
  ['null', { kind: 'resolves', value: null }, { kind: 'malformed', what: 'wrong-shape' }],
  ['a word', { kind: 'resolves', value: 'no' }, { kind: 'malformed', what: 'wrong-shape' }],
  [
    'a nameless error that resolves',
    { kind: 'resolves', value: { message: 'nope' } },
    { kind: 'malformed', what: 'wrong-shape' },
  ],
  [
    'an error that resolves',
    { kind: 'resolves', value: new Error('nope') },
    { kind: 'malformed', what: 'wrong-shape' },
  ],
  [
    'an error',
    { kind: 'rejects', reason: new Error('nope') },
    { kind: 'rejected', status: 0, message: 'nope' },
  ],
  ['a plain object', { kind: 'rejects', reason: { status: 500 } }, { kind: 'rejected', status: 0 }],
  ['nothing at all', { kind: 'rejects', reason: undefined }, { kind: 'rejected', status: 0 }],
];

describe.each(failing)('a client that answers with %s', (_, behaviour, cause) => {
  const failure = { ok: false, failure: { source: 'zendesk', ...cause } };

  async function outcome<T>(
    call: (client: ZafClient, clock: ReturnType<typeof createFakeClock>) => Promise<T>,
  ): Promise<T> {
    const clock = createFakeClock(0);
    const client = createFakeZaf();
    (['metadata', 'get', 'invoke'] as const).forEach((name) => {
      client.behave(name, behaviour);
    });
    const promise = call(client, clock);
    await clock.advance(10_000);
    expect(clock.pending()).toBe(0);
    return promise;
  }

  it('fails a get', async () => {
    expect(await outcome((client, clock) => getPaths(client, clock, ['ticket.id']))).toEqual(
      failure,
    );
  });

  it('fails an action', async () => {
    expect(await outcome((client, clock) => invoke(client, clock, 'resize'))).toEqual(failure);
  });

  it('fails the metadata', async () => {
    expect(await outcome((client, clock) => fromZaf(() => client.metadata(), clock))).toEqual(
      failure,
    );
  });
});

describe('getPaths', () => {
  const clock = createFakeClock(0);

  it('leaves out what Zendesk left out, and keeps the rest', async () => {
    const client = createFakeZaf({ paths: { 'ticket.form.id': undefined } });
    expect(await getPaths(client, clock, ['ticket.id', 'ticket.form.id'])).toEqual({
      ok: true,
      value: { 'ticket.id': 35436 },
    });
  });

  it('takes an answer without `errors`, as the documentation shows it', async () => {
    const client = createFakeZaf();
    client.behave('get', { kind: 'resolves', value: { 'ticket.id': 1 } });
    expect(await getPaths(client, clock, ['ticket.id'])).toEqual({
      ok: true,
      value: { 'ticket.id': 1 },
    });
  });

  it('fails when nothing that was asked came back', async () => {
    const client = createFakeZaf();
    client.behave('get', { kind: 'resolves', value: { errors: {}, 'ticket.status': 'open' } });
    expect(await getPaths(client, clock, ['ticket.id'])).toMatchObject({
      ok: false,
      failure: { kind: 'malformed' },
    });
  });
});

it('fails an action whose error is only in the bulk answer', async () => {
  const client = createFakeZaf();
  const errors = {
    macro: { name: 'APIUnavailableError', message: 'no such macro', path: 'macro' },
  };
  client.behave('invoke', { kind: 'resolves', value: { errors } });
  expect(await invoke(client, createFakeClock(0), 'macro', 9)).toEqual({
    ok: false,
    failure: { source: 'zendesk', kind: 'rejected', status: 0, message: 'no such macro' },
  });
});

it('fails a call that throws before it begins', async () => {
  const call = (): Promise<unknown> => {
    throw new Error('The get method accepts a string or array of strings.');
  };
  expect(await fromZaf(call, createFakeClock(0))).toMatchObject({
    ok: false,
    failure: { kind: 'rejected' },
  });
});

it('drops an answer that comes after the deadline', async () => {
  const clock = createFakeClock(0);
  let answer: (value: unknown) => void = () => undefined;
  const result = fromZaf(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
    clock,
  );
  await clock.advance(10_000);
  answer({ 'ticket.id': 1 });
  expect(await result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
});
