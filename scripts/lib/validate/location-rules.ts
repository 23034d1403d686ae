import { fieldsOf, isText, shown } from './json';
import type { AppPackage, Rule } from './rule';

const known: Readonly<Record<string, readonly string[]>> = {
  support: [
    'top_bar',
    'nav_bar',
    'ticket_sidebar',
    'new_ticket_sidebar',
    'user_sidebar',
    'organization_sidebar',
    'background',
    'modal',
    'ticket_editor',
  ],
  chat: ['chat_sidebar', 'background'],
  sell: [
    'deal_card',
    'person_card',
    'company_card',
    'lead_card',
    'background',
    'modal',
    'dashboard',
    'note_editor',
    'call_log_editor',
    'email_editor',
    'top_bar',
    'visit_editor',
  ],
};
/** `standalone_chat` is a name of Zendesk's own for the chat locations outside Support. */
const hosts = [...Object.keys(known), 'standalone_chat'];
const keys = ['url', 'autoLoad', 'autoHide', 'flexible', 'size', 'signed', 'objectTypes'];

interface Place {
  readonly host: string;
  readonly name: string;
  readonly value: unknown;
}

export const locationRules: readonly Rule[] = [
  {
    id: 'location-host',
    severity: 'error',
    check: ({ manifest }) =>
      Object.keys(fieldsOf(manifest?.location))
        .filter((host) => !hosts.includes(host))
        .map((host) => `location: ${host} is not a product of Zendesk's.`),
  },
  rule('location-name', ({ host, name }) =>
    (known[host]?.includes(name) ?? true) ? [] : [`location: ${host} has no ${name}.`],
  ),
  rule('location-key', ({ name, value }) =>
    Object.keys(fieldsOf(value))
      .filter((key) => !keys.includes(key))
      .map((key) => `location: ${name} has an unknown ${key}.`),
  ),
  rule('location-url', ({ name, value }, { files }) => {
    const { url, autoLoad } = typeof value === 'string' ? { url: value } : fieldsOf(value);
    if (!isText(url)) return autoLoad === false ? [] : [`location: ${name} has no url.`];
    if (/^https:\/\/[^/]/.test(url)) return [];
    const [path = ''] = url.split('?');
    return path.startsWith('assets/') && files.has(path)
      ? []
      : [`location: ${name} names ${url}, which is neither in assets/ nor https.`];
  }),
  rule('location-flags', ({ name, value }) =>
    ['flexible', 'autoLoad', 'autoHide', 'signed']
      .map((key) => ({ key, flag: fieldsOf(value)[key] }))
      .filter(({ flag }) => flag !== undefined && typeof flag !== 'boolean')
      .map(({ key, flag }) => `location: ${key} of ${name} is ${shown(flag)}, not true or false.`),
  ),
];

function rule(id: string, check: (place: Place, app: AppPackage) => readonly string[]): Rule {
  return { id, severity: 'error', check: (app) => placesOf(app).flatMap((at) => check(at, app)) };
}

function placesOf({ manifest }: AppPackage): readonly Place[] {
  return Object.entries(fieldsOf(manifest?.location)).flatMap(([host, places]) =>
    Object.entries(fieldsOf(places)).map(([name, value]) => ({ host, name, value })),
  );
}
