import type { MailSeed, SuppressionSeed } from './seed';

type Region = 'us' | 'eu';
/** As the API names them (`POST /v1/keys`); the console calls `basic` Analyst. */
export type Role = 'admin' | 'developer' | 'basic' | 'sending';

export interface MailgunOptions {
  /** Read anew for every request, so that it may grow. */
  readonly mails: readonly MailSeed[];
  readonly suppressions?: readonly SuppressionSeed[];
  /** Domains that exist without having sent anything. Those of the seeds always exist. */
  readonly domains?: readonly string[];
  readonly apiKey: string;
  readonly now: () => number;
  /** Where the domains live. */
  readonly region?: Region;
  /** The API host this stands for. Asked in another region than the domains', Mailgun answers 401. */
  readonly host?: Region;
  /** What the key may do. */
  readonly role?: Role;
  /** Domains that belong to a subaccount: their mail is found only by who asks for subaccounts as well. */
  readonly subaccountDomains?: readonly string[];
  /** `refused`: nobody has documented what becomes of the question where an account has none, or the key may not. */
  readonly subaccounts?: 'honoured' | 'refused';
  /** The domains whose mail the key sees; all of them unless told otherwise. An empty list is a key of another account. */
  readonly visibleDomains?: readonly string[];
  /** Whether the API takes a POST to the logs for reading: undocumented for the role Analyst. */
  readonly analystMayPost?: boolean;
  /** How long an event takes to be found. */
  readonly lagMs?: number;
  readonly retentionDays?: number;
  /** What becomes of a start before the retention: nobody has documented it. */
  readonly tooOldStart?: 'fewer-rows' | 'refused';
  /** An upper limit to the page size asked for, to page without hundreds of seeds. */
  readonly pageSize?: number;
  /** Whether the last page still has a token, which leads to an empty one. */
  readonly afterLastPage?: 'no-token' | 'empty-page';
  /** How addresses are compared: nobody has documented that either. */
  readonly caseRule?: 'sensitive' | 'insensitive';
}

/** What goes out: JSON unless it is text. */
export type Answer =
  | { readonly status: number; readonly json: unknown }
  | {
      readonly status: number;
      readonly text: string;
      readonly type: 'text/plain';
      readonly headers: Readonly<Record<string, string>>;
    };

export const message = (status: number, text: string): Answer => ({
  status,
  json: { message: text },
});
