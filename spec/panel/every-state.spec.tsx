import { screen } from '@testing-library/react';
import { galleryStates } from '../../sandbox/gallery/states';
import { impatientClock } from '../../fixtures/open-state';
import { renderPanel } from '../support/render-panel';

describe('every state of the gallery', () => {
  it.each(galleryStates)(
    'has one live region, one primary button at most, no key on the screen, and names its controls apart: $title',
    ({ state, setup }) => {
      const { container, select } = renderPanel(state, 'light', impatientClock, setup);
      const buttons = screen.queryAllByRole('button');

      expect(select('[role=status], [role=alert], [aria-live]')).toHaveLength(1);
      expect(screen.getByRole('status')).toBeInTheDocument();

      // Garden marks a primary button by nothing but its colour.
      const filled = buttons
        .filter((button) => getComputedStyle(button).backgroundColor !== 'rgba(0, 0, 0, 0)')
        .map((button) => button.textContent);
      expect(filled.slice(1)).toEqual([]);

      const words = container.textContent;
      expect(words).not.toMatch(/\{\w+\}(?!\})/);
      expect(words).not.toMatch(
        /\b(outcome|check|answer|reply|note|failure|certainty|setup|setting|label|admin)\.[a-z_]+\b/,
      );

      // A reply's own links are its words.
      const controls = [...buttons, ...screen.queryAllByRole('link')].filter(
        (control) => !control.matches('[lang] *'),
      );
      const names = controls.map(
        (control) => control.getAttribute('aria-label') ?? control.textContent,
      );
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      // Visible words come first in a name.
      const unlike = controls.filter((control) => {
        const label = control.getAttribute('aria-label');
        const seen = control.textContent.replace(/^\d/, '');
        return label !== null && seen !== '' && !label.startsWith(seen);
      });
      expect(unlike.map(({ outerHTML }) => outerHTML)).toEqual([]);
    },
  );
});
