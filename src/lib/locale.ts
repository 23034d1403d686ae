/** The languages of the panel and of the bundled replies. */
export const languages = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
export type Language = (typeof languages)[number];
