/** A row of the Logs API, as far as mails to one recipient have it. */
export interface LogItem {
  readonly id: string;
  readonly event: 'accepted' | 'delivered' | 'failed' | 'rejected' | 'opened' | 'clicked';
  readonly '@timestamp': string;
  readonly domain: { readonly name: string };
  readonly recipient: string;
  readonly 'recipient-domain': string;
  readonly 'log-level': 'info' | 'warn' | 'error';
  readonly message: {
    readonly headers: {
      readonly 'message-id': string;
      readonly from?: string;
      readonly to?: string;
      readonly subject?: string;
    };
    readonly attachments?: readonly never[];
    readonly size?: number;
  };
  readonly flags?: Flags;
  readonly tags: readonly string[];
  readonly 'user-variables': string;
  readonly method?: string;
  readonly envelope?: {
    readonly sender: string;
    readonly transport: string;
    readonly targets: string;
  };
  readonly storage?: {
    readonly region: string;
    readonly env: string;
    readonly key: string;
    readonly url: readonly string[];
  };
  readonly severity?: 'temporary' | 'permanent';
  readonly reason?: string;
  readonly 'delivery-status'?: DeliveryStatus;
  readonly ip?: string;
  readonly url?: string;
}

interface Flags {
  readonly 'is-authenticated': boolean;
  readonly 'is-system-test': boolean;
  readonly 'is-routed': boolean;
  readonly 'is-test-mode': boolean;
  readonly 'is-delayed-bounce': boolean;
  readonly 'is-callback': boolean;
}

export interface DeliveryStatus {
  readonly 'attempt-no': number;
  readonly code: number;
  readonly message: string;
  readonly description: string;
  readonly 'session-seconds': number;
  readonly 'enhanced-code'?: string;
  readonly 'bounce-type'?: 'hard' | 'soft';
  readonly 'retry-seconds'?: number;
  readonly 'mx-host'?: string;
  readonly 'last-code'?: number;
  readonly 'last-message'?: string;
}
