import type { CustomerSeed, HistoryEntry } from '../seed';

/** Newest first. Where a seed tells no history, what must have happened. */
export function historyOf(customer: CustomerSeed): readonly HistoryEntry[] {
  if (customer.history) return customer.history;
  const created = customer.created_at ?? '2021-05-01T09:00:00.000Z';
  const entries: HistoryEntry[] = [{ at: created, who: 'customer', what: 'create' }];
  if (customer.confirmed_at !== null) {
    entries.unshift({
      at: customer.confirmed_at,
      who: 'customer',
      what: `update: confirmed_at = ${customer.confirmed_at}`,
    });
  }
  if (customer.login_activated === false) {
    entries.unshift({
      at: customer.updated_at ?? '2025-01-01T00:00:00.000Z',
      who: 'block_reseller_customer',
      what: 'update: login_activated = false',
    });
  }
  return entries;
}
