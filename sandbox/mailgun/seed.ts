/** What becomes of a mail. Each is expanded to the events that Mailgun would log for it. */
export type Fate =
  | 'delivered'
  /** Delivered, then opened and clicked: those two carry no subject, and the click a URL that is a secret. */
  | 'opened'
  | 'bounced'
  | 'mailbox-full'
  | 'refused-by-policy'
  | 'refused-because-of-us'
  | 'delayed-bounce'
  | 'suppressed-bounce'
  | 'suppressed-complaint'
  | 'suppressed-unsubscribe'
  | 'retrying'
  | 'gave-up'
  | 'rejected'
  | 'accepted';

export interface MailSeed {
  /** The sending domain: `customers.gitlab.com`, `mg.gitlab.com`. */
  readonly domain: string;
  /** As Mailgun was given it, capitals and all. */
  readonly to: string;
  /** As in the header: may be an encoded word. `undefined`: no event carries one. */
  readonly subject: string | undefined;
  /** When Mailgun accepted it, epoch ms. */
  readonly at: number;
  readonly fate: Fate;
}

/** An entry of a suppression list without a mail in the log. */
export interface SuppressionSeed {
  readonly domain: string;
  readonly address: string;
  readonly list: 'bounces' | 'complaints' | 'unsubscribes';
  readonly at: number;
}
