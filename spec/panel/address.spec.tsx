import { screen, within } from '@testing-library/react';
import { candidate } from '../../fixtures/open-state';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

describe('which address', () => {
  it('shows the one checked, what it is, and whether it is the requester’s own', () => {
    renderPanel(galleryState('not-own'));
    const address = within(screen.getByRole('region', { name: 'Address checked' }));

    expect(address.getByText('billing@example.com')).toBeInTheDocument();
    expect(address.getByText('Subscription field')).toBeInTheDocument();
  });

  it('offers the others as one choice', async () => {
    const { app, user } = renderPanel(galleryState('addresses'));

    await user.click(screen.getByRole('button', { name: '4 addresses' }));
    const choices = within(screen.getByRole('group', { name: 'Which address?' }));
    expect(choices.getAllByRole('radio', { checked: true })).toHaveLength(1);
    expect(choices.getByRole('radio', { name: /^jane/ })).toBeChecked();
    await user.click(choices.getByRole('radio', { name: /^j\.doe@example\.org/ }));
    expect(app.calls).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Check address' }));

    expect(app.calls).toEqual([{ action: 'selectAddress', args: ['j.doe@example.org'] }]);
  });

  it('shows the likely ones of forty, and says how many more there are', async () => {
    const state = openGalleryState('addresses');
    const copies = Array.from({ length: 40 }, (_, n) => candidate(`cc${n}@example.com`, 'cc'));
    const { user } = renderPanel({ ...state, candidates: [state.selected, ...copies] });

    await user.click(screen.getByRole('button', { name: '41 addresses' }));

    expect(screen.getAllByRole('radio')).toHaveLength(12);
    expect(screen.getByText(/^29 more in the ticket/)).toBeInTheDocument();
  });

  it('is chosen by keyboard, asked only when that is confirmed, and the focus goes back', async () => {
    const { app, user, show } = renderPanel(galleryState('addresses'));

    screen.getByRole('button', { name: '4 addresses' }).focus();
    await user.keyboard('{Enter}{Tab}{ArrowDown}{ArrowDown}{ArrowUp}');
    show(galleryState('addresses'));
    expect(screen.getByRole('radio', { name: /^j\.doe@example\.org/ })).toHaveFocus();
    expect(app.calls).toEqual([]);
    await user.keyboard('{Enter}');

    expect(app.calls).toEqual([{ action: 'selectAddress', args: ['j.doe@example.org'] }]);
    expect(screen.getByRole('button', { name: '4 addresses' })).toHaveFocus();
  });

  it('offers the requester’s other addresses where there is no account, and not this one in other capitals', () => {
    const state = openGalleryState('no-account');
    const same = candidate(state.selected.address.toUpperCase(), 'identity', true);
    const other = candidate('jane@example.org', 'identity', true);
    renderPanel({ ...state, candidates: [state.selected, same, other] });

    expect(screen.getByRole('button', { name: /^jane@example\.org/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^JANE/ })).not.toBeInTheDocument();
  });

  it('takes any other address', async () => {
    const { app, user } = renderPanel(galleryState('no-address'));

    await user.type(
      screen.getByRole('textbox', { name: 'Another address' }),
      'x@example.net{Enter}',
    );

    expect(app.calls).toEqual([{ action: 'selectAddress', args: ['x@example.net'] }]);
    expect(screen.getByRole('textbox')).toHaveValue('');
  });

  it('checks the address that is chosen where nothing is typed', async () => {
    const { app, user } = renderPanel(galleryState('addresses'));

    await user.click(screen.getByRole('button', { name: '4 addresses' }));
    await user.click(screen.getByRole('button', { name: 'Check address' }));

    expect(app.calls).toEqual([{ action: 'selectAddress', args: ['jane.doe@example.com'] }]);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('asks for an address where nothing is typed and there is none to choose', async () => {
    const { app, user } = renderPanel(galleryState('bad-address'));

    await user.click(screen.getByRole('button', { name: 'Check address' }));

    expect(app.calls).toEqual([]);
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(
      'Choose an address, or enter one.',
    );
    expect(screen.getByRole('textbox')).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Choose an address, or enter one.');
  });

  it('keeps what was typed when it is no address, and says what is expected', async () => {
    const { app, user } = renderPanel(galleryState('no-address'));
    app.answers.select = { ok: false, problem: 'not-an-address' };

    await user.type(screen.getByRole('textbox'), 'nobody{Enter}');

    expect(screen.getByRole('textbox')).toHaveValue('nobody');
    expect(screen.getByRole('textbox')).toBeInvalid();
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/needs one @ and a domain/);
    expect(screen.getByRole('textbox')).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent(/needs one @ and a domain/);
  });

  it('hints at a slip of the finger, and checks the other address only on request', async () => {
    const { app, user } = renderPanel(galleryState('near-miss'));

    expect(
      screen.getByText('A reply goes to jane.doe@gmial.com, as the ticket has it.'),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'jane.doe@gmail.com: check this address' }),
    );

    expect(app.calls).toEqual([{ action: 'selectAddress', args: ['jane.doe@gmail.com'] }]);
  });

  it('offers similar addresses that the search found, each to be pressed', async () => {
    const { app, user } = renderPanel(galleryState('no-account'));

    expect(screen.getByText('Similar addresses with their own account:')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'jane.doe+gitlab@example.com: check this address' }),
    );

    expect(app.calls).toEqual([{ action: 'selectAddress', args: ['jane.doe+gitlab@example.com'] }]);
  });

  it('offers the requester’s other verified addresses where this one has no account', async () => {
    const { app, user } = renderPanel({
      ...openGalleryState('no-account'),
      candidates: [
        candidate('jane.doe@example.com', 'requester', true),
        candidate('j.doe@example.org', 'identity', true),
      ],
    });

    await user.click(screen.getByRole('button', { name: 'j.doe@example.org: check this address' }));

    expect(app.calls).toEqual([{ action: 'selectAddress', args: ['j.doe@example.org'] }]);
  });

  it('closes at Escape, and the focus goes back to its button', async () => {
    const { user } = renderPanel(galleryState('addresses'));

    await user.click(screen.getByRole('button', { name: '4 addresses' }));
    await user.keyboard('{Escape}');

    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('button', { name: '4 addresses' })).toHaveFocus();
  });
});

describe('the language', () => {
  it.each([
    ['fi-FI', 'The customer’s language in Zendesk is Finnish: there is no reply in it.'],
    ['en-GB', undefined],
    ['pt', undefined],
    ['x<b>', undefined],
    [undefined, undefined],
  ])('of the customer is named where no reply is in it: %s', (locale, words) => {
    const state = openGalleryState('reseller');
    const { ticket } = state;
    renderPanel({
      ...state,
      ticket: { ...ticket, requester: ticket.requester && { ...ticket.requester, locale } },
    });
    const said = screen.queryByText(/The customer’s language in Zendesk/);
    expect(said?.textContent).toBe(words);
  });
});
