/** One macro each in requirements.json: the seven outcomes and the neutral one. */
export const replyNames = [
  'reseller',
  'wrong_site_reset',
  'no_reset_mail',
  'unconfirmed',
  'reset_not_delivered',
  'no_account',
  'no_known_cause',
  'verify_ownership',
] as const;

export type ReplyName = (typeof replyNames)[number];
