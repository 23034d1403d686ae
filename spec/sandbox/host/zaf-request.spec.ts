import { zafRequest, type RequestPorts } from '../../../sandbox/host/zaf-request';
import type { ProxyAnswer } from '../../../sandbox/proxy/fault';

const json = { 'content-type': 'application/json' };

function setUp(answer: Partial<Extract<ProxyAnswer, { kind: 'answer' }>> | 'none' = {}) {
  const given: ProxyAnswer =
    answer === 'none'
      ? { kind: 'none' }
      : { kind: 'answer', status: 200, body: '{"a":1}', headers: json, ...answer };
  const api = jest.fn<ReturnType<RequestPorts['api']>, Parameters<RequestPorts['api']>>();
  const proxy = jest.fn<ReturnType<RequestPorts['proxy']>, Parameters<RequestPorts['proxy']>>();
  api.mockResolvedValue(given);
  proxy.mockResolvedValue(given);
  return { api, proxy, ports: { api, proxy, subdomain: 'sandbox' } };
}

describe('where a request goes', () => {
  it.each(['/api/v2/x.json', 'https://sandbox.zendesk.com/api/v2/x.json'])(
    '%s: to Zendesk itself, past the proxy',
    async (url) => {
      const { api, proxy, ports } = setUp();

      await zafRequest({ url, secure: true }, ports);

      expect(api.mock.calls[0]?.[0]).toMatchObject({ path: '/api/v2/x.json', method: 'GET' });
      expect(proxy).not.toHaveBeenCalled();
    },
  );

  it('anywhere else: to the proxy, with its options', async () => {
    const { proxy, ports } = setUp();
    const basicAuth = { username: 'api', password: '{{setting.key}}' };

    await zafRequest(
      {
        url: 'https://api.mailgun.net/',
        type: 'POST',
        data: '{}',
        contentType: 'application/json',
        headers: { A: 'b' },
        secure: true,
        basic_auth: basicAuth,
      },
      ports,
    );

    expect(proxy.mock.calls[0]?.[0]).toEqual({
      url: 'https://api.mailgun.net/',
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json', A: 'b' },
      secure: true,
      basicAuth,
    });
  });

  it('with `cors`: nowhere', async () => {
    const { api, proxy, ports } = setUp();

    const { ok } = await zafRequest({ url: 'https://example.com/', cors: true }, ports);

    expect(ok).toBe(false);
    expect(api).not.toHaveBeenCalled();
    expect(proxy).not.toHaveBeenCalled();
  });

  it('writes the data of a GET into its address', async () => {
    const { api, ports } = setUp();

    await zafRequest({ url: '/api?a=1', data: { b: 'c d' } }, ports);

    expect(api.mock.calls[0]?.[0].path).toBe('/api?a=1&b=c+d');
  });
});

describe('what comes back', () => {
  const first = async (options: object, ...answer: Parameters<typeof setUp>) => {
    const { ok, responseArgs } = await zafRequest(
      { url: '/x', ...options },
      setUp(...answer).ports,
    );
    return { ok, value: responseArgs[0] };
  };

  it('parsed JSON', async () => {
    expect(await first({})).toEqual({ ok: true, value: { a: 1 } });
  });

  it('text where text was asked for', async () => {
    expect(await first({ dataType: 'text' })).toEqual({ ok: true, value: '{"a":1}' });
  });

  it('the whole response where that was asked for', async () => {
    expect(await first({ httpCompleteResponse: true })).toMatchObject({
      ok: true,
      value: { status: 200, responseText: '{"a":1}', responseJSON: { a: 1 }, headers: json },
    });
  });

  it('a failure for every status that is not a success', async () => {
    expect(await first({}, { status: 403, body: 'Proxy error: no' })).toMatchObject({
      ok: false,
      value: { status: 403, responseText: 'Proxy error: no' },
    });
  });

  it('a failure for JSON that is none, though the status says 200', async () => {
    expect(await first({ dataType: 'json' }, { body: '<html>' })).toMatchObject({
      ok: false,
      value: { status: 200, statusText: 'parsererror' },
    });
  });

  it('nothing for an empty success', async () => {
    expect(await first({}, { status: 204, body: '' })).toEqual({ ok: true, value: undefined });
  });

  it('status 0 without an answer', async () => {
    expect(await first({}, 'none')).toMatchObject({
      ok: false,
      value: { status: 0, statusText: 'error' },
    });
  });

  it('`timeout` when it took too long', async () => {
    const { ports, proxy } = setUp();
    proxy.mockImplementation(
      (_, signal) =>
        new Promise((_done, fail) => {
          signal.addEventListener('abort', () => {
            fail(new Error());
          });
        }),
    );

    const { ok, responseArgs } = await zafRequest({ url: 'https://a.test/', timeout: 20 }, ports);

    expect(ok).toBe(false);
    expect(responseArgs[0]).toMatchObject({ status: 0, statusText: 'timeout' });
  });
});
