import { hostsIn } from '../hosts';
import { isFields, isText, listOf, shown } from './json';
import type { AppPackage, Fields, Rule } from './rule';

/** What this app's manifest has. Zendesk knows more: OAuth, signed URLs, experiments; this app does not. */
const kinds: Readonly<Record<string, 'text' | 'boolean' | 'list' | 'object'>> = {
  name: 'text',
  author: 'object',
  defaultLocale: 'text',
  location: 'object',
  frameworkVersion: 'text',
  version: 'text',
  private: 'boolean',
  parameters: 'list',
  domainWhitelist: 'list',
};
const required = ['author', 'defaultLocale', 'frameworkVersion', 'location'];
const hostName = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

const isHost = (host: unknown): boolean => typeof host === 'string' && hostName.test(host);

export const manifestRules: readonly Rule[] = [
  rule('manifest-unknown-key', (manifest) =>
    Object.keys(manifest)
      .filter((key) => !Object.hasOwn(kinds, key))
      .map((key) => `manifest.json: ${key} is nothing that this app has.`),
  ),
  rule('manifest-missing-key', (manifest) =>
    required
      .filter((key) => !Object.hasOwn(manifest, key))
      .map((key) => `manifest.json: ${key} is missing.`),
  ),
  rule('manifest-wrong-type', (manifest) =>
    Object.entries(kinds)
      .filter(([key, kind]) => Object.hasOwn(manifest, key) && kindOf(manifest[key]) !== kind)
      .map(([key, kind]) => `manifest.json: ${key} has to be of the kind ${kind}.`),
  ),
  rule('author', (manifest) => {
    if (!isFields(manifest.author)) return [];
    const { name, email, url } = manifest.author;
    return [
      ...[name, email]
        .filter((text) => !isText(text))
        .map(() => 'author: a name or email is missing.'),
      ...(url === undefined || isWebAddress(url) ? [] : ['author: url has to be http or https.']),
    ];
  }),
  rule('default-locale', (manifest, { files }) => {
    const locale = manifest.defaultLocale;
    if (!isText(locale)) return [];
    if (!/^[a-z]{2,3}(-\w{2,3})?$/.test(locale))
      return [`defaultLocale: ${locale} is not a locale.`];
    return files.has(`translations/${locale}.json`)
      ? []
      : [`defaultLocale: translations/${locale}.json is missing.`];
  }),
  rule('framework-version', ({ frameworkVersion }) =>
    frameworkVersion === undefined || frameworkVersion === '2.0'
      ? []
      : ['frameworkVersion: only "2.0" is served.'],
  ),
  rule('version', ({ version }) =>
    isText(version) && /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)
      ? []
      : [`version: ${shown(version)} is not of the form 1.2.3.`],
  ),
  rule('whitelist-host', ({ domainWhitelist }) =>
    listOf(domainWhitelist)
      .filter((host) => !isHost(host))
      .map((host) => `domainWhitelist: ${shown(host)} is not a bare host name.`),
  ),
  rule('whitelist-in-use', (manifest) =>
    listOf(manifest.domainWhitelist).some(isHost) && hostsIn(manifest) === undefined
      ? [
          'domainWhitelist: only one host of CustomersDot and one of Mailgun, those that the settings name by default.',
        ]
      : [],
  ),
];

function rule(id: string, check: (manifest: Fields, app: AppPackage) => readonly string[]): Rule {
  return {
    id,
    severity: 'error',
    check: (app) => (app.manifest === undefined ? [] : check(app.manifest, app)),
  };
}

function kindOf(value: unknown) {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  return isFields(value) ? 'object' : 'other';
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^https?:\/\/[^/]/.test(value);
}
