import type { Result } from './result';
import type { Source } from './failure';

/** A request that leaves through Zendesk's proxy. Secrets appear only as `{{setting.…}}` placeholders. */
export interface OutgoingRequest {
  readonly source: Source;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly basicAuth?: { readonly username: string; readonly password: string };
  /** Answers are kept a minute under this key, in memory only. */
  readonly cacheKey?: string;
}

/** Whatever the other side said, of any HTTP status. Reading it is the asker's business. */
export interface IncomingAnswer {
  readonly status: number;
  /** The body as text; '' when empty. Never shown as it is. */
  readonly body: string;
  /** Lower-case names. Empty when the proxy does not relay them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SendOptions {
  readonly signal?: AbortSignal;
  /** Asked for by hand: bypasses the cache. */
  readonly fresh?: boolean;
}

/** Fails only where no answer came: timeout, unreachable, proxy-refused, misconfigured, cancelled. */
export type Send = (
  request: OutgoingRequest,
  options?: SendOptions,
) => Promise<Result<IncomingAnswer>>;
