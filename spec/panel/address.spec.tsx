import { screen, within } from '@testing-library/react';
import { candidate } from '../../fixtures/open-state';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

describe('which address', () => {
  it('shows the one checked, what it is, and whether it is the requester’s own', () => {
    renderPanel(galleryState('not-own'));
    const address = within(screen.getByRole('region', { name: 'Address checked' }));

    expect(address.getByText('billing@example.com')).toBeInTheDocument();
    expect(address.getByText('Subscription field · not verified')).toBeInTheDocument();
  });

  it('offers the others as one choice', async () => {
    const { desk, user } = renderPanel(galleryState('addresses'));

    await user.click(screen.getByRole('button', { name: '3 others' }));
    const choices = within(screen.getByRole('group', { name: 'Which address?' }));
    expect(choices.getAllByRole('radio', { checked: true })).toHaveLength(1);
    expect(choices.getByRole('radio', { name: /^jane/ })).toBeChecked();
    await user.click(choices.getByRole('radio', { name: /^j\.doe@example\.org/ }));

    expect(desk.calls).toEqual([{ action: 'selectAddress', args: ['j.doe@example.org'] }]);
  });

  it('shows the likely ones of forty, and says how many more there are', async () => {
    const state = openGalleryState('addresses');
    const copies = Array.from({ length: 40 }, (_, n) => candidate(`cc${n}@example.com`, 'cc'));
    const { user } = renderPanel({ ...state, candidates: [state.selected, ...copies] });

    await user.click(screen.getByRole('button', { name: '40 others' }));

    expect(screen.getAllByRole('radio')).toHaveLength(12);
    expect(screen.getByText(/^29 more in the ticket/)).toBeInTheDocument();
  });

  it('is chosen by keyboard, and the focus stays on the choice', async () => {
    const { desk, user, show } = renderPanel(galleryState('addresses'));

    screen.getByRole('button', { name: '3 others' }).focus();
    await user.keyboard('{Enter}{Tab}{ArrowDown}');
    show(galleryState('addresses'));

    expect(desk.calls).toEqual([{ action: 'selectAddress', args: ['j.doe@example.org'] }]);
    expect(screen.getByRole('radio', { name: /^j\.doe@example\.org/ })).toHaveFocus();
  });

  it('takes any other address', async () => {
    const { desk, user } = renderPanel(galleryState('no-address'));

    await user.type(
      screen.getByRole('textbox', { name: 'Another address' }),
      'x@example.net{Enter}',
    );

    expect(desk.calls).toEqual([{ action: 'selectAddress', args: ['x@example.net'] }]);
    expect(screen.getByRole('textbox')).toHaveValue('');
  });

  it('keeps what was typed when it is no address, and says what is expected', async () => {
    const { desk, user } = renderPanel(galleryState('no-address'));
    desk.answers.select = { ok: false, problem: 'not-an-address' };

    await user.type(screen.getByRole('textbox'), 'nobody{Enter}');

    expect(screen.getByRole('textbox')).toHaveValue('nobody');
    expect(screen.getByRole('textbox')).toBeInvalid();
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/needs one @ and a domain/);
  });

  it('hints at a slip of the finger, and checks the other address only on request', async () => {
    const { desk, user } = renderPanel(galleryState('near-miss'));

    expect(screen.getByText('Did they mean jane.doe@gmail.com?')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Check it' }));

    expect(desk.calls).toEqual([{ action: 'selectAddress', args: ['jane.doe@gmail.com'] }]);
  });

  it('tells of look-alikes that the search found', () => {
    renderPanel(galleryState('no-account'));

    expect(
      screen.getByText(/jane\.doe\+gitlab@example\.com\. It is another account/),
    ).toBeInTheDocument();
  });
});
