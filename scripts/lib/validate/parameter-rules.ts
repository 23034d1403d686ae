import { fieldsOf, isText, listOf, shown } from './json';
import type { AppPackage, Fields, Rule } from './rule';

/** `password` was taken away in 2026; a secure `text` is its successor. */
const types = ['text', 'checkbox', 'number', 'multiline'];
const keys = ['name', 'type', 'required', 'secure', 'default', 'scopes'];
const scopes = ['header', 'body', 'url', 'basic_auth_username', 'basic_auth_password'];

export const parameterRules: readonly Rule[] = [
  {
    id: 'parameter-duplicate',
    severity: 'error',
    check: (app) => {
      const names = parametersOf(app).map(({ name }) => name);
      return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map(
        (name) => `parameters: ${shown(name)} is there twice.`,
      );
    },
  },
  rule('parameter-name', ({ name }) => {
    if (!isText(name)) return 'has no name';
    return name === 'name' ? 'has a name that Zendesk keeps for itself' : undefined;
  }),
  rule('parameter-unknown-key', (parameter) => {
    const unknown = Object.keys(parameter).filter((key) => !keys.includes(key));
    return unknown.length === 0 ? undefined : `has an unknown ${unknown.join(', ')}`;
  }),
  rule('parameter-type', ({ type = 'text' }) =>
    isText(type) && types.includes(type) ? undefined : `is of an unknown type, ${shown(type)}`,
  ),
  rule('parameter-flags', (parameter) =>
    ['required', 'secure'].some((key) => !['boolean', 'undefined'].includes(typeof parameter[key]))
      ? 'has a required or secure that is not true or false'
      : undefined,
  ),
  rule('scopes-not-secure', ({ scopes: list, secure }) =>
    list !== undefined && secure !== true ? 'has scopes and is not secure' : undefined,
  ),
  rule('scopes-unknown', ({ scopes: list }) => {
    if (list === undefined) return undefined;
    const fine = listOf(list).length > 0 && listOf(list).every((one) => isScope(one));
    return fine ? undefined : `has scopes of ${shown(list)}`;
  }),
  // Zendesk only warns of these three. A secret that leaks is no less of a secret for that.
  rule('secure-without-scopes', ({ secure, scopes: list }) =>
    secure === true && list === undefined
      ? 'is secure and may go anywhere: give it scopes'
      : undefined,
  ),
  rule('secure-with-default', ({ secure, default: value }) =>
    secure === true && value !== undefined
      ? 'is secure and has a default, which everyone can read'
      : undefined,
  ),
  rule('secret-not-secure', ({ name, secure }) =>
    isText(name) && /token|key|pwd|password/i.test(name) && secure !== true
      ? 'has the name of a secret and is not secure'
      : undefined,
  ),
];

function rule(id: string, wrong: (parameter: Fields) => string | undefined): Rule {
  return {
    id,
    severity: 'error',
    check: (app) =>
      parametersOf(app).flatMap((parameter) => {
        const problem = wrong(parameter);
        return problem === undefined ? [] : [`parameters: ${shown(parameter.name)} ${problem}.`];
      }),
  };
}

function parametersOf({ manifest }: AppPackage): readonly Fields[] {
  return listOf(manifest?.parameters).map(fieldsOf);
}

function isScope(value: unknown): boolean {
  return typeof value === 'string' && scopes.includes(value);
}
