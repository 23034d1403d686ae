import { screen, within } from '@testing-library/react';
import { todaysPage } from '../../sandbox/gallery/todays-page';
import { oneTimeLinkEdition } from '../../src/diagnosis/editions/one-time-link';
import { outcomesOf } from '../../src/diagnosis/rules';
import { certaintyOf } from '../../src/panel/verdict-body';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

/** What an element says, its smallest parts apart; headings for the ear alone left out. */
function said(element: Element): readonly string[] {
  if (element.matches('h3')) return [];
  return element.children.length === 0 || element.matches('a, button, p, li')
    ? [element.textContent.trim()].filter((words) => words !== '')
    : [...element.children].flatMap(said);
}

const scanned = 'Ask whether an email scanner opens links: each works once';
const enough = 'Certain: what is still unknown cannot change it.';
const refused =
  'The last sign-in link was lost, and this reply may be too: consider another address.';

/** Everything in the result's card after the heading, the replies that are offered, and what is said of sending one. */
const rows: readonly {
  readonly id: string;
  readonly outcome: string;
  readonly says: readonly string[];
  readonly replies: readonly string[];
  readonly lost?: true;
}[] = [
  {
    id: 'today-no-account',
    outcome: 'No account with this address',
    says: [
      'No portal account has exactly this address.',
      'Similar addresses with their own account:',
      'jane.doe+gitlab@example.com',
    ],
    replies: ['no_account_with_link'],
  },
  {
    id: 'today-login-off',
    outcome: 'Login switched off',
    says: [
      'Login is switched off on this account: an admin’s block, or an old reseller account.',
      'Look in History: switched off after it was created?',
    ],
    replies: ['login_off'],
  },
  {
    id: 'today-login-blocked',
    outcome: 'Login switched off by an admin',
    says: [
      'History says that login was switched off later than the account was created: on purpose. Ask before anyone switches it on.',
      'Based on manual answers: Login changed later.',
    ],
    replies: ['login_off'],
  },
  {
    id: 'today-gitlab-reset',
    outcome: 'Reset on GitLab.com, no sign-in link',
    says: [
      'A reset email from GitLab.com was found, and no one-time sign-in link from the portal.',
      enough,
    ],
    replies: ['gitlab_reset_instead_of_link'],
  },
  {
    id: 'today-no-mail',
    outcome: 'No sign-in link was found',
    says: [
      'Neither a one-time sign-in link nor a GitLab.com reset was found in the logs.',
      'Look at the portal’s email: it sent a reset, not a sign-in link',
    ],
    replies: ['no_mail'],
  },
  {
    id: 'today-link-not-delivered',
    outcome: 'Sign-in link not delivered',
    says: [
      'The receiving server says that this mailbox does not exist.',
      'Check the address for a typing error. If it has changed, the portal account needs the new one. On Mailgun’s bounce list (since 23 Nov).',
      enough,
    ],
    replies: ['link_not_delivered'],
    lost: true,
  },
  {
    id: 'today-link-refused',
    outcome: 'Sign-in link not delivered',
    says: [
      'The receiving server refused it because of us: our IP address, our domain or the way we send.',
      'Tell the team that runs our email, with the server’s answer. The customer can do nothing about it.',
      enough,
    ],
    replies: ['link_refused'],
  },
  {
    id: 'today-link-expired',
    outcome: 'Sign-in link expired',
    says: [
      'The newest one-time sign-in link is older than 24 hours, and no longer works.',
      'Also applies: Account not confirmed',
      'Ask whether the link had been opened before: it had not expired then',
      'Ask how they sign in: through GitLab.com no confirmation is needed',
    ],
    replies: ['link_expired', 'unconfirmed_with_link'],
  },
  {
    id: 'today-unconfirmed',
    outcome: 'Account not confirmed',
    says: [
      'The account is there, but its address is not confirmed.',
      scanned,
      'Ask how they sign in: through GitLab.com no confirmation is needed',
    ],
    replies: ['unconfirmed_with_link'],
  },
  {
    id: 'today-not-linked',
    outcome: 'Not linked to GitLab.com',
    says: ['No GitLab.com account is linked to this portal account.', scanned],
    replies: ['not_linked'],
  },
  {
    id: 'today-linked-elsewhere',
    outcome: 'Linked with another address',
    says: [
      'The GitLab.com account linked to it has another address.',
      'Based on manual answers: Linked to GitLab.com.',
      scanned,
    ],
    replies: ['linked_elsewhere'],
  },
  {
    id: 'today-enterprise',
    outcome: 'Enterprise user without password',
    says: [
      'The customer’s GitLab.com account may not sign in with a password. The portal’s own sign-in page still works.',
      'Based on manual answers: Password allowed on GitLab.com.',
      scanned,
    ],
    replies: ['enterprise_without_password'],
  },
  {
    id: 'today-no-known-cause',
    outcome: 'No known cause',
    says: [
      'Everything that was checked is fine.',
      'Handbook: other sign-in problems',
      'For you to check:',
      'Linked to GitLab.com',
      'Password allowed on GitLab.com',
      scanned,
    ],
    replies: ['no_known_cause_with_link'],
  },
];

