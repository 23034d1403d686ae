import { type Result, failed, ok } from './failure';

/** How the app comes to know an account: the setting `customersdot_lookup_path` chooses. */
export type LookupWay =
  /** It does not ask. The engineer looks, and answers. */
  | { readonly way: 'by-hand' }
  /** An API made for this question (docs/lookup-api.md). `path` has one `{email}`. */
  | { readonly way: 'endpoint'; readonly path: string }
  /** RailsAdmin's list, of which nothing but ids comes back. `path` ends in `.json?compact=true`. */
  | { readonly way: 'compact-list'; readonly path: string }
  /** RailsAdmin's export of four columns. `path` has one `{email}`. */
  | { readonly way: 'export'; readonly path: string };

export type LookupProblem =
  | 'path-without-placeholder'
  | 'path-not-absolute'
  | 'unsafe-text'
  | 'list-not-compact'
  | 'other-columns'
  | 'calls-methods'
  | 'all-rows'
  | 'unknown-parameter';

export type ParsedLookupWay = Result<
  LookupWay,
  { readonly problem: LookupProblem; readonly expected: string }
>;

const examples = {
  endpoint: '/api/support/sign_in_check?email={email}',
  list: '/admin/customer.json?compact=true',
  export:
    '/admin/customer/export?json=1&schema[only][]=id&schema[only][]=email&schema[only][]=login_activated&schema[only][]=confirmed_at&query={email}',
} as const;

const wrong = (problem: LookupProblem, example: keyof typeof examples) =>
  failed({ problem, expected: examples[example] });

/**
 * Whatever RailsAdmin would answer with more than the app needs is refused here: its list without `compact=true` holds
 * the tokens of every customer it shows, and its export runs any method that the path names.
 */
export function parseLookupWay(text: string): ParsedLookupWay {
  // Spelled out for a form that would fill an empty field with the default again.
  if (text === '' || text === 'by hand') return ok({ way: 'by-hand' });
  if (!text.startsWith('/') || text.startsWith('//')) return wrong('path-not-absolute', 'endpoint');
  const parts = partsOf(text);
  if (!parts) return wrong('unsafe-text', 'endpoint');

  const { path, parameters } = parts;
  const names = parameters.map(([name]) => name);
  if (names.some((name) => name.startsWith('schema[methods]'))) {
    return wrong('calls-methods', 'export');
  }
  if (names.includes('all')) return wrong('all-rows', 'export');
  if (path.endsWith('/export')) return parseExport(text, parameters);
  if (isOfAdmin(path) || names.some((name) => name === 'compact' || name.startsWith('schema'))) {
    return parseList(text, path, parameters);
  }
  return hasOnePlace(text)
    ? ok({ way: 'endpoint', path: text })
    : wrong('path-without-placeholder', 'endpoint');
}

type Parameters = readonly (readonly [name: string, value: string])[];

/**
 * A path as the other side reads it; `undefined`: not one to send. A `#` would keep everything behind it from being sent,
 * old Rails splits parameters at `;` too, and dot segments would lead elsewhere than the path says.
 */
function partsOf(
  text: string,
): { readonly path: string; readonly parameters: Parameters } | undefined {
  if (/[^!-~]|[#\\;]|\{\{/.test(text)) return undefined;
  const [path = '', ...rest] = text.split('?');
  try {
    const decoded = decodeURIComponent(path);
    if (/[^!-~]|[\\?#]|\/\.{1,2}(?:\/|$)/.test(decoded)) return undefined;
    return { path: decoded, parameters: [...new URLSearchParams(rest.join('?'))] };
  } catch {
    return undefined;
  }
}

/** Under it RailsAdmin answers to anything, with a page of customers where it finds no such thing. */
const isOfAdmin = (path: string): boolean => path.toLowerCase().split('/').includes('admin');

const hasOnePlace = (text: string): boolean => text.split('{email}').length === 2;

/**
 * A list of a model, named at the end. RailsAdmin shows a record (`customer/1.json`) with all its columns, compact or
 * not, and keeps other things under these names.
 */
const isList = (path: string): boolean =>
  /^(?:\/[\w-]+)*\/(?!(?:export|new|history|dashboard)\.)[a-z][a-z_]*\.json$/i.test(path);

function parseList(text: string, path: string, parameters: Parameters): ParsedLookupWay {
  const isCompact = parameters.some(([name, value]) => name === 'compact' && value === 'true');
  if (!isCompact || !isList(path)) return wrong('list-not-compact', 'list');
  // The app adds the filters: one that stood here already could leave the account out.
  return parameters.length === 1
    ? ok({ way: 'compact-list', path: text })
    : wrong('unknown-parameter', 'list');
}

const columns: readonly string[] = ['id', 'email', 'login_activated', 'confirmed_at'];

function parseExport(text: string, parameters: Parameters): ParsedLookupWay {
  const ofSchema = parameters.filter(([name]) => name.startsWith('schema'));
  const isNarrow = ofSchema.every(
    ([name, value]) => name === 'schema[only][]' && columns.includes(value),
  );
  // Without a schema every column comes.
  if (!isNarrow || ofSchema.length === 0) return wrong('other-columns', 'export');
  const isKnown = parameters.every(
    (parameter) => ofSchema.includes(parameter) || isOfExport(parameter),
  );
  if (!isKnown) return wrong('unknown-parameter', 'export');
  return hasOnePlace(text)
    ? ok({ way: 'export', path: text })
    : wrong('path-without-placeholder', 'export');
}

function isOfExport([name, value]: Parameters[number]): boolean {
  if (name === 'json') return value === '1';
  if (name === 'per') return /^\d+$/.test(value);
  if (/^f\[email\]\[\d+\]\[o\]$/.test(name)) return ['like', 'is', '='].includes(value);
  return (name === 'query' || /^f\[email\]\[\d+\]\[v\]$/.test(name)) && value === '{email}';
}
