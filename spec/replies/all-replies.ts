import de from '../../translations/replies/de.json';
import en from '../../translations/replies/en.json';
import es from '../../translations/replies/es.json';
import fr from '../../translations/replies/fr.json';
import ja from '../../translations/replies/ja.json';
import ptBR from '../../translations/replies/pt-BR.json';
import type { ReplyCatalogue } from '../../src/replies/catalogue';

export const english: ReplyCatalogue = { language: 'en', ...en };

export const catalogues: readonly ReplyCatalogue[] = [
  english,
  { language: 'de', ...de },
  { language: 'es', ...es },
  { language: 'fr', ...fr },
  { language: 'ja', ...ja },
  { language: 'pt-BR', ...ptBR },
];
