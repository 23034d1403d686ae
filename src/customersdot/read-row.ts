import type { PortalAccount } from '../diagnosis/evidence';

/** One row of an answer, of which only four columns are looked at. `undefined`: it does not say whose it is. */
export function readRow(row: unknown): PortalAccount | undefined {
  const email = columnOf(row, 'email');
  if (typeof email !== 'string' || email.trim() === '') return undefined;
  const login = columnOf(row, 'login_activated');
  return {
    id: readId(columnOf(row, 'id')),
    email: email.trim(),
    loginActivated: typeof login === 'boolean' ? login : undefined,
    confirmedAt: readInstant(columnOf(row, 'confirmed_at')),
    confirmed: undefined,
  };
}

/** A missing column is not an empty one: it reads `undefined`, never `null`. */
function columnOf(row: unknown, name: string): unknown {
  if (typeof row !== 'object' || row === null || !Object.hasOwn(row, name)) return undefined;
  return (row as Readonly<Record<string, unknown>>)[name];
}

/** Only for a link to the record; '' where there is none to make. */
function readId(id: unknown): string {
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : '';
}

const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** `Date.parse` alone would take "1" for the year 2001. */
function readInstant(value: unknown): number | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'string' || !instant.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}
