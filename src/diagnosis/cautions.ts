/** Where the handbook page can mislead today. The sentence is `caution.<id>` in translations/. */
export type CautionId =
  | 'login_may_be_admin_block'
  | 'reseller_rule_has_changed'
  | 'logs_lag'
  | 'window_is_limited'
  | 'gitlab_reset_bypasses_suppression'
  | 'gitlab_reset_after_portal_reset'
  | 'password_sign_in_deprecated';

export interface Caution {
  readonly id: CautionId;
  readonly link: string;
}
