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
