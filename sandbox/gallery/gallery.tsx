import { createFakeDesk } from '../../fixtures/fake-desk';
import { impatientClock, now } from '../../fixtures/open-state';
import { deferredParts, mountPanel } from '../../src/panel/panel';
import type { Scheme } from '../../src/panel/theme';
import { internalNote } from '../../src/replies/internal-note';
import { languages } from '../../src/shared/language';
import { loadCatalogue } from '../../src/wording/load-catalogue';
import { createMessages } from '../../src/wording/messages';
import { galleryIndex } from './gallery-index';
import { pressAll } from './press';
import { galleryStates } from './states';

const query = new URLSearchParams(location.search);
const root = document.getElementById('app');
const shown = galleryStates.find(({ id }) => id === query.get('state'));
const scheme: Scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';
const language = languages.find((each) => each === query.get('language')) ?? 'en';

if (root && shown) {
  const messages = createMessages(language, (await loadCatalogue(language)).words, {
    now: () => now,
    timeZone: 'UTC',
  });
  const desk = createFakeDesk(shown.state);
  if (shown.state.kind === 'open') {
    const { investigation, selected: candidate, links, disclosure } = shown.state;
    const context = { messages, candidate, links, disclosure };
    desk.answers.note = internalNote(investigation.diagnosis, context);
  }
  document.documentElement.lang = language;
  await Promise.all([deferredParts.later.fetch(messages), deferredParts.asked.fetch(messages)]);
  mountPanel(root, {
    desk,
    messages,
    scheme: { get: () => scheme, subscribe: () => () => undefined },
    clock: impatientClock,
  });
  await pressAll(shown.press ?? []);
  document.documentElement.dataset.ready = shown.id;
} else if (root) {
  galleryIndex(root);
}