describe('the page about one-time links, as the panel has it', () => {
  it.each(rows)('$outcome ($id)', ({ id, outcome, says, replies, lost }) => {
    const { select } = renderPanel(galleryState(id));
    const result = screen.getByRole('region', { name: 'Result' });

    expect(within(result).getByRole('heading', { level: 2 })).toHaveTextContent(outcome);
    expect(said(result).filter((words) => words !== outcome)).toEqual(says);
    expect(select('[data-reply]').map((reply) => reply.dataset['reply'])).toEqual(replies);
    expect(screen.queryAllByText(refused)).toHaveLength(lost ? 1 : 0);
  });

  it('has a state in the gallery for each of its outcomes, and each is here', () => {
    const shown = todaysPage.flatMap(({ state }) => {
      if (state.kind !== 'open') return [];
      const { verdict } = state.investigation.diagnosis;
      return verdict.kind === 'settled' ? [verdict.outcome] : [];
    });
    expect([...new Set(shown)].sort()).toEqual([...outcomesOf(oneTimeLinkEdition)].sort());
    const settled = todaysPage.filter(({ id }) => !/-(no-subject|decision)$/.test(id));
    expect(rows.map(({ id }) => id)).toEqual(settled.map(({ id }) => id));
  });

  it.each([
    // Nobody has looked whether it is linked, or an enterprise user's.
    ['today-no-known-cause', undefined],
    ['today-not-linked', 'enough'],
    ['today-no-account', 'all'],
  ])('calls %s certain only where no answer by hand could come first: %s', (id, certainty) => {
    const { investigation } = openGalleryState(id);
    const diagnosis = { ...investigation.diagnosis, cautions: [] };
    expect(certaintyOf({ ...investigation, diagnosis })).toBe(certainty);
  });

  it('says nothing of links while no subject is listed, and shows the subjects that were seen', () => {
    renderPanel(galleryState('today-no-subject'));
    const result = screen.getByRole('region', { name: 'Result' });

    expect(within(result).getByRole('heading', { level: 2 })).toHaveTextContent('Not settled');
    expect(
      screen.getByText(
        /^No subject is set for this kind of email.* “Subjects of one-time sign-in emails”\.$/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Other emails from the portal: Your sign-in link for the Customers Portal'),
    ).toBeInTheDocument();
    expect(screen.getByText('small: another email')).toBeInTheDocument();
  });

  it('says once that a linked account’s address is not known', () => {
    renderPanel(galleryState('today-no-mail'));

    expect(screen.getByText(/with which address is not said\.$/)).toBeInTheDocument();
    expect(screen.queryByText('The answer does not say.')).toBeNull();
  });
});
