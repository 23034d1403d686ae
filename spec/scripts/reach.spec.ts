import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../manifest.json';
import { hostsOf, manifestFor } from '../../scripts/lib/hosts';
import { packageName } from '../../scripts/lib/pack';
import { validatePackage } from '../../scripts/lib/validate-package';
import { parseSettings } from '../../src/zendesk/settings';
import { withManifest } from './an-app';

/** Where the app may reach, written down a second time: who widens it has to say so here. */
it('sends requests to these hosts and to no other', () => {
  expect(manifest.domainWhitelist).toEqual(['customers.gitlab.com', 'api.mailgun.net']);
});

it.each([
  ['us', false, ['customers.gitlab.com', 'api.mailgun.net'], ''],
  ['eu', false, ['customers.gitlab.com', 'api.eu.mailgun.net'], '-eu'],
  ['us', true, ['customers.staging.gitlab.com', 'api.mailgun.net'], '-staging'],
  ['eu', true, ['customers.staging.gitlab.com', 'api.eu.mailgun.net'], '-staging-eu'],
] as const)('a package for %s, staging %p, reaches %j', (region, isStaging, hosts, name) => {
  const made = manifestFor(manifest, hostsOf(region, isStaging)!);
  expect(made['domainWhitelist']).toEqual(hosts);
  const files = withManifest(
    ['domainWhitelist', made['domainWhitelist']],
    ['parameters', made['parameters']],
  );
  expect(validatePackage(files)).toEqual([]);
  expect(packageName(files)).toBe(`customersdot-sign-in-check-${manifest.version}${name}.zip`);

  const parameters = made['parameters'] as typeof manifest.parameters;
  const installed = Object.fromEntries(
    parameters.map((parameter) => [
      parameter.name,
      'default' in parameter ? parameter.default : undefined,
    ]),
  );
  expect(parseSettings(installed, hosts)).toMatchObject({
    ok: true,
    value: { customersdotHost: hosts[0], mailgunRegion: region },
  });
});

it.each(['', 'de', 'toString'])('makes no package for the region %p', (region) => {
  expect(hostsOf(region, false)).toBeUndefined();
});

it('puts each secret in one part of a request and in no other', () => {
  const secrets = manifest.parameters.filter(({ secure }) => secure);
  expect(Object.fromEntries(secrets.map(({ name, scopes }) => [name, scopes]))).toEqual({
    customersdot_token: ['header'],
    mailgun_api_key: ['basic_auth_password'],
  });
});

const page = readFileSync(join(__dirname, '../../src/index.html'), 'utf8');
const sdk = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

it('asks for nothing before the policy stands, and for one script of another host after it', () => {
  const policyAt = page.indexOf('http-equiv="Content-Security-Policy"');
  expect(page.slice(0, policyAt)).not.toMatch(/<(?:script|link|style|img|base)\b/);
  const asked = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url);
  expect(asked).toEqual(['data:,', sdk, './main.tsx']);
});

it('loads scripts from itself and that one file of Zendesk, and connects to nobody', () => {
  const [, policy = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  expect(Object.fromEntries(directives.map(([name, ...values]) => [name, values]))).toEqual({
    'default-src': ["'none'"],
    // Not the whole host, which serves more than this script.
    'script-src': ["'self'", sdk],
    'style-src': ["'unsafe-inline'"],
    'img-src': ['data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
});
