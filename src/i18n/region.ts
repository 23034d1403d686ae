import type { Language } from '../lib/locale';

/** British habits for English (`3 May`, `14:02`, no serial comma), as support writes to the whole world. */
export const regionOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);
