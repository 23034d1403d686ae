export interface RequesterIdentity {
  readonly type: string;
  readonly value: string;
  /** `undefined`: Zendesk did not say. */
  readonly verified: boolean | undefined;
  readonly primary: boolean;
  readonly deliverableState: string | undefined;
}

export interface Requester {
  readonly id: number;
  readonly name: string;
  readonly email: string | undefined;
  /** As Zendesk has it: `en-US`, `pt-BR`, … */
  readonly locale: string | undefined;
  readonly identities: readonly RequesterIdentity[];
}

export interface Channel {
  readonly name: string;
  readonly richText: boolean;
}

/** What the app reads of the open ticket, in one bulk `get`. */
export interface TicketFacts {
  /** `undefined` while the ticket has not been saved. */
  readonly id: number | undefined;
  readonly requester: Requester | undefined;
  readonly subject: string;
  /** Description and public comments, as plain text. Only searched for addresses, never kept or shown. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly formId: string | undefined;
  /** Epoch ms. */
  readonly createdAt: number | undefined;
  readonly ccs: readonly string[];
  /** The value of the custom field named in the settings. */
  readonly subscriptionEmail: string | undefined;
  readonly channel: Channel;
  readonly composer: 'publicReply' | 'internalNote' | 'other';
}

export interface Agent {
  readonly locale: string | undefined;
  readonly isAdmin: boolean;
}
