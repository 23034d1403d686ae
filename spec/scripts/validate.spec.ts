import type { AppFiles } from '../../scripts/lib/app-files';
import { rules, validatePackage } from '../../scripts/lib/validate/validate-package';
import { anApp, png, withFile, withJson, withManifest, without } from './an-app';

/** For each check a package that it, and no other, finds fault with. */
const examples: Readonly<Record<string, readonly (() => AppFiles)[]>> = {
  'manifest-missing': [() => without('manifest.json')],
  'manifest-nested': [
    () => {
      const app = anApp();
      app.set('app/manifest.json', app.get('manifest.json')!);
      app.delete('manifest.json');
      return app;
    },
  ],
  'json-unreadable': [
    () => withFile('manifest.json', '{ "name": '),
    () => withFile('requirements.json', '[]'),
    () => withFile('translations/de.json', ''),
  ],
  'json-duplicate-key': [
    () => withFile('requirements.json', '{ "macros": {}, "macros": {} }'),
    () =>
      withFile(
        'requirements.json',
        '{ "macros": { "a": { "title": "1", "title": "2", "actions": [{ "field": "f", "value": "v" }] } } }',
      ),
  ],
  'unexpected-file': [
    () => withFile('zcli.apps.config.json', '{}'),
    () => withFile('src/main.tsx', ''),
    () => withFile('translations/panel/en.json', '{}'),
    () => withFile('assets/app.js.map', '{}'),
    () => withFile('assets/.env', ''),
  ],
  'refused-file-type': [
    () => withFile('assets/tool.sh', 'true'),
    () => withFile('assets/help.PDF', 'text'),
    () => withFile('assets/picture.png', '#!/bin/sh'),
    () => withFile('assets/font.woff', 'PK\u0003\u0004'),
  ],
  'logo-missing': [() => without('assets/logo.png'), () => without('assets/logo-small.png')],
  'logo-size': [
    () => withFile('assets/logo.png', png(320, 319)),
    () => withFile('assets/logo-small.png', png(320, 320)),
    () => withFile('assets/logo.png', 'GIF89a'),
  ],
  'svg-unsafe': [
    () => withFile('assets/logo.svg', '<svg><image href="x.png" /></svg>'),
    () => withFile('assets/logo.svg', '<svg onload="go()"></svg>'),
    () => withFile('assets/logo.svg', '<svg><script>go()</script></svg>'),
  ],
  'manifest-unknown-key': [
    () => withManifest(['domainWhiteList', ['example.com']]),
    () => withManifest(['requirementsOnly', true]),
    () => withManifest(['noTemplate', true]),
  ],
  'manifest-missing-key': ['author', 'defaultLocale', 'frameworkVersion', 'location'].map(
    (key) => () => withManifest([key, undefined]),
  ),
  'manifest-wrong-type': [
    () => withManifest(['private', 'true']),
    () => withManifest(['name', 7]),
    () => withManifest(['domainWhitelist', 'example.com']),
  ],
  author: [
    () => withManifest(['author.name', undefined]),
    () => withManifest(['author.url', 'ftp://example.com']),
  ],
  'default-locale': [
    () => withManifest(['defaultLocale', 'english']),
    () => withManifest(['defaultLocale', 'nl']),
  ],
  'framework-version': [() => withManifest(['frameworkVersion', '1.0'])],
  version: [() => withManifest(['version', '1.0'])],
  'whitelist-host': [
    'https://example.com',
    'example.com/path',
    '*.example.com',
    'example.com:8080',
    7,
  ].map((host) => () => withManifest(['domainWhitelist', [host]])),
  'whitelist-in-use': [
    ['customers.gitlab.com', 'customers.staging.gitlab.com', 'api.mailgun.net'],
    ['customers.gitlab.com', 'api.mailgun.net', 'api.eu.mailgun.net'],
    ['customers.gitlab.com', 'api.eu.mailgun.net'],
    ['customers.gitlab.com'],
    ['api.mailgun.net', 'customers.gitlab.com', 'example.com'],
  ].map((hosts) => () => withManifest(['domainWhitelist', hosts])),
  'location-name': [
    () => withManifest(['location', { suport: {} }]),
    () => withManifest(['location.support', { ticket_side: 'assets/index.html' }]),
    () => withManifest(['location.support.modal', 'assets/index.html']),
  ],
  'location-key': [() => withManifest(['location.support.ticket_sidebar.flexibel', true])],
  'location-url': [
    ...['assets/iframe.html', '', 'http://example.com/app'].map(
      (url) => () => withManifest(['location.support.ticket_sidebar.url', url]),
    ),
    () => withManifest(['location.support.ticket_sidebar', 'index.html']),
  ],
  'location-flags': [() => withManifest(['location.support.ticket_sidebar.flexible', 'true'])],
  'parameter-duplicate': [
    () => withManifest(['parameters.18', { name: 'customersdot_host', type: 'text' }]),
  ],
  'parameter-name': [() => withManifest(['parameters.18', { type: 'text' }])],
  'parameter-unknown-key': [() => withManifest(['parameters.0.helpText', 'In translations'])],
  'parameter-type': ['password', 'oauth', 7].map(
    (type) => () => withManifest(['parameters.0.type', type]),
  ),
  'parameter-flags': [() => withManifest(['parameters.0.required', 'yes'])],
  'scopes-not-secure': [() => withManifest(['parameters.0.scopes', ['header']])],
  'scopes-unknown': [['headers'], [], 'header'].map(
    (scopes) => () => withManifest(['parameters.2.scopes', scopes]),
  ),
  'secure-without-scopes': [() => withManifest(['parameters.2.scopes', undefined])],
  'secure-with-default': [() => withManifest(['parameters.2.default', 'support@example.com'])],
  'secret-not-secure': [
    () => withManifest(['parameters.3.secure', false], ['parameters.3.scopes', undefined]),
  ],
  'translation-locale': [() => withFile('translations/english.json', english())],
  'translation-leaf': [() => withJson('translations/fr.json', ['app.count', 7])],
  'translation-words': [
    () => withJson('translations/en.json', ['app.name', undefined]),
    () => withJson('translations/ja.json', ['app.installation_instructions', '']),
  ],
  'parameter-label': [
    () => withJson('translations/es.json', ['app.parameters.macro_ids.label', undefined]),
  ],
  'parameter-help': [
    () => withJson('translations/de.json', ['app.parameters.macro_ids.helpText', undefined]),
  ],
  'parameter-untranslated': [
    () => withJson('translations/pt-BR.json', ['app.parameters.macro_ids', undefined]),
  ],
  'parameter-unknown': [
    () =>
      withJson('translations/fr.json', [
        'app.parameters.macro_id',
        { label: 'Macro', helpText: 'Macro' },
      ]),
  ],
  'requirement-kind': [() => withFile('requirements.json', '{ "macro": {} }')],
  'requirement-shape': [() => withFile('requirements.json', '{ "macros": [] }')],
  'macro-title': [
    () => withJson('requirements.json', ['macros.portal_sign_in_reseller.title', undefined]),
  ],
  'macro-actions': [[], undefined, [{ field: 'status' }]].map(
    (actions) => () =>
      withJson('requirements.json', ['macros.portal_sign_in_reseller.actions', actions]),
  ),
  secret: [
    () => withFile('assets/app.js', `const key = 'key-${'0a'.repeat(16)}';`),
    () => withFile('assets/app.js', '-----BEGIN RSA PRIVATE KEY-----'),
  ],
  'html-absolute-path': [() => withFile('assets/index.html', '<script src="/app.js"></script>')],
  'insecure-url': [() => withFile('assets/app.js', "open('http://example.com/')")],
};

function english(): Uint8Array {
  return anApp().get('translations/en.json')!;
}

const cases = Object.entries(examples).flatMap(([id, builds]) =>
  builds.map((build, at) => ({ id, at: at + 1, build })),
);

describe('validatePackage', () => {
  it('finds nothing wrong with this app', () => {
    expect(validatePackage(anApp())).toEqual([]);
  });

  it.each(cases)('$id ($at)', ({ id, build }) => {
    const found = validatePackage(build()).map(({ rule }) => rule);
    expect([...new Set(found)]).toEqual([id]);
  });

  it('has a failing example for every check, and only for checks there are', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('lets the names of XML languages pass', () => {
    const app = withFile('assets/app.js', "const svg = 'http://www.w3.org/2000/svg';");
    expect(validatePackage(app)).toEqual([]);
  });

  it('survives an empty package', () => {
    expect(validatePackage(new Map()).map(({ rule }) => rule)).toEqual([
      'manifest-missing',
      'logo-missing',
      'logo-missing',
    ]);
  });
});
