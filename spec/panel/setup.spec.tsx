import { screen, within } from '@testing-library/react';
import {
  doneCheck,
  healthyLines,
  noSetup,
  runningCheck,
  setupView,
  swapped,
  troubledLines,
} from '../../fixtures/setup';
import { impatientClock } from '../../fixtures/open-state';
import type { AppState, SetupView } from '../../src/app/panel-contract';
import type { Evidence } from '../../src/diagnosis/evidence';
import { docsName } from '../../src/setup/lines';
import type { FailureCause } from '../../src/shared/failure';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

const admin: SetupView = { ...noSetup, isAdmin: true };

const withSetup = (setup: SetupView, id = 'reseller') =>
  renderPanel(galleryState(id), 'light', impatientClock, setup);

const endOfChecks = '[aria-label="Checks"] > :last-child';

const said = (): string => screen.getByRole('status').textContent;

describe('the way in', () => {
  it('is a quiet link at the end, for an admin', async () => {
    const { app, user, select } = withSetup(admin);

    await user.click(screen.getByRole('button', { name: 'Check the set-up' }));

    expect(app.calls).toEqual([{ action: 'openSetup', args: [] }]);
    expect(select('main > :last-child [data-action="check-setup"]')).toHaveLength(1);
  });

  it.each(['reseller', 'customersdot-down', 'settings-agent', 'no-address', 'not-of-interest'])(
    'is not there for an agent who is no admin, or of whom nobody knows it: %s',
    (id) => {
      const { select } = withSetup(noSetup, id);
      expect(select('[data-action="check-setup"]')).toEqual([]);
    },
  );

  it.each([
    ['customersdot-down', true],
    ['everything-down', true],
    ['settings-admin', true],
    ['no-address', false],
    ['not-of-interest', false],
  ])('is there once in %s, offered %p', (id, offered) => {
    const { select } = withSetup({ ...admin, offered }, id);
    expect(select('[data-action="check-setup"]')).toHaveLength(1);
    expect(screen.queryAllByText(/^Just installed\?/)).toHaveLength(offered ? 1 : 0);
  });

  it('is offered once, at the end of the checks of which one failed', () => {
    const { select } = withSetup({ ...admin, offered: true }, 'customersdot-down');
    expect(select(`${endOfChecks} [data-action="check-setup"]`)).toHaveLength(1);
  });
});

