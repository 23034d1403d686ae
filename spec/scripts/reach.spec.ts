import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../manifest.json';

/** Where the app may reach, written down a second time: who widens it has to say so here. */
it('sends requests to these hosts and to no other', () => {
  expect(manifest.domainWhitelist).toEqual([
    'customers.gitlab.com',
    'customers.staging.gitlab.com',
    'api.mailgun.net',
    'api.eu.mailgun.net',
  ]);
});

it('puts each secret in one part of a request and in no other', () => {
  const secrets = manifest.parameters.filter(({ secure }) => secure);
  expect(Object.fromEntries(secrets.map(({ name, scopes }) => [name, scopes]))).toEqual({
    customersdot_admin_email: ['header'],
    customersdot_admin_token: ['header'],
    mailgun_api_key: ['basic_auth_password'],
  });
});

it('loads scripts from itself and Zendesk only, and connects to nobody', () => {
  const page = readFileSync(join(__dirname, '../../src/index.html'), 'utf8');
  const [, policy = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  expect(Object.fromEntries(directives.map(([name, ...values]) => [name, values]))).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'", 'https://static.zdassets.com'],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
});
