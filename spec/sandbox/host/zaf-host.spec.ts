import { PathError } from '../../../sandbox/host/paths';
import { connected, openApp } from './sdk';

const tick = () => new Promise((done) => setTimeout(done, 0));

/** The host against the unmodified SDK of npm. */
describe('handshake', () => {
  it('registers the app with metadata and context', async () => {
    const { client } = await connected();

    expect(await client.metadata()).toEqual({ settings: { title: 'App' } });
    expect(await client.context()).toEqual({ ticketId: 7 });
  });

  it('registers it once, however often it asks', async () => {
    const registration = jest.fn(() => ({ metadata: {}, context: {} }));
    const { host } = await connected({ registration });

    host.receive('{"key":"iframe.handshake","message":{"version":"2.0.9"}}');

    expect(registration).toHaveBeenCalledTimes(1);
  });

  it('says which SDK has connected', async () => {
    const versions: string[] = [];

    await connected({ connected: (version) => versions.push(version) });

    expect(versions).toEqual(['2.0.9']);
  });

  it('is not needed by a page that nobody embeds', () => {
    expect(openApp({}, '').client).toBe(false);
  });
});

describe('get, set and invoke', () => {
  const get = (path: string) => {
    if (path === 'nothing') throw new PathError('is not available');
    return `value of ${path}`;
  };

  it('answers a bulk get with values, and with an error for each path that has none', async () => {
    const { client } = await connected({ get });

    expect(await client.get(['ticket.id', 'nothing'])).toMatchObject({
      'ticket.id': 'value of ticket.id',
      errors: { nothing: { name: 'APIUnavailableError', path: 'nothing' } },
    });
  });

  it('makes a single get of such a path fail, with a real error', async () => {
    const { client } = await connected({ get });

    await expect(client.get('nothing')).rejects.toMatchObject({
      name: 'APIUnavailableError',
      message: '"nothing" is not available',
    });
  });

  it('hands over what an action is given, and waits for it', async () => {
    const { client } = await connected({ invoke: (_, args) => Promise.resolve(args.length) });

    expect(await client.invoke('resize', { height: '80px' }, 2)).toMatchObject({ resize: 2 });
  });

  it('makes an action that throws fail', async () => {
    const { client } = await connected({
      invoke: () => Promise.reject(new Error('no such macro')),
    });

    await expect(client.invoke('macro', 1)).rejects.toThrow('"macro" no such macro');
  });

  it('sets', async () => {
    const set = jest.fn((_: string, value: unknown) => value);
    const { client } = await connected({ set });

    await client.set('comment.type', 'internalNote');

    expect(set).toHaveBeenCalledWith('comment.type', 'internalNote');
  });
});

describe('requests', () => {
  it('resolve with the first argument', async () => {
    const { client } = await connected({
      request: () => Promise.resolve({ ok: true, responseArgs: [{ count: 3 }, 'success'] }),
    });

    expect(await client.request('/api/v2/tickets')).toEqual({ count: 3 });
  });

  it('reject with a plain object', async () => {
    const { client } = await connected({
      request: () => Promise.resolve({ ok: false, responseArgs: [{ status: 404 }] }),
    });

    await expect(client.request({ url: '/x' })).rejects.toEqual({ status: 404 });
  });

  it('do not get in each other’s way', async () => {
    const { client } = await connected({
      request: async (options) => {
        const { url } = options as { url: string };
        if (url === 'slow') await tick();
        return { ok: true, responseArgs: [url] };
      },
    });

    expect(await Promise.all([client.request('slow'), client.request('fast')])).toEqual([
      'slow',
      'fast',
    ]);
  });
});

describe('events', () => {
  it('reach those who listen, and nobody else', async () => {
    const { client, host, posted } = await connected();
    const heard: unknown[] = [];
    client.on('colorScheme.changed', (data) => heard.push(data));
    await tick();

    host.fire('colorScheme.changed', 'dark');
    host.fire('ticket.tags.changed', []);
    await tick();

    expect(heard).toEqual(['dark']);
    expect(posted).not.toContainEqual(expect.stringContaining('iframe.on:ticket.tags.changed'));
    expect(posted).toContainEqual(expect.stringContaining('iframe.on:colorScheme.changed'));
  });

  it('stop when the last listener has gone', async () => {
    const { client, host } = await connected();
    const heard: unknown[] = [];
    const handler = (data: unknown) => heard.push(data);
    client.on('app.activated', handler);
    client.off('app.activated', handler);
    await tick();

    host.fire('app.activated');
    await tick();

    expect(heard).toEqual([]);
  });
});

describe('the hook before saving', () => {
  it('passes where nobody minds', async () => {
    const { host } = await connected();

    expect(await host.hook('ticket.save')).toEqual({ ok: true, message: undefined });
  });

  it('is stopped with the app’s words', async () => {
    const { client, host } = await connected();
    client.on('ticket.save', () => 'not yet');

    expect(await host.hook('ticket.save')).toEqual({ ok: false, message: 'not yet' });
  });

  it('is stopped by a promise only where that rejects', async () => {
    const { client, host } = await connected();
    const resolving = () => Promise.resolve('not yet');
    client.on('ticket.save', resolving);
    expect(await host.hook('ticket.save')).toMatchObject({ ok: true });
    client.off('ticket.save', resolving);
    client.on('ticket.save', () => Promise.reject(new Error('not yet')));
    expect(await host.hook('ticket.save')).toEqual({ ok: false, message: 'not yet' });
  });
});

it.each(['nonsense', '{', undefined, null, 42, '{"key":"session.live"}', '{"key":"__track__"}'])(
  'shrugs at %p',
  async (message) => {
    const { host, client } = await connected();

    host.receive(message);

    expect(await client.get(['a'])).toMatchObject({ a: 'a' });
  },
);
