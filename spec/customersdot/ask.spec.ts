import { whoElseAnswered } from '../../src/customersdot/read-accounts';
import { answering } from './fake-send';
import { host, listPath, exportPath, lookUp } from './look-up';

const email = 'someone@example.com';
const endpoint = '/api/support/sign_in_check?email={email}';
const ways = [endpoint, listPath, exportPath];

const blocked = `<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head>
<body><div id="cf-error-details">Sorry, you have been blocked</div></body></html>`;
const challenge = '<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>';
const okta = `<!DOCTYPE html><html><head><title>GitLab - Sign In</title>
<link href="https://ok1static.oktacdn.com/assets/css/okta-sign-in.min.css"></head></html>`;
const maintenance = '<html><head><title>Down for maintenance</title></head><body></body></html>';
const plainPage = '<html><body><h1>403 Forbidden</h1></body></html>';
const ownSignIn = `<html><body><form action="/admins/sign_in"><h2>Sign in with Okta</h2>
<input type="password"></form></body></html>`;

describe('who answered in CustomersDot’s place', () => {
  it.each([
    ['Cloudflare, in one line', 403, 'error code: 1020', {}, 'cloudflare'],
    ['Cloudflare’s block page', 403, blocked, {}, 'cloudflare'],
    ['Cloudflare’s challenge', 403, challenge, {}, 'cloudflare'],
    ['a challenge that says 200', 200, challenge, {}, 'cloudflare'],
    ['Cloudflare, by its header', 403, '', { 'cf-mitigated': 'challenge' }, 'cloudflare'],
    ['a page of no name from Cloudflare', 403, plainPage, { server: 'cloudflare' }, 'cloudflare'],
    ['Okta', 200, okta, {}, 'sign-in'],
    ['Okta, refusing', 401, okta, {}, 'sign-in'],
    ['a redirect to another host', 302, '', { location: 'https://gitlab.okta.com/x' }, 'sign-in'],
    ['the same without a scheme', 302, '', { location: '//gitlab.okta.com/x' }, 'sign-in'],
    ['a maintenance page', 503, maintenance, {}, 'maintenance'],
    ['a maintenance page that says 200', 200, maintenance, {}, 'maintenance'],
    ['any page at 503', 503, '<html></html>', {}, 'maintenance'],
    ['any page at 403', 403, plainPage, {}, 'unknown'],
  ])('%s', (_, status, body, headers, by) => {
    expect(whoElseAnswered({ status, body, headers }, host)).toEqual({
      kind: 'intercepted',
      by,
      status,
    });
  });

  it.each([
    ['its refusal', 403, '{"status":403,"error":"Forbidden"}', {}],
    ['its own page, by the header of Rails', 403, plainPage, { 'x-runtime': '0.01' }],
    ['an answer behind Cloudflare', 200, '[]', { server: 'cloudflare', 'cf-ray': '1' }],
    ['its own sign-in page', 200, ownSignIn, {}],
    ['a redirect to its own sign-in', 302, '', { location: `https://${host}/admins/sign_in` }],
    ['a redirect without a host', 302, '', { location: '/admins/sign_in' }],
    ['a redirect that cannot be read', 302, '', { location: 'https://[' }],
    ['its error', 500, '<html>We’re sorry</html>', {}],
    ['nothing', 200, '', {}],
    ['a page that only mentions maintenance', 200, '<html><p>maintenance</p></html>', {}],
    ['a page into which Cloudflare wrote', 200, '<html>Cloudflare Ray ID</html>', {}],
    // It says for itself that it cannot reach CustomersDot.
    ['Cloudflare without an origin', 522, blocked, {}],
  ])('nobody: %s', (_, status, body, headers) => {
    expect(whoElseAnswered({ status, body, headers }, host)).toBeUndefined();
  });

  it.each(ways)('is told whichever way was asked: %s', async (path) => {
    const fake = answering(...Array<object>(5).fill({ status: 403, body: blocked }));
    expect(await lookUp(fake, email, path)).toEqual({
      ok: false,
      failure: { source: 'customersdot', kind: 'intercepted', by: 'cloudflare', status: 403 },
    });
  });
});

describe('what is too much', () => {
  it.each(ways)('is not read at all: %s', async (path) => {
    const body = `[${' '.repeat(200_000)}]`;
    const fake = answering(...Array<object>(5).fill({ body }));
    expect(await lookUp(fake, email, path)).toMatchObject({
      failure: { kind: 'malformed', what: 'too-large' },
    });
  });

  it('of rows is not read either', async () => {
    const body = JSON.stringify(Array.from({ length: 101 }, (_, id) => ({ id, email })));
    expect(await lookUp(answering({ body }), email, endpoint)).toMatchObject({
      failure: { kind: 'malformed', what: 'too-large' },
    });
  });

  it.each([200, 403, 503])('of a page takes no time to tell whose it is (%d)', (status) => {
    const body = `<${'<h1 '.repeat(5_000)}${'<title>'.repeat(2_000)}`;
    const answer = { status, body, headers: {} };
    expect(whoElseAnswered(answer, host)?.kind).toBe(status === 200 ? undefined : 'intercepted');
  });
});
