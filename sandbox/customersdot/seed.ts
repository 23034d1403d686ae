export interface HistoryEntry {
  readonly at: string;
  readonly who: string;
  readonly what: string;
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
  readonly created_at?: string;
  readonly updated_at?: string;
  /** For the history page only. */
  readonly history?: readonly HistoryEntry[];
}
