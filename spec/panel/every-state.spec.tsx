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

  it.each(galleryStates)('names its buttons apart: $title', ({ state }) => {
    renderPanel(state);
    const perReply = new Set(['Insert reply', 'Apply macro', 'Copy', 'Show all']);
    const names = screen
      .queryAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent)
      .filter((name) => !perReply.has(name));

    expect(names).toHaveLength(new Set(names).size);
  });
});
