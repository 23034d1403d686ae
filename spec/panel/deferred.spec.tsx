import { screen } from '@testing-library/react';
import { galleryState, renderPanel } from '../support/render-panel';

jest.mock('../../src/panel/later-parts', () => {
  throw new Error('The chunk did not arrive.');
});

describe('without the code of what lies below the first view', () => {
  it('the verdict stands, and the gap is said', async () => {
    renderPanel(galleryState('reseller'));

    expect(screen.getByRole('heading', { name: 'Bought through a reseller' })).toBeInTheDocument();
    expect(
      await screen.findByText('The rest of the app could not be loaded. Reload the page.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^The reply could not be loaded/)).toBeInTheDocument();
  });

  it('a state without a verdict is not a blank frame either', async () => {
    renderPanel(galleryState('settings-agent'));

    expect(await screen.findByText(/^The rest of the app could not be loaded/)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('The app is not set up yet');
  });
});
