import { screen } from '@testing-library/react';
import { impatientClock, now } from '../../fixtures/open-state';
import { languages } from '../../src/shared/reply';
import { createMessages } from '../../src/wording/translate';
import de from '../../translations/panel/de.json';
import en from '../../translations/panel/en.json';
import es from '../../translations/panel/es.json';
import fr from '../../translations/panel/fr.json';
import ja from '../../translations/panel/ja.json';
import ptBR from '../../translations/panel/pt-BR.json';
import { galleryState, renderPanel, unfold } from '../support/render-panel';

const catalogues = { de, en, es, fr, ja, 'pt-BR': ptBR };

/** What the gallery's state shows of deliveries, by the key of its sentence. */
const shown = {
  'every-answer': [
    'delivery.sender_refused',
    'delivery.sender_refused.next',
    'delivery.receiver_misrouted',
    'delivery.receiver_misrouted.next',
    'delivery.receiver_busy',
    'delivery.receiver_busy.next',
    'delivery.accepted_long',
    'delivery.accepted_long.next',
    'mails.row.scanned',
  ],
  'underway-refused': ['delivery.retrying_refused', 'delivery.retrying_refused.next'],
} as const;

const cases = languages.flatMap((language) =>
  (['every-answer', 'underway-refused'] as const).map((id) => [language, id] as const),
);

it.each(cases)('in %s the gallery’s %s has its sentences', async (language, id) => {
  const words = catalogues[language];
  const messages = createMessages(language, words, { now: () => now, timeZone: 'UTC' });
  const { user } = renderPanel(galleryState(id), 'light', impatientClock, undefined, messages);
  await unfold(user, screen.getByText(words['mails.as_list']));

  // A name or a time that stands in a sentence is not looked for, only what stands around it.
  const missing = shown[id].filter((key) =>
    words[key].split(/\{\w+\}/).some((part) => !document.body.textContent.includes(part)),
  );
  expect(missing).toEqual([]);
});

it('has every language, and says each sentence in its own words', () => {
  const keys = Object.values(shown).flat();
  const alike = keys.filter(
    (key) => new Set(languages.map((one) => catalogues[one][key])).size < 6,
  );
  expect(languages).toHaveLength(6);
  expect(alike).toEqual([]);
});
