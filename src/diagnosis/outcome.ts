export const outcomeIds = [
  'reseller',
  'wrong_site_reset',
  'no_reset_mail',
  'unconfirmed',
  'reset_not_delivered',
  'no_account',
  'no_known_cause',
] as const;

export type OutcomeId = (typeof outcomeIds)[number];
