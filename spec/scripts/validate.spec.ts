import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { parseDocument as parseYaml } from 'yaml';
import type { AppFiles } from '../../scripts/lib/app-folder';
import { refuseInvalid, rules, validatePackage } from '../../scripts/lib/validate-package';
import { anApp, png, withFile, withJson, withManifest, without } from './an-app';

// Nine in ten packages differ in one file from the one before: what was read once is not read again.
jest.mock('yaml', () => {
  const yaml = jest.requireActual<{ parseDocument: typeof parseYaml }>('yaml');
  const known = new Map<string, object>();
  function parseDocument(text: string, options: object): object {
    const document = known.get(text) ?? yaml.parseDocument(text, options);
    known.set(text, document);
    return document;
  }
  return { ...yaml, parseDocument };
});

/** For each check packages that it, and no other, finds fault with. */
const examples: Readonly<Record<string, readonly (() => AppFiles)[]>> = {
  'manifest-missing': [() => without('manifest.json')],
  'json-schema': [
    () => withFile('requirements.json', '[]'),
    ...['author', 'frameworkVersion', 'location', 'version'].map(
      (key) => () => withManifest([key, undefined]),
    ),
    ...[
      ['domainWhiteList', ['example.com']],
      ['requirementsOnly', true],
      ['noTemplate', true],
      ['private', 'true'],
      ['name', 7],
      ['author.name', undefined],
      ['author.url', 'ftp://example.com'],
      ['defaultLocale', undefined],
      ['frameworkVersion', '1.0'],
      ['version', '1.0'],
      ['location', { suport: {} }],
      ['location.support', { ticket_side: 'assets/index.html' }],
      ['location.support.modal', 'assets/index.html'],
      ['location.support.ticket_sidebar', 'index.html'],
      ['location.support.ticket_sidebar.flexibel', true],
      ['location.support.ticket_sidebar.flexible', 'true'],
      ['parameters.18', { type: 'text' }],
      ['parameters.0.helpText', 'In translations'],
      ['parameters.0.type', 'password'],
      ['parameters.0.type', 'oauth'],
      ['parameters.0.type', 7],
      ['parameters.0.required', 'yes'],
      ['parameters.0.scopes', ['header']],
      ['parameters.2.scopes', ['headers']],
      ['parameters.2.scopes', []],
      ['parameters.2.scopes', 'header'],
      ['parameters.2.scopes', undefined],
      ['parameters.2.default', 'support@example.com'],
    ].map(
      ([at, value]) =>
        () =>
          withManifest([at as string, value]),
    ),
    () => withManifest(['parameters.3.secure', false], ['parameters.3.scopes', undefined]),
    () => withJson('translations/fr.json', ['app.count', 7]),
    () => withJson('translations/en.json', ['app.name', undefined]),
    () => withJson('translations/ja.json', ['app.installation_instructions', '']),
    () => withJson('translations/es.json', ['app.parameters.macro_ids.label', undefined]),
    () => withJson('translations/de.json', ['app.parameters.macro_ids.helpText', undefined]),
    () => withFile('requirements.json', '{ "macro": {} }'),
    () => withFile('requirements.json', '{ "macros": [] }'),
    () => withJson('requirements.json', ['macros.portal_sign_in_reseller.title', undefined]),
    ...[[], undefined, [{ field: 'status' }]].map(
      (actions) => () =>
        withJson('requirements.json', ['macros.portal_sign_in_reseller.actions', actions]),
    ),
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
    () => withFile('translations/english.json', anApp().get('translations/en.json')!),
    () => withFile('assets/app.js.map', '{}'),
    () => withFile('assets/.env', ''),
    () => withFile('assets/tool.sh', 'true'),
    () => withFile('assets/help.PDF', 'text'),
  ],
  logo: [
    () => without('assets/logo.png'),
    () => without('assets/logo-small.png'),
    () => withFile('assets/logo.png', png(320, 319)),
    () => withFile('assets/logo-small.png', png(320, 320)),
    () => withFile('assets/logo.png', 'GIF89a'),
  ],
  'svg-unsafe': [
    () => withFile('assets/logo.svg', '<svg><image href="x.png" /></svg>'),
    () => withFile('assets/logo.svg', '<svg onload="go()"></svg>'),
    () => withFile('assets/logo.svg', '<svg><script>go()</script></svg>'),
  ],
  'named-file': [
    () => withManifest(['defaultLocale', 'nl']),
    () => withManifest(['location.support.ticket_sidebar.url', 'assets/iframe.html']),
  ],
  'whitelist-in-use': [
    ['customers.gitlab.com', 'customers.staging.gitlab.com', 'api.mailgun.net'],
    ['customers.gitlab.com', 'api.mailgun.net', 'api.eu.mailgun.net'],
    ['customers.gitlab.com', 'api.eu.mailgun.net'],
    ['customers.gitlab.com'],
    ['api.mailgun.net', 'customers.gitlab.com', 'example.com'],
    ['https://example.com'],
    [7],
  ].map((hosts) => () => withManifest(['domainWhitelist', hosts])),
  'parameter-duplicate': [
    () => withManifest(['parameters.18', { name: 'customersdot_host', type: 'text' }]),
  ],
  'parameter-words': [
    () => withJson('translations/pt-BR.json', ['app.parameters.macro_ids', undefined]),
    () =>
      withJson('translations/fr.json', [
        'app.parameters.macro_id',
        { label: 'Macro', helpText: 'Macro' },
      ]),
  ],
  secret: [
    () => withFile('assets/app.js', `const key = 'key-${'0a'.repeat(16)}';`),
    () => withFile('assets/app.js', '-----BEGIN RSA PRIVATE KEY-----'),
  ],
  'html-absolute-path': [() => withFile('assets/index.html', '<script src="/app.js"></script>')],
  'insecure-url': [() => withFile('assets/app.js', "open('http://example.com/')")],
};

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
    expect(Object.keys(examples).sort()).toEqual(Object.keys(rules).sort());
  });

  it('lets the names of XML languages pass', () => {
    const app = withFile('assets/app.js', "const svg = 'http://www.w3.org/2000/svg';");
    expect(validatePackage(app)).toEqual([]);
  });

  it('survives an empty package', () => {
    expect(validatePackage(new Map()).map(({ rule }) => rule)).toEqual([
      'manifest-missing',
      'logo',
      'logo',
    ]);
  });

  it.each(['{ "name": ', '[]', ''])(
    'says of a manifest that is %j that it cannot be read',
    (text) => {
      const found = validatePackage(withFile('manifest.json', text));
      expect(found[0]).toEqual({
        rule: 'json-schema',
        message: 'manifest.json is not a JSON object.',
      });
    },
  );

  it('names the place', () => {
    const [found] = validatePackage(withManifest(['parameters.0.helpText', 'In translations']));
    expect(found?.message).toBe(
      'manifest.json: /parameters/0 must NOT have additional properties: helpText.',
    );
  });
});

it('a package that is not valid is not made, and is told why', () => {
  const refuse = (files: AppFiles) => () => {
    refuseInvalid(files);
  };
  expect(refuse(anApp())).not.toThrow();
  expect(refuse(withManifest(['frameworkVersion', '1.0']))).toThrow(
    /not valid[^]*json-schema: manifest\.json: \/frameworkVersion must be/,
  );
});

it('npm run package holds its package against the checks before it writes anything', () => {
  const script = readFileSync(join(__dirname, '../../scripts/package.ts'), 'utf8');
  const [checkedAt, writtenAt] = ['\nrefuseInvalid(', '\nawait mkdir('].map((call) =>
    script.indexOf(call),
  );
  expect(checkedAt).toBeGreaterThan(0);
  expect(writtenAt).toBeGreaterThan(checkedAt ?? Infinity);
});
