import { screen, within } from '@testing-library/react';
import {
  answered,
  days,
  evidence,
  failing,
  gitlabLog,
  minutes,
  noon,
  pending,
  portalLog,
  resetMail,
} from '../../fixtures/evidence';
import { impatientClock, openState } from '../../fixtures/open-state';
import { galleryState, renderPanel, unfold } from '../support/render-panel';

const bounced = resetMail('bounced', { report: { code: 550, enhancedCode: '5.1.1' } });
const undeliveredOnBothSites = evidence({
  portal_log: answered(portalLog(bounced)),
  gitlab_log: answered(gitlabLog(bounced)),
});

const picture = () => within(screen.getByRole('group', { name: 'Emails from 24 Oct to 23 Nov' }));
const lane = (name: string) => within(picture().getByRole('list', { name }));

describe('the mail picture', () => {
  it('has a mark for every mail, in the lane of its site', () => {
    renderPanel(galleryState('wrong-site-reset'));

    expect(
      lane('GitLab.com')
        .getAllByRole('button')
        .map((mark) => mark.getAttribute('aria-label')),
    ).toEqual([
      '5 Nov, 12:00: password reset, delivered',
      '2 emails, the newest: 22 Nov, 09:36: password reset, delivered',
    ]);
    expect(lane('Portal').getByRole('listitem')).toHaveTextContent('none');
  });

  it('hides nothing in a tooltip: what a mark says is its name, for hand, keyboard and ear', () => {
    renderPanel(galleryState('wrong-site-reset'));

    const marks = lane('GitLab.com').getAllByRole('button');
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) {
      expect(mark).toHaveAccessibleName(/^\d.*: password reset, delivered$/);
      expect(mark).not.toHaveAttribute('title');
    }
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('tells a lane that is not known from one without mails', () => {
    renderPanel(galleryState('one-down'));

    expect(lane('Portal').getByRole('listitem')).toHaveTextContent('not known');
  });

  it('does not call a log without mails empty when it was cut off', async () => {
    const { user } = renderPanel(galleryState('log-cut-off'));

    expect(lane('Portal').getByRole('listitem')).toHaveTextContent('not known');
    await unfold(user, screen.getByText('All emails as a list'));
    const mails = screen.getByRole('region', { name: 'Emails' });
    expect(mails).toHaveTextContent('The log was not read to its end.');
    expect(mails).not.toHaveTextContent(/none/i);
  });

  it('opens the list at the mail whose mark is pressed, each time', async () => {
    const { user } = renderPanel(galleryState('reseller'));
    const mark = lane('GitLab.com').getByRole('button');

    await user.click(mark);
    expect(screen.getByText(/^20 Nov, 12:00: password reset, delivered/)).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.getByText('All emails as a list')).toHaveFocus();
    await user.click(mark);

    expect(screen.getByText(/^20 Nov, 12:00: password reset, delivered/)).toHaveFocus();
  });

  it('draws no picture where there is no mail', () => {
    const { select } = renderPanel(galleryState('no-reset-mail'));

    expect(screen.queryByRole('group', { name: /^Mails from/ })).toBeNull();
    expect(select('svg text')).toEqual([]);
    expect(screen.getByText('Portal: none')).toBeInTheDocument();
    expect(screen.getByText('GitLab.com: none')).toBeInTheDocument();
  });

  it('builds the list only while it is open', async () => {
    const { user, select } = renderPanel(galleryState('reset-not-delivered'));
    expect(select('details li')).toEqual([]);

    await unfold(user, screen.getByText('All emails as a list'));
    expect(select('details li')).not.toEqual([]);
    await unfold(user, screen.getByText('All emails as a list'));

    expect(select('details li')).toEqual([]);
  });

  it('shows when the ticket was opened', () => {
    const { select } = renderPanel(galleryState('reseller'));

    expect(select('svg text').map(({ textContent }) => textContent)).toContain('ticket, 22 Nov');
  });

  it('says what to do about the portal’s mails only', async () => {
    const { user } = renderPanel(openState(undeliveredOnBothSites));
    await unfold(user, screen.getByText('All emails as a list'));

    const mails = within(screen.getByRole('region', { name: 'Emails' }));
    const items = mails.getAllByText(/^The receiving server says that this mailbox does not/);
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Check the address'),
      'The receiving server says that this mailbox does not exist.',
    ]);
  });

  it('says until when Mailgun tries, and no longer than that', async () => {
    const { user, unmount } = renderPanel(galleryState('underway'));
    await unfold(user, screen.getByText('All emails as a list'));
    // In the list, and without a press in the result, where the customer's next step hangs on it.
    expect(await screen.findAllByText(/keeps trying \(until about 17:36\)/)).toHaveLength(2);
    unmount();

    const evening = { ...impatientClock, now: () => noon + minutes(360) };
    renderPanel(galleryState('underway'), 'light', evening);
    await unfold(user, screen.getByText('All emails as a list'));
    expect(await screen.findAllByText(/time to deliver it is over \(about 17:36\)/)).toHaveLength(
      2,
    );
    expect(screen.queryByText(/keeps trying/)).not.toBeInTheDocument();
  });

  it('is the same as a list, with what to do and what the server said', async () => {
    const { user } = renderPanel(galleryState('reset-not-delivered'));

    await unfold(user, screen.getByText('All emails as a list'));

    expect(screen.getByText(/22 Nov, 00:00: password reset, bounced/)).toHaveTextContent(
      'Check the address for a typing error',
    );
    expect(screen.getByText('550 5.1.1 <jane.doe@example.com>: no such user')).toBeInTheDocument();
    const mails = within(screen.getByRole('region', { name: 'Emails' }));
    expect(mails.getByText('On Mailgun’s bounce list (since 22 Nov).')).toBeInTheDocument();
  });

  it('says whose fault a server names, and where a mail that arrived can be held back', async () => {
    const { user } = renderPanel(galleryState('every-answer'));
    await unfold(user, screen.getByText('All emails as a list'));

    const said = (mail: RegExp) => screen.getByText(mail);
    const refused = said(/22 Nov, 00:00: password reset/);
    expect(refused).toHaveTextContent('refused it because of us');
    expect(refused).toHaveTextContent('Tell the team that runs our email');
    expect(refused).toHaveTextContent('Receiving server: mx.example.com (Microsoft)');
    expect(
      within(refused).getByRole('link', { name: /How we get off a block list/ }),
    ).toHaveAttribute('href', expect.stringContaining('rbl_delisting'));
    expect(screen.getAllByRole('link', { name: /block list/ })).toHaveLength(1);

    expect(said(/20 Nov, 12:00: password reset/)).toHaveTextContent(
      'have the MX record of their domain corrected',
    );
    expect(said(/18 Nov, 12:00: password reset/)).toHaveTextContent(
      'half an hour or more after this one',
    );
    expect(said(/14 Nov, 12:00: password reset/)).toHaveTextContent(
      /Mimecast can hold email back in a quarantine.*Receiving server: us-smtp-inbound-1.mimecast.com/,
    );
    expect(said(/23 Nov, .*: confirmation|^\d\d:\d\d: confirmation/)).toHaveTextContent(
      'more than half an hour',
    );
  });

  it('says when Mailgun’s lists did not hold the address', () => {
    const entry = { domain: 'customers.gitlab.com', list: 'bounce', listed: false } as const;
    renderPanel(openState(evidence({ suppressions: answered([entry], noon - days(1)) })));

    expect(screen.getByText('On none of Mailgun’s suppression lists.')).toBeInTheDocument();
  });

  it.each([
    [
      { kind: 'forbidden', status: 403 },
      'The app’s credentials may not see this (403). A key with the role Analyst cannot read them. No result depends on them.',
    ],
    [{ kind: 'timeout', afterMs: 10_000 }, 'No answer within 10 s. Refresh, or check it yourself.'],
  ])('says why Mailgun’s lists could not be read, and what to do: %j', (cause, words) => {
    renderPanel(openState(evidence({ suppressions: failing('suppressions', cause) })));

    expect(
      screen.getByText(`Mailgun’s suppression lists could not be read. ${words}`),
    ).toBeInTheDocument();
  });

  it('has a line for each list, though two read alike', () => {
    const complaints = jest.spyOn(console, 'error').mockImplementation();
    const entry = { list: 'bounce', listed: true, since: noon - days(3) } as const;
    const both = [
      { ...entry, domain: 'customers.gitlab.com' },
      { ...entry, domain: 'mg.gitlab.com' },
    ];
    renderPanel(openState(evidence({ suppressions: answered(both, noon - days(1)) })));

    expect(screen.getAllByText('On Mailgun’s bounce list (since 20 Nov).')).toHaveLength(2);
    // Of two lines with one key React would complain, and keep an old one.
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  it('says nothing of Mailgun’s lists before they have answered', () => {
    renderPanel(openState(evidence({ suppressions: pending })));

    expect(screen.queryByText(/suppression lists/)).not.toBeInTheDocument();
  });

  it('waits for the logs', () => {
    renderPanel(galleryState('early'));

    expect(
      within(screen.getByRole('region', { name: 'Emails' })).getByText('checking…'),
    ).toBeVisible();
  });
});
