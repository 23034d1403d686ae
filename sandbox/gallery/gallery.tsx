import { createFakeApp } from '../../fixtures/fake-app';
import { impatientClock, now } from '../../fixtures/open-state';
import { deferredParts, mountPanel } from '../../src/panel/panel';
import type { Scheme } from '../../src/panel/theme';
import { internalNote } from '../../src/replies/internal-note';
import { languages } from '../../src/shared/reply';
import {
  loadAskedWords,
  loadCatalogue,
  loadLaterWords,
  createMessages,
} from '../../src/wording/translate';
import { galleryIndex } from './gallery-index';
import { pressAll } from './press';
import { galleryStates } from './states';

let takeAway = (): void => undefined;

/** The state that the address names. The page says which stands there, or why it could not be shown. */
async function show(root: HTMLElement): Promise<void> {
  const { dataset } = document.documentElement;
  takeAway();
  delete dataset['ready'];
  delete dataset['failed'];
  try {
    dataset['ready'] = await draw(root, new URLSearchParams(location.search));
  } catch (error) {
    dataset['failed'] = String(error);
  }
}

async function draw(root: HTMLElement, query: URLSearchParams): Promise<string> {
  const shown = galleryStates.find(({ id }) => id === query.get('state'));
  if (!shown) throw new Error('There is no such state.');
  const scheme: Scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';
  const language = languages.find((each) => each === query.get('language')) ?? 'en';
  const messages = createMessages(language, (await loadCatalogue(language)).words, {
    now: () => now,
    timeZone: 'UTC',
  });
  const app = createFakeApp(shown.state, shown.setup);
  document.documentElement.lang = language;
  await Promise.all(Object.values(deferredParts).map((parts) => parts.fetch(messages)));
  // The parts are fetched once, and their words went to the first state shown.
  messages.add(await loadLaterWords(language));
  messages.add(await loadAskedWords(language));
  if (shown.state.kind === 'open') {
    const { investigation, selected: candidate, links, disclosure, settings } = shown.state;
    const context = { messages, candidate, links, settings, disclosure, used: [] };
    app.answers.note = internalNote(investigation.diagnosis, context);
  }
  takeAway = mountPanel(root, {
    app,
    messages,
    scheme: { get: () => scheme, subscribe: () => () => undefined },
    clock: impatientClock,
    reload: () => undefined,
  });
  await pressAll(shown.press ?? []);
  return shown.id;
}

const root = document.getElementById('app');
if (root && location.search === '') {
  galleryIndex(root);
} else if (root) {
  // Another state takes the place of the one before; its address is told with `popstate`, as by the back button.
  addEventListener('popstate', () => void show(root));
  void show(root);
}
