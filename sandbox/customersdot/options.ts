import type { CustomerSeed } from './seed';

export interface CustomersDotOptions {
  /** Read anew for every request, so that they may change. */
  readonly customers: readonly CustomerSeed[];
  readonly adminEmail: string;
  readonly adminToken: string;
  /** A read-only role sees the list and no export. */
  readonly canExport?: boolean;
  /** What a refused export answers: 500 unless the application maps the refusal. */
  readonly deniedExport?: 403 | 500;
  /**
   * How the admin knows its callers: the two headers, an HTTP token, or a session with a redirect to the sign-in
   * page. A browser that asks one of the first two for a page counts as signed in: links lead somewhere.
   */
  readonly auth?: 'headers' | 'token' | 'redirect';
}

export interface PortalRequest {
  readonly method: string;
  readonly path: string;
  readonly params: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Where the portal is mounted: '' or `/prefix`. */
  readonly base: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
