import { passwordEdition } from '../../src/diagnosis/editions/password';
import { act, screen, within } from '@testing-library/react';
import { diagnose } from '../../src/diagnosis/diagnose';
import { noon, portalLog } from '../../fixtures/evidence';
import { candidate, now } from '../../fixtures/open-state';
import english from '../../translations/panel/en.json';
import { createFakeClock } from '../support/fake-clock';
import { galleryState, openGalleryState, renderPanel, unfold } from '../support/render-panel';

const verdict = () => within(screen.getByRole('region', { name: 'Result' }));

describe('the verdict', () => {
  it('says what is wrong in plain words, and how sure that is', () => {
    renderPanel(galleryState('no-account'));

    expect(verdict().getByRole('heading')).toHaveTextContent('No account with this address');
    // Of this address that is all there is; whether the customer has an account nobody knows.
    expect(verdict().queryByText(/^Certain/)).toBeNull();
  });

  it('opens what no lookup says in place, where no cause was found', async () => {
    const { user, app } = renderPanel(galleryState('today-no-known-cause'));

    await user.click(
      verdict().getByRole('button', { name: 'Password allowed on GitLab.com: enter by hand' }),
    );
    await user.click(
      await verdict().findByRole('button', {
        name: 'No (enterprise user): Password allowed on GitLab.com',
      }),
    );
    expect(app.calls.map(({ action, args }) => [action, ...args])).toEqual([
      ['answerByHand', 'gitlab_password', 'off'],
    ]);
  });

  it('does not wait for what cannot change it, and says so', () => {
    renderPanel(galleryState('early'));

    expect(verdict().getByRole('heading', { level: 2 })).toHaveTextContent(
      'Likely reseller customer',
    );
    expect(screen.getByRole('button', { name: 'Insert reply' })).toBeInTheDocument();
  });

  it('is provisional while the logs may lag', () => {
    renderPanel(galleryState('provisional'));
    expect(verdict().getByText(/^Provisional/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check again' })).toBeVisible();
  });

  it('says of an open verdict too what of it was entered by hand', () => {
    renderPanel(galleryState('by-hand-open'));

    expect(verdict().getByText('Applies in any case: Account not confirmed')).toBeInTheDocument();
    expect(
      verdict().getByText('Based on manual answers: Login activated and Confirmed.'),
    ).toBeInTheDocument();
  });

  it('is not certain while its answers are being asked for again', () => {
    renderPanel(galleryState('rechecking'));

    expect(verdict().getByText(/^Being checked again/)).toBeInTheDocument();
    expect(verdict().queryByText(/^Certain/)).toBeNull();
  });

  it('does not say that no source answered where one did', () => {
    const state = openGalleryState('everything-down');
    const { diagnosis } = state.investigation;
    const cutOff = { ...portalLog(), truncated: true };
    const evidence = {
      ...diagnosis.evidence,
      portal_log: { state: 'answered', value: cutOff, askedAt: noon, at: noon } as const,
    };
    renderPanel({
      ...state,
      investigation: {
        ...state.investigation,
        diagnosis: diagnose(evidence, {
          edition: passwordEdition,
          now: noon,
          customerWroteAt: noon,
        }),
      },
    });

    expect(verdict().getByRole('heading')).toHaveTextContent('Not settled');
    expect(verdict().queryByText(/No source gave/)).toBeNull();
  });

  it('names the answers it owes to the engineer', () => {
    renderPanel(galleryState('by-hand'));

    expect(
      verdict().getByText('Based on manual answers: Account and Login activated.'),
    ).toBeInTheDocument();
  });

  it('closes what was open of one address when another is checked', async () => {
    const { user, show, select } = renderPanel(galleryState('customersdot-down'));
    await user.click(screen.getByRole('button', { name: 'Account: enter by hand' }));
    expect(select('[data-hand]').length).toBeGreaterThan(0);

    const state = openGalleryState('customersdot-down');
    const selected = candidate('j.doe@example.org', 'identity', true);
    show({ ...state, selected });

    expect(select('[data-hand]')).toEqual([]);
  });

  it('lists what applies too', () => {
    renderPanel(galleryState('several-causes'));

    expect(verdict().getByText('Also applies: Account not confirmed')).toBeInTheDocument();
  });

  it('lists what is still possible, and what would settle it', () => {
    renderPanel(galleryState('one-down'));

    expect(verdict().getByRole('heading')).toHaveTextContent('Not settled');
    expect(
      verdict()
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Reset on the wrong site', 'Reset email not delivered', 'No known cause']);
    expect(
      verdict().getByRole('button', { name: 'Portal reset email: enter by hand' }),
    ).toBeInTheDocument();
  });

  it('names every missing check on one line, and opens them as one form in its place', async () => {
    const { user } = renderPanel(galleryState('customersdot-down'));
    expect(
      verdict()
        .getAllByRole('button', { expanded: false })
        .map(({ textContent }) => textContent),
    ).toEqual(['Account', 'Login activated', 'Confirmed']);

    await user.click(verdict().getByRole('button', { name: 'Login activated: enter by hand' }));

    const form = within(screen.getByRole('group', { name: 'Enter what you see: CustomersDot' }));
    expect(form.getAllByRole('button').map((button) => button.dataset.hand)).toEqual([
      'account=found',
      'account=absent',
      'login=on',
      'login=off',
      'confirmed=yes',
      'confirmed=no',
    ]);
    expect(form.getByRole('button', { name: 'Yes: Login activated' })).toHaveFocus();
  });

  it('leaves a form that was opened while the sources are asked where it is when they end without a result', async () => {
    const { user, show } = renderPanel(galleryState('loading'));
    await user.click(verdict().getByRole('button', { name: 'Enter by hand' }));
    const answer = await verdict().findByRole('button', { name: 'No: Login activated' });
    answer.focus();
    const above = () =>
      verdict()
        .getAllByRole('listitem')
        .filter((item) => item.compareDocumentPosition(answer) & Node.DOCUMENT_POSITION_FOLLOWING)
        .map(({ dataset }) => dataset.check);
    const before = above();

    show(galleryState('customersdot-down'));

    expect(verdict().getByRole('heading', { level: 2 })).toHaveTextContent('Not settled');
    expect(answer).toHaveFocus();
    // What it can be is told below the form, so that nothing above it grows.
    expect(verdict().getByText('No known cause')).toBeVisible();
    // Nor do the checks that are waited for stand above it, whose answers may take more lines.
    expect([before, above()]).toEqual([[], []]);

    await user.keyboard('{Escape}');
    expect(screen.getByRole('region', { name: 'Result' })).toHaveFocus();
    expect(verdict().getByRole('button', { name: 'Account: enter by hand' })).toBeVisible();
    expect(answer).not.toBeInTheDocument();
  });

  it('does not call a cause certain beside a caution that puts it in doubt', () => {
    renderPanel(galleryState('reseller'));

    expect(verdict().queryByText(/^Certain/)).toBeNull();
    expect(verdict().getByRole('list', { name: 'Make sure first' })).toBeInTheDocument();
  });

  it('says why a reset was not delivered, what clears it, and on which list the address is', () => {
    renderPanel(galleryState('reset-not-delivered'));

    expect(verdict().getByText(/says that this mailbox does not exist\.$/)).toBeVisible();
    expect(
      verdict().getByText(/^Check the address .* On Mailgun’s bounce list \(since 22 Nov\)\.$/),
    ).toBeVisible();
    // Its sentence and its heading would say the same.
    expect(verdict().queryByText(english['outcome.reset_not_delivered.meaning'])).toBeNull();
  });

  it('says that the last confirmation mail, which the reply speaks of, did not arrive', () => {
    renderPanel(galleryState('unconfirmed'));

    expect(verdict().getByText(/^The last confirmation email \(14 Nov\) was not/)).toBeVisible();
  });

  it('says where to go on when no cause is known', () => {
    renderPanel(galleryState('no-known-cause'));

    expect(verdict().getByRole('link', { name: /^Handbook/ })).toBeVisible();
  });

  it('moves what puts the cause in doubt to the note where the reply is neutral', () => {
    renderPanel(galleryState('not-own'));

    expect(verdict().queryByRole('list', { name: 'Make sure first' })).toBeNull();
    const note = within(screen.getByRole('region', { name: 'Internal note' }));
    expect(note.getByRole('list', { name: 'Make sure first' })).toBeInTheDocument();
  });

  it('says what is possible so far while answers are coming', () => {
    renderPanel(galleryState('narrowing'));

    expect(verdict().getByRole('heading')).toHaveTextContent('Checking…');
    expect(verdict().getByText('Possible so far:')).toBeInTheDocument();
  });

  it('does not list every cause there is', () => {
    renderPanel(galleryState('loading'));

    expect(verdict().queryByText(english['verdict.possible_pending'])).toBeNull();
    expect(verdict().queryByText(english['outcome.reseller'])).toBeNull();
  });

  it('says that nothing could be checked, and what to do', () => {
    renderPanel(galleryState('everything-down'));

    expect(verdict().getByRole('heading')).toHaveTextContent('Nothing could be checked');
    expect(verdict().getByText(/by hand/, { selector: 'p' })).toBeInTheDocument();
  });

  it('gives its cautions above the insert button, each a line that is a link', () => {
    const { select } = renderPanel(galleryState('reseller'));
    const cautions = within(screen.getByRole('list', { name: 'Make sure first' }));

    expect(cautions.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Look in History: switched off after it was created?',
      'Make sure of the reseller: since 2023 its customers can usually sign in',
    ]);
    expect(cautions.getAllByRole('link')[0]).toHaveAttribute(
      'href',
      expect.stringMatching(/\/history$/),
    );
    expect(
      select('[data-caution], [data-action=insert]').map(
        ({ dataset }) => dataset.caution ?? dataset.action,
      ),
    ).toEqual(['login_may_be_admin_block', 'reseller_rule_has_changed', 'insert']);
  });
});

describe('while answers are awaited', () => {
  /** What there is to press or to read of the checks, in its order. */
  const order = (select: (selector: string) => readonly HTMLElement[]) =>
    select('[data-check], [data-action], [data-verdict]').map(
      ({ dataset }) => dataset['check'] ?? dataset['action'] ?? dataset['verdict'],
    );
  const checks = [...passwordEdition.checks];

  it('nothing stands below the result that it would push away: the checks stand in its card', async () => {
    const clock = createFakeClock(now);
    const { select, show } = renderPanel(galleryState('loading'), 'light', clock);
    expect(order(select)).toEqual(['pending']);

    await act(() => clock.advance(2_000));
    expect(order(select)).toEqual(['pending', 'answer', ...checks]);
    expect(verdict().getAllByText('Checking…')).toHaveLength(1 + checks.length);

    show(galleryState('narrowing'));
    expect(order(select)).toEqual(['pending', 'answer', ...checks]);
    expect(screen.queryByRole('region', { name: 'Checks' })).toBeNull();

    show(galleryState('no-reset-mail'));
    const [verdictFirst, ...below] = order(select);
    expect(verdictFirst).toBe('settled');
    expect(below.indexOf('insert')).toBeLessThan(below.indexOf('account'));
    expect(below.filter((each) => checks.some((check) => check === each))).toEqual(checks);
  });

  it('what has come below the result stays there when it is in doubt again', () => {
    const { select, show } = renderPanel(galleryState('early'));
    const row = select('[data-check="account"]')[0];

    show(galleryState('narrowing'));

    expect(select('[data-check="account"]')).toEqual([row]);
    expect(select('[data-verdict="pending"] [data-check]')).toEqual([]);
  });

  it('one button opens all answers; what comes meanwhile moves neither the others nor the focus', async () => {
    const { select, show, user } = renderPanel(galleryState('loading'));
    await user.click(screen.getByRole('button', { name: 'Enter by hand' }));
    expect(select('[data-hand]')).toHaveLength(11);
    const chosen = screen.getByRole('button', { name: 'Sent: GitLab.com reset email' });
    chosen.focus();

    show(galleryState('narrowing'));

    expect(chosen).toHaveFocus();
    const form = within(screen.getByRole('group', { name: 'Enter what you see: CustomersDot' }));
    expect(form.getByText('Login activated')).toBeVisible();
    expect(form.queryAllByRole('button')).toEqual([]);
  });
});

describe('where nobody could be reached', () => {
  it('the verdict names it, with one way to ask again, and no source says it once more', async () => {
    const { app, user, select } = renderPanel(galleryState('unreached'));

    expect(
      screen.getByText('No source could be reached. Your connection may be down.'),
    ).toBeVisible();
    expect(select('[data-failure]').map(({ textContent }) => textContent)).toEqual(
      Array.from({ length: 3 }, () => 'It cannot be reached.'),
    );
    expect(select('[data-action="copy-for-admin"]')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(app.calls).toEqual([{ action: 'refresh', args: [] }]);
  });

  it('being offline is named once, in the verdict', () => {
    renderPanel(galleryState('offline-from-the-start'));

    expect(screen.getAllByText(/^You are offline/)).toHaveLength(1);
  });

  it.each(['hand-mode-down', 'everything-down'])(
    'the way to ask again is there too where somebody else than the line failed: %s',
    async (id) => {
      const { app, user, select } = renderPanel(galleryState(id));
      const verdict = within(select('[data-verdict="open"]')[0] ?? document.body);
      await user.click(verdict.getByRole('button', { name: 'Check again' }));
      expect(app.calls).toEqual([{ action: 'refresh', args: [] }]);
    },
  );

  // Beside the first, cautions keep "Certain" away; beside the second nothing does.
  it.each(['reseller', 'no-account'])(
    'what was known stays, and is not taken for fresh: %s',
    (id) => {
      const state = openGalleryState(id);
      const investigation = { ...state.investigation, cutOff: true };
      const { select } = renderPanel({ ...state, investigation });

      expect(select('[data-verdict="settled"]')).toHaveLength(1);
      expect(select('[data-action="insert"]')[0]).toHaveAccessibleName(/^Insert reply: /);
      expect(
        screen.getByText('Earlier result: 12:00. The refresh did not reach anything.'),
      ).toBeVisible();
      expect(screen.queryByText(/^Certain/)).toBeNull();
    },
  );

  it.each(['unreached', 'kept'])('no reply stands out: %s', async (id) => {
    const { select, user } = renderPanel(galleryState(id));
    expect(select('[data-action="insert"]')).toHaveLength(id === 'kept' ? 1 : 0);
    if (id === 'unreached')
      await unfold(user, screen.getByText('Neutral reply', { selector: 'summary' }));
    const named = ({ ariaLabel }: HTMLElement) => ariaLabel ?? '';

    // The one that stands out needs no name of its own.
    expect(select('[data-action="insert"]').map(named)).toEqual([
      expect.stringMatching(/^Insert reply: /),
    ]);
  });
});

it('an email that is still being delivered is nothing to enter: the way is to check again', () => {
  const { select } = renderPanel(galleryState('underway'));
  const verdict = within(select('[data-verdict]')[0] ?? document.body);

  expect(verdict.getByText(/^Still being delivered: Portal reset email \(/)).toBeVisible();
  expect(verdict.getByRole('button', { name: 'Check again' })).toBeVisible();
  expect(verdict.queryByText('Still needed:')).toBeNull();
});

it('where another source answered, the engineer’s line is not what is wrong', () => {
  const { select } = renderPanel({ ...openGalleryState('offline'), offline: false });

  expect(select('[data-failure="unreachable"]')[0]).toHaveTextContent(
    'It cannot be reached. Another source answered, so it is not your connection. Check again later.',
  );
});

it('while the browser is offline, what answered before says nothing of the engineer’s line', () => {
  const { select } = renderPanel(galleryState('offline'));

  expect(select('[data-failure="unreachable"]').map((line) => line.textContent)).toEqual([
    'It cannot be reached.',
    'It cannot be reached.',
  ]);
});
