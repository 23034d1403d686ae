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
