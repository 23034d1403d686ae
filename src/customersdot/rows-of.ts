interface Rows {
  readonly rows: readonly unknown[];
  /** Only a list can say "none": an object is one customer, and maybe another one. */
  readonly isList: boolean;
}

/** `[…]`, `{"customers": […]}` or one customer as an object. */
export function rowsOf(json: unknown): Rows | undefined {
  if (Array.isArray(json)) return { rows: json, isList: true };
  if (typeof json !== 'object' || json === null) return undefined;
  if (!Object.hasOwn(json, 'customers')) return { rows: [json], isList: false };
  const { customers } = json as { readonly customers: unknown };
  return Array.isArray(customers) ? { rows: customers, isList: true } : undefined;
}
