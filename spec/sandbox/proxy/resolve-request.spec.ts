import { install } from '../../../sandbox/proxy/installation';
import { resolveRequest } from '../../../sandbox/proxy/resolve-request';
import { aRequest, installation } from './an-installation';

const resolved = (...args: Parameters<typeof aRequest>) =>
  resolveRequest(aRequest(...args), installation);

describe('what the proxy lets through', () => {
  it('fills secrets into the headers that they are meant for', () => {
    const { headers } = resolved({
      headers: {
        Authorization: 'Bearer {{setting.customersdot_token}}',
      },
    });

    expect(headers).toEqual({
      Authorization: 'Bearer token-0815',
    });
  });

  it('makes the Basic token of user name and secret', () => {
    const { headers } = resolved({
      url: 'https://api.mailgun.net/v1/analytics/logs',
      headers: { Authorization: 'Basic {{basic_auth.token}}' },
      basicAuth: { username: 'api', password: '{{setting.mailgun_api_key}}' },
    });

    expect(headers['Authorization']).toBe(`Basic ${btoa('api:key-4711')}`);
  });

  it('fills open settings in anywhere', () => {
    const { url, body } = resolved({
      url: 'https://api.mailgun.net/v3/{{setting.portal_mail_domain}}/bounces',
      body: '{{setting.gitlab_mail_domain}}',
    });

    expect(url.pathname).toBe('/v3/customers.gitlab.com/bounces');
    expect(body).toBe('mg.gitlab.com');
  });

  it('leaves everything as it is written without `secure`', () => {
    const { headers } = resolved({
      secure: false,
      headers: { 'X-Token': '{{setting.customersdot_token}}' },
    });

    expect(headers['X-Token']).toBe('{{setting.customersdot_token}}');
  });

  it('leaves a setting that does not exist as it is written', () => {
    const { url } = resolved({ url: 'https://customers.gitlab.com/?q={{setting.nothing}}' });

    expect(decodeURIComponent(url.search)).toBe('?q={{setting.nothing}}');
  });
});

describe('what the proxy refuses', () => {
  it.each([
    ['a host that is not on the whitelist', { url: 'https://evil.example.com/' }, /Whitelist/],
    ['a subdomain of one that is', { url: 'https://a.customers.gitlab.com/' }, /Whitelist/],
    ['plain http', { url: 'http://customers.gitlab.com/' }, /Invalid request/],
    ['a port', { url: 'https://customers.gitlab.com:8443/' }, /Invalid request/],
    ['credentials in the address', { url: 'https://a:b@customers.gitlab.com/' }, /Invalid request/],
    ['what is no address', { url: 'customers.gitlab.com' }, /Invalid request/],
    [
      'a host that comes from a setting',
      { url: 'https://{{setting.customersdot_host}}/' },
      /Invalid request|Whitelist/,
    ],
    [
      'a header secret in the address',
      { url: 'https://customers.gitlab.com/?t={{setting.customersdot_token}}' },
      /customersdot_token may not be used in url/,
    ],
    [
      'a header secret in the body',
      { method: 'POST', body: '{{setting.customersdot_token}}' },
      /may not be used in body/,
    ],
    [
      'a password in a header',
      { headers: { Authorization: '{{setting.mailgun_api_key}}' } },
      /mailgun_api_key may not be used in header/,
    ],
    [
      'a header secret as password',
      { basicAuth: { username: 'api', password: '{{setting.customersdot_token}}' } },
      /may not be used in basic_auth_password/,
    ],
    [
      'a password as user name',
      { basicAuth: { username: '{{setting.mailgun_api_key}}', password: '' } },
      /may not be used in basic_auth_username/,
    ],
    ['a header of two lines', { headers: { A: 'b\r\nC: d' } }, /Invalid request/],
  ])('%s', (_, change, reason) => {
    expect(() => resolved(change)).toThrow(reason);
    expect(() => resolved(change)).toThrow(/^Proxy error: /);
  });

  it('everything secure while there is no installation', () => {
    expect(() => resolveRequest(aRequest(), installation, 'zcli')).toThrow(
      /Failed to get installation/,
    );
  });
});

it('does not restrict a secret without scopes', () => {
  const loose = install(
    {
      name: 'An app',
      version: '1.0.0',
      domainWhitelist: ['customers.gitlab.com'],
      parameters: [{ name: 'key', secure: true }],
    },
    { key: 'k' },
  );

  const { url } = resolveRequest(
    aRequest({ url: 'https://customers.gitlab.com/?k={{setting.key}}' }),
    loose,
  );

  expect(url.search).toBe('?k=k');
});