describe('what an agent hands on', () => {
  it('is the failure and the settings behind it, and nothing of the customer', async () => {
    const { app, user, select } = withSetup(noSetup, 'customersdot-down');

    await user.click(
      screen.getByRole('button', { name: 'Copy what an admin needs: CustomersDot' }),
    );

    const [call] = app.calls;
    expect(call?.action).toBe('copy');
    const text = String(call?.args[0]);
    expect(text.split('\n')).toEqual([
      expect.stringMatching(
        /^CustomersDot Sign-in Check \d+\.\d+\.\d+: CustomersDot does not work \(/,
      ),
      '- It answered with its sign-in page. Check it yourself, and tell an admin.',
      '- CustomersDot host (customersdot_host): customers.gitlab.com',
      expect.stringMatching(/^- CustomersDot lookup path \(customersdot_lookup_path\): \//),
      expect.stringContaining('“Check the set-up”'),
    ]);
    expect(text).not.toMatch(/jane|@example|35436/i);
    expect(said()).toBe('Copied.');
    expect(select('[data-action="copy-for-admin"]')).toHaveLength(1);
  });

  const failing = (...kinds: readonly FailureCause[]): AppState => {
    const state = openGalleryState('everything-down');
    const { investigation } = state;
    const { evidence } = investigation.diagnosis;
    const sources = ['customersdot', 'portal_log', 'gitlab_log'] as const;
    const lookups = sources.flatMap((source, nth) => {
      const kind = kinds[nth];
      return kind ? [[source, { state: 'failed', failure: { source, ...kind }, at: 0 }]] : [];
    });
    return {
      ...state,
      investigation: {
        ...investigation,
        diagnosis: {
          ...investigation.diagnosis,
          evidence: { ...evidence, ...(Object.fromEntries(lookups) as Partial<Evidence>) },
        },
      },
    };
  };

  it('stands once below all checks, for those sources that an admin can mend', async () => {
    const { app, user, select } = renderPanel(
      failing(
        { kind: 'server', status: 500 },
        { kind: 'unauthorised', status: 401 },
        { kind: 'forbidden', status: 403 },
      ),
      'light',
      impatientClock,
      noSetup,
    );
    const [button, ...others] = select('[data-action="copy-for-admin"]');
    expect(others).toEqual([]);
    expect(select(`${endOfChecks} [data-action="copy-for-admin"]`)).toEqual([button]);
    expect(button).toHaveAccessibleName(
      'Copy what an admin needs: Email log, portal and Email log, GitLab.com',
    );
    if (button) await user.click(button);
    const copied = String(app.calls.find(({ action }) => action === 'copy')?.args[0]);
    expect(copied).toContain('Email log, portal does not work');
    expect(copied).toContain('Email log, GitLab.com does not work');
    expect(copied).not.toContain('CustomersDot does not work');
  });

  const passing: readonly FailureCause[] = [
    { kind: 'timeout', afterMs: 10_000 },
    { kind: 'server', status: 502 },
    { kind: 'rate-limited', retryAfterMs: 2_000 },
    { kind: 'unreachable' },
    { kind: 'intercepted', by: 'maintenance', status: 503 },
  ];
  it.each(passing)('is not there where asking again later is all there is to do: $kind', (kind) => {
    const state = failing(kind, kind, kind);
    const { select } = renderPanel(state, 'light', impatientClock, noSetup);
    expect(select('[data-failure]')).toHaveLength(3);
    expect(select('[data-action="copy-for-admin"]')).toEqual([]);
  });
});

describe('while it runs', () => {
  it('says how far it is and shows what was found, and can be stopped', async () => {
    const { app, user, select } = withSetup(setupView(runningCheck));

    expect(screen.getByText('Checking Mailgun: 7 of 23')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '7');
    expect(select('[data-setup]')).toHaveLength(12);
    await user.click(screen.getByRole('button', { name: 'Stop the check of the set-up' }));

    expect(app.calls).toEqual([{ action: 'cancelSetup', args: [] }]);
  });

  it('is said when it begins, with each part, and when it is done', () => {
    const { show } = withSetup(admin);
    const state = galleryState('reseller');

    show(state, setupView({ ...runningCheck, lines: [], asking: 'settings', done: 0 }));
    expect(said()).toBe('Checking the set-up: Settings.');
    show(state, setupView({ ...runningCheck, lines: [], asking: 'settings', done: 1 }));
    expect(said()).toBe('Checking the set-up: Settings.');
    show(state, setupView({ ...runningCheck, asking: 'mailgun', done: 9 }));
    expect(said()).toBe('Checking the set-up: Mailgun.');
    show(state, setupView(doneCheck(troubledLines)));
    expect(said()).toMatch(/^Works: \d+\. Does not work: 3\. Cannot tell: 1\.$/);
  });
});

describe('when it is done', () => {
  it('has a line of its own for everything, by who was asked', () => {
    const { select } = withSetup(setupView(doneCheck(healthyLines)));

    expect(select('[data-setup]').map(({ dataset }) => [dataset.setup, dataset.state])).toEqual(
      healthyLines.map(({ id }) => [id, 'works']),
    );
    const part = screen.getByRole('region', { name: 'Check the set-up' });
    expect(
      within(part)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Settings', 'CustomersDot', 'Mailgun', 'Zendesk']);
    expect(within(part).getByText('Everything works.')).toBeVisible();
  });

  it.each(troubledLines.filter(({ state }) => state !== 'works'))(
    'says of $id in words that it $state, one next step, and the place in the docs',
    ({ id, state }) => {
      const { select } = withSetup(setupView(doneCheck(troubledLines)));
      const [line] = select(`[data-setup="${id}"]`);
      if (!line) throw new Error(id);

      expect(line).toHaveTextContent(state === 'fails' ? 'does not work' : 'cannot tell');
      expect(within(line).getByText(docsName(id))).toBeVisible();
      expect(within(line).getAllByText(/./, { selector: 'p' }).length).toBeGreaterThanOrEqual(3);
    },
  );

  it('shows the subjects that were seen, with how many mails, hostile ones made harmless', () => {
    const hostile = {
      subject: '<b>Reset\u202e it',
      what: 'unlisted',
      portal: 3,
      gitlab: 0,
    } as const;
    const lines = troubledLines.map((line) =>
      line.subjects ? { ...line, subjects: [...line.subjects, hostile] } : line,
    );
    const { select } = withSetup(setupView(doneCheck(lines)));

    expect(select('[data-subject]').map(({ textContent }) => textContent)).toEqual([
      '“Reset password instructions”: in the settings, never seen; 0 from the portal, 0 from GitLab.com',
      '“Reset password instructions | GitLab”: goes on after one of the settings; 14 from the portal, 131 from GitLab.com',
      expect.stringMatching(/^“<b>Reset[^\u202e]* it”: not in the settings; 3 from the portal/),
    ]);
    expect(select('[data-setup] b')).toEqual([]);
  });

  it('copies it as text, with the version and without a subject that is not Devise’s own', async () => {
    const { app, user } = withSetup(setupView(doneCheck(troubledLines)));

    await user.click(screen.getByRole('button', { name: 'Copy as text' }));

    const text = String(app.calls[0]?.args[0]);
    expect(text).toMatch(/^## .* \d+\.\d+\.\d+\n/);
    expect(text).toContain('Settings: Email domains');
    expect(text).toContain('(another subject)');
    expect(text).not.toContain('| GitLab');
    expect(said()).toBe('Copied.');
  });

  it('checks again with the address that was entered, or with the agent’s own', async () => {
    const { app, user } = withSetup(setupView(doneCheck(troubledLines)));
    const field = screen.getByRole('textbox', { name: /portal account/ });
    const again = screen.getByRole('button', { name: 'Check again: Check the set-up' });

    await user.type(field, 'jane@example');
    await user.click(again);
    expect(field).toHaveFocus();
    expect(field).toBeInvalid();
    await user.clear(field);
    await user.click(again);
    await user.type(field, ' jane@example.com ');
    await user.click(again);

    expect(app.calls).toEqual([
      { action: 'checkSetup', args: [undefined] },
      { action: 'checkSetup', args: ['jane@example.com'] },
    ]);
    expect(screen.getByRole('heading', { name: 'Check the set-up' })).toHaveFocus();
  });

  it('takes the focus, closes by Escape, and gives it back', async () => {
    const { app, user, show } = withSetup(admin);
    const state = galleryState('reseller');
    await user.click(screen.getByRole('button', { name: 'Check the set-up' }));

    show(state, setupView(doneCheck(healthyLines)));
    expect(screen.getByRole('heading', { name: 'Check the set-up' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(app.calls.at(-1)).toEqual({ action: 'closeSetup', args: [] });
    show(state, admin);

    expect(screen.getByRole('button', { name: 'Check the set-up' })).toHaveFocus();
  });

  it('says that its code did not come', () => {
    const { show } = withSetup(admin);
    show(galleryState('reseller'), { ...admin, open: true, now: { kind: 'unavailable' } });
    expect(said()).toMatch(/could not be loaded/);
    expect(screen.getByRole('button', { name: 'Load the app again' })).toBeInTheDocument();
  });
});

it('says of what an earlier check in this tab found only that, and to check again', () => {
  const before = { id: 'settings-domains', state: 'fails', found: { before: true } } as const;
  const { select } = withSetup({ ...admin, unsafe: [before] });
  expect(select('[data-unsafe="settings-domains"]')[0]).toHaveTextContent(
    /^Email domains: An earlier check in this browser tab found it wrong\. Check the set-up again\.$/,
  );
});

it('puts what makes verdicts unsafe above the verdict', () => {
  const { select } = withSetup({ ...admin, unsafe: [swapped] });
  const [unsafe] = select('[data-unsafe="settings-domains"]');
  const [verdict] = select('[data-verdict]');

  expect(unsafe).toHaveTextContent(/swapped/);
  expect(verdict && unsafe?.compareDocumentPosition(verdict)).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
});
