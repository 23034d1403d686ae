/** One macro each in requirements.json: the seven outcomes, two special cases of one of them, and the neutral one. */
export const replyNames = [
  'reseller',
  'wrong_site_reset',
  'no_reset_mail',
  'unconfirmed',
  'reset_not_delivered',
  // The same outcome, where the fault is ours, or nobody's for long.
  'reset_refused',
  'reset_delayed',
  'no_account',
  'no_known_cause',
  'verify_ownership',
] as const;

export type ReplyName = (typeof replyNames)[number];
