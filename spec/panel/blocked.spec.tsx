import { screen } from '@testing-library/react';
import { galleryState, renderPanel } from '../support/render-panel';

describe('states without a verdict', () => {
  it('names each broken setting, what is expected, and what an admin does', () => {
    renderPanel(galleryState('settings-admin'));

    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Mailgun regionThis value is not known. Possible: us.',
      'Days of email log to readThis number has decimals. It must be a whole number from 1 to 90.',
      'Your own macrosEach line is a reply, an equals sign (=) and the number of a macro. For example: reseller = 360001234567',
    ]);
    expect(screen.getByText(/in Admin Center/)).toBeInTheDocument();
  });

  it('sends an agent to an admin, with the list to copy', async () => {
    const { app, user } = renderPanel(galleryState('settings-agent'));

    expect(screen.getByText(/Ask a Zendesk admin/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy the list' }));

    expect(app.calls).toEqual([
      {
        action: 'copy',
        args: [
          [
            'The app is not set up yet (CustomersDot Sign-in Check)',
            '- CustomersDot host (customersdot_host): This package of the app is not made for this host or region. Choose another, or upload a package that is. Possible: customers.gitlab.com.',
            'Change this in Admin Center, under Apps and integrations, in the settings of this app.',
          ].join('\n'),
        ],
      },
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
  });

  it.each([
    ['settings-agent', 'Refresh', 'refresh'],
    ['zendesk-failed', 'Refresh', 'refresh'],
    ['not-of-interest', 'Check sign-in', 'runAnyway'],
    ['requester-changed', 'Got it', 'dismissRequesterChange'],
    ['reseller', 'Refresh', 'refresh'],
  ])('in %s, %s does what it says', async (id, name, action) => {
    const { app, user } = renderPanel(galleryState(id));

    await user.click(screen.getByRole('button', { name }));

    expect(app.calls).toEqual([{ action, args: [] }]);
  });

  it('shows what stands in place of an address as text', () => {
    const { select } = renderPanel(galleryState('bad-address'));

    expect(screen.getByText(/The ticket has: <img src=x>@"/)).toBeInTheDocument();
    expect(select('img')).toEqual([]);
  });

  it('says since when what is shown offline is known', () => {
    renderPanel(galleryState('offline'));

    expect(screen.getByText(/^You are offline\. Last checked: 12:00/)).toBeVisible();
  });
});
