import { screen } from '@testing-library/react';
import { galleryState, renderPanel } from '../support/render-panel';

jest.mock('../../src/panel/later-parts', () => {
  throw new Error('The chunk did not arrive.');
});

describe('without the code of what lies below the first view', () => {
  it('the verdict stands, the gap is said once, and one press loads the app again', async () => {
    const { user, reload } = renderPanel(galleryState('reseller'));

    expect(screen.getByRole('heading', { name: 'Likely reseller customer' })).toBeInTheDocument();
    const [gap, heard, ...others] = await screen.findAllByText(/could not be loaded/);
    expect(gap).toHaveTextContent(
      'Part of the app could not be loaded. Loading the app again checks anew; manual answers are lost.',
    );
    expect(screen.getByRole('status')).toContainElement(heard ?? null);
    expect(others).toEqual([]);

    expect(reload).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Load the app again' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('a state without a verdict is not a blank frame either', async () => {
    const { user, reload } = renderPanel(galleryState('settings-agent'));

    expect(await screen.findAllByText(/could not be loaded/)).toHaveLength(2);
    expect(screen.getByRole('status')).toHaveTextContent(/could not be loaded/);
    await user.click(screen.getByRole('button', { name: 'Load the app again' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
