export interface HistoryEntry {
  readonly at: string;
  readonly who: string;
  readonly what: string;
}

/** A customer with the columns that are worth stealing, each with a value of its own. */
export function withSecrets(customer: CustomerSeed): CustomerSeed {
  const of = (column: string) => `synthetic-${column}-${customer.id}`;
  return {
    ...customer,
    access_token: of('access-token'),
    refresh_token: of('refresh-token'),
    authentication_token: of('authentication-token'),
    encrypted_password: of('encrypted-password'),
  };
}

/** One customer, by the names of the columns. What is left out is empty. */
export interface CustomerSeed {
  readonly id: number;
  readonly email: string;
  readonly login_activated: boolean | null;
  /** ISO 8601, or null for an account nobody has confirmed. */
  readonly confirmed_at: string | null;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly company?: string;
  readonly provider?: string;
  readonly uid?: string;
  readonly zuora_account_id?: string;
  readonly salesforce_account_id?: string;
  /** What no answer may bring to the browser. Rails shows the first three in every list that is not compact. */
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly authentication_token?: string;
  readonly encrypted_password?: string;
  readonly created_at?: string;
  readonly updated_at?: string;
  /** For the history page only. */
  readonly history?: readonly HistoryEntry[];
}
