import { columns, type Column, type CustomerSeed } from './columns';

type Matches = (customer: CustomerSeed) => boolean;

/** What the real application answers with a 500: an unknown field, or SQL that its database refuses. */
export class BrokenQuery extends Error {}

const unary = ['_blank', '_present', '_null', '_not_null', '_empty', '_not_empty'];
const timestamps: readonly Column[] = ['confirmed_at', 'created_at', 'updated_at'];

/** The filters of `f[field][n][o]` and `f[field][n][v]`, all of which have to match. */
function filtersOf(params: URLSearchParams): readonly Matches[] {
  const filters = new Map<string, { field: string; operator: string; value: string }>();
  for (const [name, text] of params) {
    const [, field, index, part] = /^f\[([^\]]*)\]\[([^\]]*)\]\[([ov])\]$/.exec(name) ?? [];
    if (field === undefined || index === undefined) continue;
    const key = `${field} ${index}`;
    const filter = filters.get(key) ?? { field, operator: '', value: '' };
    filters.set(key, { ...filter, [part === 'o' ? 'operator' : 'value']: text });
  }
  return [...filters.values()].flatMap(({ field, operator, value }) => {
    const column = columns.find((name) => name === field);
    if (!column) throw new BrokenQuery(`no field ${field}`);
    return filterOf(column, operator, value) ?? [];
  });
}

/** `undefined` filters nothing out: so do blank values and unknown operators in RailsAdmin. */
function filterOf(column: Column, operator: string, value: string): Matches | undefined {
  const asked = unary.includes(value) ? value : operator;
  const text = (customer: CustomerSeed) => String(customer[column] ?? '');
  if (unary.includes(asked)) {
    if (timestamps.includes(column) && !/null$/.test(asked)) throw new BrokenQuery('timestamp');
    const isEmpty = (customer: CustomerSeed) =>
      asked.endsWith('null') ? (customer[column] ?? null) === null : text(customer) === '';
    const wantsEmpty = ['_blank', '_null', '_empty'].includes(asked);
    return (customer) => isEmpty(customer) === wantsEmpty;
  }
  if (column === 'login_activated') {
    if (!['true', 'false'].includes(value)) return undefined;
    return (customer) => (customer.login_activated ?? false) === (value === 'true');
  }
  if (value.trim() === '' || value === '_discard') return undefined;
  const matching = (pattern: string): Matches => {
    const isLike = like(pattern);
    return (customer) => isLike(text(customer));
  };
  switch (operator) {
    case 'is':
    case '=':
      return (customer) => text(customer) === value;
    case '':
    case 'default':
    case 'like':
      return matching(`%${value}%`);
    case 'not_like': {
      const isIn = matching(`%${value}%`);
      return (customer) => !isIn(customer);
    }
    case 'starts_with':
      return matching(`${value}%`);
    case 'ends_with':
      return matching(`%${value}`);
    default:
      return undefined;
  }
}

/** PostgreSQL's ILIKE. */
function like(pattern: string): (text: string) => boolean {
  const source = pattern.replace(/\\?[^]/gu, (mark) => {
    if (mark === '%') return '[^]*';
    if (mark === '_') return '[^]';
    return mark.slice(-1).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  const whole = new RegExp(`^${source}$`, 'i');
  return (text) => whole.test(text);
}

const searched: readonly Column[] = [
  'email',
  'first_name',
  'last_name',
  'company',
  'provider',
  'uid',
  'zuora_account_id',
  'salesforce_account_id',
  'access_token',
  'refresh_token',
  'authentication_token',
];

/** The search box: any part of any text column, whatever the case, with SQL's wildcards alive. */
function searchOf(params: URLSearchParams): Matches | undefined {
  const query = params.get('query') ?? '';
  if (query.trim() === '' || query === '_discard') return undefined;
  // Taken for an operator on a column that exists in forms only.
  if (unary.includes(query)) throw new BrokenQuery('column customers.password does not exist');
  const isIn = like(`%${query}%`);
  return (customer) =>
    searched.some((column) => {
      const value = customer[column];
      return typeof value === 'string' && isIn(value);
    });
}

const pageSize = 20;

/** A page of those that match, newest first. Nothing says how many there are. */
export function findCustomers(
  customers: readonly CustomerSeed[],
  params: URLSearchParams,
): readonly CustomerSeed[] {
  const conditions = [...filtersOf(params), searchOf(params) ?? (() => true)];
  const found = customers
    .filter((customer) => conditions.every((matches) => matches(customer)))
    .sort((a, b) => b.id - a.id);
  if (params.get('all') === 'true') return found;

  const per = numberOf(params.get('per'), pageSize);
  const page = Math.max(1, numberOf(params.get('page'), 1));
  return found.slice((page - 1) * per, page * per);
}

function numberOf(text: string | null, fallback: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : fallback;
}

/** The database reads `1abc` as 1. */
export function customerOf(
  customers: readonly CustomerSeed[],
  id: string,
): CustomerSeed | undefined {
  return customers.find((customer) => customer.id === Number.parseInt(id, 10));
}
