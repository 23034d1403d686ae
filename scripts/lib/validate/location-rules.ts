import { fieldsOf, isText, shown } from './json';
import type { AppPackage, Rule } from './rule';

const keys = ['url', 'autoLoad', 'autoHide', 'flexible'];
const flags = ['autoLoad', 'autoHide', 'flexible'];

/** This app has one place, beside a ticket in Support. Whoever gives it another has to teach these rules about it. */
export const locationRules: readonly Rule[] = [
  {
    id: 'location-name',
    severity: 'error',
    check: ({ manifest }) =>
      Object.entries(fieldsOf(manifest?.location))
        .flatMap(([host, places]) => Object.keys(fieldsOf(places)).map((name) => `${host}.${name}`))
        .concat(Object.keys(fieldsOf(manifest?.location)).filter((host) => host !== 'support'))
        .filter((place) => place !== 'support.ticket_sidebar')
        .map((place) => `location: ${place} is not support.ticket_sidebar.`),
  },
  rule('location-key', (place) =>
    Object.keys(fieldsOf(place))
      .filter((key) => !keys.includes(key))
      .map((key) => `an unknown ${key}`),
  ),
  rule('location-url', (place, { files }) => {
    const url = typeof place === 'string' ? place : fieldsOf(place).url;
    if (!isText(url)) return ['no url'];
    const [path = ''] = url.split('?');
    return path.startsWith('assets/') && files.has(path) ? [] : [`${url}, which is not in assets/`];
  }),
  rule('location-flags', (place) =>
    flags
      .map((key) => ({ key, flag: fieldsOf(place)[key] }))
      .filter(({ flag }) => flag !== undefined && typeof flag !== 'boolean')
      .map(({ key, flag }) => `for ${key} ${shown(flag)}, not true or false`),
  ),
];

function rule(id: string, check: (place: unknown, app: AppPackage) => readonly string[]): Rule {
  return {
    id,
    severity: 'error',
    check(app) {
      const support = fieldsOf(fieldsOf(app.manifest?.location).support);
      if (!Object.hasOwn(support, 'ticket_sidebar')) return [];
      return check(support.ticket_sidebar, app).map(
        (problem) => `location: ticket_sidebar has ${problem}.`,
      );
    },
  };
}
