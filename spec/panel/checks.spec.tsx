import { screen, within } from '@testing-library/react';
import { check, galleryState, openGalleryState, renderPanel } from '../support/render-panel';

const ofReseller = () => {
  const state = openGalleryState('reseller');
  return { state, ...renderPanel(state) };
};

describe('the checks', () => {
  it.each([
    ['Account', 'Found', 'Account 4'],
    ['Login activated', 'No', '“Login activated” is unchecked'],
    ['Confirmed', 'Yes', 'On 7 May'],
    ['Portal reset email', 'None found', 'None in the 30 days up to 12:00'],
    ['GitLab.com reset email', 'Sent', 'Last: 20 Nov, 12:00, delivered'],
  ])('%s: says %s, and what that rests on', (name, answer, evidence) => {
    renderPanel(galleryState('reseller'));

    expect(check(name)).toHaveTextContent(answer);
    expect(check(name)).toHaveTextContent(evidence);
  });

  it('links each source’s console, in a tab of its own', () => {
    renderPanel(galleryState('reseller'));
    const links = within(screen.getByRole('region', { name: 'Checks' })).getAllByRole('link');

    expect(screen.getByRole('link', { name: 'History (opens in a new tab)' })).toBe(links[1]);
    expect(screen.getByRole('link', { name: 'Account 4 (opens in a new tab)' })).toBe(links[2]);
    expect(links.flatMap((link) => link.getAttribute('aria-label') ?? [])).toEqual([
      'Open CustomersDot (opens in a new tab)',
      'Open Mailgun’s logs for the portal (opens in a new tab)',
      'Open Mailgun’s logs for GitLab.com (opens in a new tab)',
    ]);
    links.forEach((link) => {
      expect(link).toHaveAttribute('target', '_blank');
      expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      expect(link).toHaveAttribute('href', expect.stringMatching(/^https:/));
    });
  });

  it('a log that fails late says why in the room that was kept for its answer, once for all its checks', () => {
    const { select } = renderPanel(galleryState('everything-down'));
    const inRow = (source: string) =>
      select(`[data-source="${source}"] [data-check] [data-failure]`).length;

    expect(select('[data-failure]')).toHaveLength(3);
    expect(['portal_log', 'gitlab_log'].map(inRow)).toEqual([1, 1]);
    // It is of all of CustomersDot's, and no verdict settles before that has answered.
    expect(inRow('customersdot')).toBe(0);
  });

  it('when it was checked is said once nothing is asked any more, and of what is fresh', () => {
    const { show, state } = ofReseller();
    expect(screen.getByText(/^Checked: /)).toBeVisible();

    show({ ...state, investigation: { ...state.investigation, running: true } });
    expect(screen.queryByText(/^Checked: /)).toBeNull();
    show({ ...state, investigation: { ...state.investigation, cutOff: true } });
    expect(screen.queryByText(/^Checked: /)).toBeNull();
    expect(screen.getByText(/^Earlier result: /)).toBeVisible();
  });

  it('says what is wrong with a source once, and what to do about it', () => {
    renderPanel(galleryState('everything-down'));

    expect(screen.getByText(/reported a server error \(502\)\. Refresh later/)).toBeInTheDocument();
    expect(
      screen.getByText(/\(401\)\. An admin has to check the Mailgun key and region/),
    ).toBeInTheDocument();
    expect(screen.getByText(/a wait of 30 s/)).toBeInTheDocument();
  });

  it('tells of the last confirmation mail where the account is not confirmed', () => {
    renderPanel(galleryState('unconfirmed'));

    expect(check('Confirmed')).toHaveTextContent('Last confirmation email: 14 Nov, 12:00, bounced');
  });

  it('guesses at none of several accounts', () => {
    renderPanel(galleryState('several-accounts'));

    expect(
      within(check('Account'))
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual([
      'https://customers.gitlab.com/admin/customer/4',
      'https://customers.gitlab.com/admin/customer/911',
    ]);
    expect(check('Login activated')).toHaveTextContent('They differ');
    expect(check('Login activated')).toHaveTextContent('Account 4: “Login activated” is checked');
    expect(check('Login activated')).toHaveTextContent(
      'Account 911: “Login activated” is unchecked',
    );
    expect(check('Confirmed')).toHaveTextContent('Account 911: On 7 May');
  });

  it('does not say "none" of a log that was not read to its end', () => {
    const state = openGalleryState('no-reset-mail');
    const { evidence } = state.investigation.diagnosis;
    if (evidence.portal_log.state !== 'answered') throw new Error('not answered');
    const log = { ...evidence.portal_log.value, truncated: true };
    const diagnosis = {
      ...state.investigation.diagnosis,
      trace: state.investigation.diagnosis.trace.map((step) =>
        step.check === 'portal_reset'
          ? {
              ...step,
              fact: { known: false, why: { kind: 'truncated' } } as const,
              ground: { kind: 'mails', log, mails: [] } as const,
            }
          : step,
      ),
    };
    renderPanel({ ...state, investigation: { ...state.investigation, diagnosis } });

    expect(check('Portal reset email')).toHaveTextContent('The log was not read to its end');
    expect(check('Portal reset email')).not.toHaveTextContent('None');
  });
});
