import { screen } from '@testing-library/react';
import { galleryState, renderPanel } from '../support/render-panel';

describe('states without a verdict', () => {
  it('names each broken setting, what is expected, and what an admin does', () => {
    renderPanel(galleryState('settings-admin'));

    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'mailgun_regionThis package of the app cannot reach this host. Expected: us; or upload a package made for it.',
      'log_window_daysThis number is out of range. Expected: 1–90.',
    ]);
    expect(screen.getByText(/in Admin Center/)).toBeInTheDocument();
  });

  it('sends an agent to an admin', () => {
    renderPanel(galleryState('settings-agent'));

    expect(screen.getByText(/Ask a Zendesk admin/)).toBeInTheDocument();
  });

  it.each([
    ['settings-agent', 'Try again', 'refresh'],
    ['zendesk-failed', 'Try again', 'refresh'],
    ['not-of-interest', 'Check sign-in', 'runAnyway'],
    ['requester-changed', 'Got it', 'dismissRequesterChange'],
    ['reseller', 'Refresh', 'refresh'],
  ])('in %s, %s does what it says', async (id, name, action) => {
    const { desk, user } = renderPanel(galleryState(id));

    await user.click(screen.getByRole('button', { name }));

    expect(desk.calls).toEqual([{ action, args: [] }]);
  });

  it('shows what stands in place of an address as text', () => {
    const { select } = renderPanel(galleryState('bad-address'));

    expect(screen.getByText(/The ticket has: <img src=x>@"/)).toBeInTheDocument();
    expect(select('img')).toEqual([]);
  });

  it('says since when what is shown offline is known', () => {
    renderPanel(galleryState('offline'));

    expect(screen.getByText(/^You are offline\. What is shown was checked at 12:00/)).toBeVisible();
  });
});
