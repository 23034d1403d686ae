import { screen } from '@testing-library/react';
import { galleryStates } from '../../sandbox/gallery/states';
import { renderPanel } from '../support/render-panel';

describe('every state of the gallery', () => {
  it.each(galleryStates)(
    'has one live region, and one primary button at most: $title',
    ({ state }) => {
      const { select } = renderPanel(state);

      expect(select('[role=status], [role=alert], [aria-live]')).toHaveLength(1);
      expect(screen.getByRole('status')).toBeInTheDocument();
      // Garden marks a primary button by nothing but its colour.
      const filled = screen
        .queryAllByRole('button')
        .filter((button) => getComputedStyle(button).backgroundColor !== 'rgba(0, 0, 0, 0)')
        .map((button) => button.textContent);
      expect(filled.slice(1)).toEqual([]);
    },
  );

  it.each(galleryStates)('leaves no placeholder and no key on the screen: $title', ({ state }) => {
    const { container } = renderPanel(state);
    const words = container.textContent;

    expect(words).not.toMatch(/\{\w+\}(?!\})/);
    expect(words).not.toMatch(/\b(outcome|check|answer|reply|note|failure|certainty)\.[a-z_]+\b/);
  });

  it.each(galleryStates)(
    'names its buttons and links apart, visible words first: $title',
    ({ state }) => {
      renderPanel(state);
      const all = [...screen.queryAllByRole('button'), ...screen.queryAllByRole('link')];
      // A reply's own links are its words.
      const controls = all.filter((control) => !control.matches('[lang] *'));
      const names = controls.map(
        (control) => control.getAttribute('aria-label') ?? control.textContent,
      );

      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      const unlike = controls.filter((control) => {
        const label = control.getAttribute('aria-label');
        const seen = control.textContent.replace(/^\d/, '');
        return label !== null && seen !== '' && !label.startsWith(seen);
      });
      expect(unlike.map(({ outerHTML }) => outerHTML)).toEqual([]);
    },
  );
});
