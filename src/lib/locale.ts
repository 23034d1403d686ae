/** The languages of the panel and of the bundled replies. */
export const languages = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

/** `de-AT` → `de`, `pt` and `pt-PT` → `pt-BR`, whatever we do not speak → `en`. */
export function pickLanguage(locale: string | undefined): Language {
  const [spoken] = (locale ?? '').trim().toLowerCase().split(/[-_]/);
  return languages.find((language) => language.toLowerCase().split('-')[0] === spoken) ?? 'en';
}
