import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createFakeApp } from '../../fixtures/fake-app';
import { impatientClock, now } from '../../fixtures/open-state';
import { galleryStates } from '../../sandbox/gallery/states';
import type { AppState, SetupView } from '../../src/app/panel-contract';
import { Panel, deferredParts } from '../../src/panel/panel';
import type { Scheme } from '../../src/panel/theme';
import type { Clock } from '../../src/shared/clock';
import { createMessages } from '../../src/wording/translate';
import en from '../../translations/panel/en.json';

export const messages = createMessages('en', en, { now: () => now, timeZone: 'UTC' });

/** A state as the gallery has it. */
export function galleryState(id: string): AppState {
  const found = galleryStates.find((each) => each.id === id);
  if (!found) throw new Error(`The gallery has no ${id}.`);
  return found.state;
}

/** For what no role names. */
export const all = (root: Element, selector: string): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
];

/** A check stands in the list item that begins with its name. */
export function check(name: string): HTMLElement {
  const items = within(screen.getByRole('region', { name: 'Checks' })).getAllByRole('listitem');
  const found = items.find((item) => item.textContent.startsWith(name));
  if (!found) throw new Error(`No check ${name}`);
  return found;
}

/**
 * Presses the name of a `details`, to open or to close it. What it holds is drawn when the browser's event comes, which
 * is later than the press, and how much later hangs on the machine.
 */
export async function unfold(user: UserEvent, summary: HTMLElement): Promise<void> {
  const parts = () => summary.parentElement?.childElementCount;
  const before = parts();
  await user.click(summary);
  await waitFor(() => {
    expect(parts()).not.toBe(before);
  });
}

/** What an admin sees in the gallery's state of that name. */
export function renderForAdmin(id: string) {
  const found = galleryStates.find((each) => each.id === id);
  return renderPanel(galleryState(id), 'light', impatientClock, found?.setup);
}

/** The open ones, which is what most specs are about. */
export function openGalleryState(id: string): Extract<AppState, { kind: 'open' }> {
  const state = galleryState(id);
  if (state.kind !== 'open') throw new Error(`${id} is not open.`);
  return state;
}

// Its own spec holds that the panel does without them until they come; here they have come.
beforeAll(() => Promise.all(Object.values(deferredParts).map((parts) => parts.fetch(messages))));

/** The whole panel before an app that does nothing but remember; the reader is as quick as can be. */
export function renderPanel(
  state: AppState,
  scheme: Scheme = 'light',
  clock: Clock = impatientClock,
  setup?: SetupView,
  words = messages,
) {
  const app = createFakeApp(state, setup);
  const user = userEvent.setup();
  const reload = jest.fn();
  const { container, unmount } = render(
    <Panel
      app={app}
      messages={words}
      scheme={{ get: () => scheme, subscribe: () => () => undefined }}
      clock={clock}
      reload={reload}
    />,
  );
  return {
    app,
    user,
    reload,
    container,
    unmount,
    /** For the hooks of tools, which no role names. */
    select: (selector: string) => all(container, selector),
    show(next: AppState, nextSetup?: SetupView): void {
      act(() => {
        app.show(next, nextSetup);
      });
    },
  };
}
