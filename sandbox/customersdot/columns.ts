export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What no answer may bring to the browser. The recorded application had none of these: a customer without them has no such columns. */
const secretColumns = [
  'access_token',
  'refresh_token',
  'authentication_token',
  'encrypted_password',
] as const;

/** In the order of the table, which an answer keeps whatever order was asked for. */
export const columns = [
  'id',
  'email',
  'confirmed_at',
  'first_name',
  'last_name',
  'company',
  'login_activated',
  'provider',
  'uid',
  'zuora_account_id',
  'salesforce_account_id',
  ...secretColumns,
  'created_at',
  'updated_at',
] as const;

export type Column = (typeof columns)[number];

/** One customer, by the names of the columns. What is left out is empty. */
export interface CustomerSeed extends Readonly<
  Partial<Record<Exclude<Column, 'id' | 'email' | 'login_activated' | 'confirmed_at'>, string>>
> {
  readonly id: number;
  readonly email: string;
  readonly login_activated: boolean | null;
  /** ISO 8601, or null for an account nobody has confirmed. */
  readonly confirmed_at: string | null;
  /** For the history page only. */
  readonly history?: readonly HistoryEntry[];
}

export interface HistoryEntry {
  readonly at: string;
  readonly who: string;
  readonly what: string;
}

/** A customer with the columns that are worth stealing, each with a value of its own. */
export function withSecrets(customer: CustomerSeed): CustomerSeed {
  const secrets = secretColumns.map((column) => [
    column,
    `synthetic-${column.replace('_', '-')}-${customer.id}`,
  ]);
  return { ...customer, ...(Object.fromEntries(secrets) as Partial<CustomerSeed>) };
}

/** Devise keeps these out of JSON unless they are asked for by name. */
const hidden: readonly Column[] = ['confirmed_at', 'encrypted_password'];
const shown: readonly Column[] = columns.filter((column) => !hidden.includes(column));

const defaults: Partial<Record<Column, string>> = {
  created_at: '2021-05-01T09:00:00.000Z',
  updated_at: '2025-01-01T00:00:00.000Z',
};

export function rowOf(customer: CustomerSeed, kept: readonly Column[] = shown): Row {
  return Object.fromEntries(
    columns
      .filter((column) => kept.includes(column) && !isAbsent(column, customer))
      .map((column) => [column, customer[column] ?? defaults[column] ?? null]),
  );
}

function isAbsent(column: Column, customer: CustomerSeed): boolean {
  return secretColumns.some((name) => name === column) && customer[column] === undefined;
}

/** `schema[only][]` wins; names that are no columns are left out without a word. */
export function columnsOf(params: URLSearchParams): readonly Column[] {
  const only = params.getAll('schema[only][]');
  if (only.length > 0) return columns.filter((column) => only.includes(column));
  const except = params.getAll('schema[except][]');
  return shown.filter((column) => !except.includes(column));
}
