import { filtersOf, searchOf } from './filters';
import type { CustomerSeed } from './seed';

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
