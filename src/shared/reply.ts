/** One macro each in requirements.json: those of every edition, and the neutral one. */
export const replyNames = [
  'reseller',
  'wrong_site_reset',
  'no_reset_mail',
  'unconfirmed',
  'reset_not_delivered',
  // The same outcome, where the fault is ours, nobody's for long, or the MX record's.
  'reset_refused',
  'reset_delayed',
  'reset_misrouted',
  'no_account',
  'no_known_cause',
  'verify_ownership',
  'login_off',
  'gitlab_reset_instead_of_link',
  'no_mail',
  'link_not_delivered',
  'link_refused',
  'link_delayed',
  'link_misrouted',
  'link_expired',
  'not_linked',
  'linked_elsewhere',
  'enterprise_without_password',
  'no_account_with_link',
  'unconfirmed_with_link',
  'no_known_cause_with_link',
] as const;

export type ReplyName = (typeof replyNames)[number];

/** The languages of the panel and of the bundled replies. */
export const languages = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** `de-AT` → `de`, `pt` and `pt-PT` → `pt-BR`, whatever we do not speak → `en`. */
export function pickLanguage(locale: string | undefined): Language {
  const [spoken] = (locale ?? '').trim().toLowerCase().split(/[-_]/);
  return languages.find((language) => language.toLowerCase().split('-')[0] === spoken) ?? 'en';
}

/** British habits for English (`3 May`, `14:02`, no serial comma), as support writes to the whole world. */
export const regionOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

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
