/**
 * Who can get a public reply to this ticket, as far as Zendesk says. Everywhere here `undefined` means
 * "not known", which is never the same as "none".
 */
export interface Readers {
  /** `undefined` while the ticket has not been saved. */
  readonly ticketId: number | undefined;
  /** `address`: the primary one, the only one that Zendesk shows with the ticket. */
  readonly requester: { readonly id: number; readonly address: string | undefined } | undefined;
  /**
   * With whom the ticket is saved: the requester may have been changed on another screen, or on this one and not saved
   * yet. Of a ticket that is not saved there is no other.
   */
  readonly savedRequester: number | undefined;
  /** Every way to identify the requester: each mail address among them may get the reply. */
  readonly identities: readonly Identity[] | undefined;
  readonly copies: readonly Copy[] | undefined;
  /** A problem, whose reply goes to its incidents too: who is in copy is not known then. */
  readonly isProblem?: true;
  readonly audiences: readonly Audience[] | undefined;
  /** Where a public reply goes, by Zendesk's name for it: `email`, `web`, `whatsapp`, … */
  readonly channel: string | undefined;
}

export interface Identity {
  /** `email`, `phone_number`, `google`, … */
  readonly type: string;
  readonly value: string;
  readonly verified: boolean | undefined;
  /** `none`, `low`, `sso`, `embed` or `full`. Only the REST API says it. */
  readonly verificationMethod: string | undefined;
  readonly primary: boolean;
  /** `deliverable`, `undeliverable`, … */
  readonly deliverableState: string | undefined;
}

/** Somebody in CC, or a follower. By the number or by the address one can be told from another. */
export interface Copy {
  readonly id: number | undefined;
  readonly name: string | undefined;
  readonly address: string | undefined;
  /** An agent of this very Zendesk, as the REST API says. Whoever is not known to be one is none. */
  readonly isStaff: boolean;
}

/** Many at once: the colleagues of the requester's organisation, or the Zendesk a ticket is shared with. */
export interface Audience {
  readonly kind: 'organisation' | 'partner';
  readonly id: number;
  readonly name: string | undefined;
  /** `undefined`: Zendesk does not say whether its members read each other's tickets. */
  readonly reads: true | undefined;
}
