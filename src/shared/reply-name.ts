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
