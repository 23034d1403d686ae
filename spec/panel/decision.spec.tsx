import { screen } from '@testing-library/react';
import { galleryState, renderPanel, unfold } from '../support/render-panel';

async function opened(id: string) {
  const { user, select } = renderPanel(galleryState(id));
  await unfold(user, screen.getByText('How this was decided'));
  return {
    picture: screen.getByRole('img', { name: /^Decision tree/ }),
    marked: (state: string) => select(`text.${state}`).map(({ textContent }) => textContent),
  };
}

const steps = () =>
  screen
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
    .filter((words) => /^(Account|Login activated|Confirmed|\S+ reset email): /.test(words));

describe('how it was decided', () => {
  it('highlights the way taken, and nothing beside it', async () => {
    const { marked } = await opened('wrong-site-reset');

    expect(marked('taken')).toEqual([
      'Found',
      'Yes',
      'None found',
      'Sent',
      'Account',
      'Login activated',
      'Portal reset email',
      'GitLab.com reset email',
      'Reset on the wrong site',
    ]);
    expect(marked('open')).toEqual([]);
    expect(marked('not-taken')).toContain('Likely reseller customer');
  });

  it('says the way taken to those who cannot see the picture', async () => {
    const { picture } = await opened('wrong-site-reset');

    expect(picture).toHaveAccessibleName(
      'Decision tree: how the checks lead to the result. Path taken: Account: Found, Login activated: Yes, Portal reset email: None found and GitLab.com reset email: Sent',
    );
  });

  it('leaves open what is still possible', async () => {
    const { marked } = await opened('customersdot-down');

    expect(marked('taken')).toEqual(['Account']);
    expect(marked('open')).toEqual(
      expect.arrayContaining(['Likely reseller customer', 'Account not confirmed']),
    );
    expect(marked('not-taken')).toEqual(
      expect.arrayContaining(['Reset on the wrong site', 'No reset email was found']),
    );
  });

  it('draws what also applies so, with a line of its own in the key, and says it with the way taken', async () => {
    const { picture, marked } = await opened('several-causes');

    expect(marked('also')).toEqual(['No', 'Confirmed', 'Account not confirmed']);
    expect(marked('not-taken')).not.toContain('Account not confirmed');
    expect(screen.getByText('also applies')).toBeVisible();
    expect(picture).toHaveAccessibleName(/; also applies: Account not confirmed$/);
  });

  it('says of every check what came of it', async () => {
    await opened('several-causes');

    expect(steps()).toEqual([
      'Account: FoundCustomersDot, asked: 11:59rules out: No account with this address',
      'Login activated: YesCustomersDot, asked: 11:59rules out: Likely reseller customer',
      'Confirmed: NoCustomersDot, asked: 11:59also applies: Account not confirmed',
      'Portal reset email: None foundEmail log, portal, asked: 11:59result: Reset on the wrong site',
      'GitLab.com reset email: SentEmail log, GitLab.com, asked: 11:59result: Reset on the wrong site',
    ]);
  });

  it('says of a check that was skipped why it was', async () => {
    await opened('early');

    expect(steps()).toEqual([
      'Account: FoundCustomersDot, asked: 11:59rules out: No account with this address',
      'Login activated: NoCustomersDot, asked: 11:59result: Likely reseller customer',
      'Confirmed: YesCustomersDot, asked: 11:59not needed because of “Login activated: No”',
      'Portal reset email: Checking…Email log, portal, asked: 11:59not needed because of “Login activated: No”',
      'GitLab.com reset email: Checking…Email log, GitLab.com, asked: 11:59not needed because of “Login activated: No”',
    ]);
  });

  it('says what an answer points to while others are open', async () => {
    await opened('one-down');

    expect(steps()).toEqual([
      'Account: FoundCustomersDot, asked: 11:59rules out: No account with this address',
      'Login activated: YesCustomersDot, asked: 11:59rules out: Likely reseller customer',
      'Confirmed: YesCustomersDot, asked: 11:59rules out: Account not confirmed',
      'Portal reset email: UnknownEmail log, portal, asked: 11:59No answer within 10 s.no answer; could be: Reset on the wrong site, Reset email not delivered or No known cause',
      'GitLab.com reset email: SentEmail log, GitLab.com, asked: 11:59points to: Reset on the wrong site',
    ]);
  });

  it('marks what was entered by hand, in the steps, the picture and its words', async () => {
    const { picture, marked } = await opened('by-hand');

    expect(steps()[1]).toBe(
      'Login activated: No, by handCustomersDot, asked: 11:59The app’s credentials may not see this (403).result: Likely reseller customer',
    );
    expect(marked('taken')).toContain('No, by hand');
    expect(marked('not-taken')).toContain('Yes');
    expect(picture).toHaveAccessibleName(
      'Decision tree: how the checks lead to the result. Path taken: Account: Found, by hand and Login activated: No, by hand',
    );
  });

  it('marks what was entered by hand where it makes another check needless', async () => {
    await opened('by-hand');

    expect(steps()[2]).toContain('not needed because of “Login activated: No, by hand”');
  });

  it('marks the account as by hand where only its login was seen', async () => {
    const { picture } = await opened('by-hand-open');

    expect(picture).toHaveAccessibleName(
      'Decision tree: how the checks lead to the result. Path taken: Account: Found, by hand, Login activated: Yes, by hand and Portal reset email: None found; also applies: Account not confirmed; still possible: Reset on the wrong site and No reset email was found',
    );
  });

  it('says what came back where it was no answer', async () => {
    await opened('half-answered');

    expect(steps()[2]).toBe(
      'Confirmed: UnknownCustomersDot, asked: 11:59No answer within 10 s.no answer; could be: Account not confirmed or No known cause',
    );
  });

  it('says nothing of a way while none is taken', async () => {
    const { picture } = await opened('everything-down');

    expect(picture).toHaveAccessibleName('Decision tree: how the checks lead to the result.');
  });

  it('leads to the handbook page', async () => {
    await opened('reseller');

    expect(screen.getByRole('link', { name: /^Handbook page/ })).toHaveAttribute(
      'href',
      expect.stringContaining('customersdot/customerdot_account/'),
    );
  });
});
