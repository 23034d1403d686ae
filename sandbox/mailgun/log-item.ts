/** A row of the Logs API: what something here, or a filter, looks at again, and more that is only there. */
export interface LogItem {
  readonly id: string;
  readonly event: 'accepted' | 'delivered' | 'failed' | 'rejected' | 'opened' | 'clicked';
  readonly '@timestamp': string;
  readonly domain: { readonly name: string };
  readonly recipient: string;
  readonly 'recipient-domain': string;
  readonly message: {
    readonly headers: {
      readonly 'message-id': string;
      readonly from?: string;
      readonly to?: string;
      readonly subject?: string;
    };
    readonly [more: string]: unknown;
  };
  readonly severity?: 'temporary' | 'permanent';
  readonly 'delivery-status'?: DeliveryStatus;
  readonly [more: string]: unknown;
}

export interface DeliveryStatus {
  readonly code: number;
  readonly message: string;
  readonly description: string;
  readonly [more: string]: string | number;
}
