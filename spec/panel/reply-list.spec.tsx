import { screen, within } from '@testing-library/react';
import { candidate } from '../../fixtures/open-state';
import {
  galleryState,
  openGalleryState,
  renderForAdmin,
  renderPanel,
} from '../support/render-panel';

type Select = ReturnType<typeof renderPanel>['select'];

/** Garden marks a primary button by nothing but its colour; one that is pressed or hovered is tinted. */
const primary = (select: Select) =>
  select('button')
    .filter((button) => getComputedStyle(button).backgroundColor.startsWith('rgb('))
    .map(({ textContent }) => textContent);

const press = (name: string) => screen.getByRole('button', { name });
const verdict = () => within(screen.getByRole('region', { name: 'Result' }));

describe('the reply that is the next thing to press', () => {
  it('offers another address of the requester before the reply about none', () => {
    const state = openGalleryState('no-account');
    const other = candidate('jane@work.example.com', 'identity', true);
    const { select, show } = renderPanel(state);
    expect(primary(select)).toEqual(['Insert reply']);

    show({ ...state, candidates: [...state.candidates, other] });
    expect(verdict().getByRole('button', { name: /jane@work/ })).toBeVisible();
    expect(primary(select)).toEqual([]);
  });

  it('offers what else the ticket names, but nobody in copy, and at most three of them', () => {
    const state = openGalleryState('no-account');
    const named = ['one@example.com', 'two@example.com', 'three@example.com', 'four@example.com'];
    const others = [
      candidate('copied@example.com', 'cc', false),
      ...named.map((address) => candidate(address, 'ticket_text', false)),
    ];
    const { select } = renderPanel({ ...state, candidates: [...state.candidates, ...others] });

    const offered = verdict().getAllByRole('button', { name: /@example\.com/ });
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      'jane.doe+gitlab@example.com',
      ...named.slice(0, 3),
    ]);
    // Whose they are nobody knows: the reply is still the next thing to press.
    expect(primary(select)).toEqual(['Insert reply']);
  });

  it('is none while a check is left to the engineer, where it would say that nothing was found', () => {
    const { select } = renderPanel(galleryState('today-no-known-cause'));
    expect(primary(select)).toEqual([]);
  });

  it('is none where the portal sent an email of a kind that it should not send', () => {
    const { select } = renderPanel(galleryState('today-no-mail'));
    expect(select('[data-caution]').map(({ dataset }) => dataset['caution'])).toContain(
      'portal_sends_resets',
    );
    expect(primary(select)).toEqual([]);
  });

  it.each(['provisional', 'setup-unsafe', 'near-miss', 'reset-not-delivered'])(
    'is none where a log may be late, the set-up is known to be wrong, the address may be mistyped or gets no email: %s',
    (id) => {
      const { select } = renderForAdmin(id);
      expect(select('[data-verdict="settled"]')).toHaveLength(1);
      expect(press('Insert reply')).toBeVisible();
      expect(primary(select)).toEqual([]);
    },
  );

  it.each(['leftover', 'leftover-maybe'])(
    'is none while a former reply stands in the composer or may, and says what it would go below: %s',
    (id) => {
      const state = { ...openGalleryState(id), draft: 'started' as const };
      const { select, show } = renderPanel(state);
      expect(primary(select)).toEqual([]);
      expect(screen.queryByText('Goes below your draft.')).toBeNull();
      const reply = within(screen.getByRole('article', { name: 'Reply' }));
      expect(reply.getByText(/^A reply about billing@example\.com /)).toBeVisible();

      show({ ...state, leftover: undefined });
      expect(primary(select)).toEqual(['Insert reply']);
      expect(reply.getByText('Goes below your draft.')).toBeVisible();
    },
  );

  it('is not all of them as one message either while a former reply stands there', () => {
    const { leftover } = openGalleryState('leftover');
    const state = openGalleryState('several-causes');
    const { select, show } = renderPanel({ ...state, leftover });
    expect(primary(select)).toEqual([]);
    show(state);
    expect(primary(select)).toEqual(['Insert both']);
  });

  it.each(['no-known-cause', 'several-causes'])(
    'does not stand out while it is asked whether strangers may read it: %s',
    async (id) => {
      const { app, select, user } = renderPanel(galleryState(id));
      const people = [{ kind: 'person', id: 31, name: 'Rosa', address: undefined }] as const;
      app.answers.inserted = { ok: false, failure: { kind: 'strangers', people, of: 'a press' } };
      const [first = ''] = primary(select);
      await user.click(press(first));
      expect(press('Insert anyway')).toBeVisible();
      expect(primary(select)).toEqual([]);

      await user.click(press('Cancel'));
      expect(primary(select)).toEqual([first]);
    },
  );

  it('is the neutral one when the last source has answered, however early another settles it', () => {
    const early = openGalleryState('early');
    const { disclosure, replies } = openGalleryState('closed-not-theirs');
    const state = { ...early, disclosure, replies };
    const { show } = renderPanel(state);
    expect(verdict().getByRole('heading', { name: 'Likely reseller customer' })).toBeVisible();
    expect(screen.queryByRole('article')).toBeNull();

    show({ ...state, investigation: { ...state.investigation, running: false } });
    expect(screen.getByRole('article', { name: 'Neutral reply' })).toBeVisible();
  });

  it('says of a composer that is set to an internal note only as long as it is', async () => {
    const state = openGalleryState('reseller');
    const { app, show, user } = renderPanel({
      ...state,
      ticket: { ...state.ticket, composer: 'internalNote' },
    });
    app.answers.inserted = { ok: false, failure: { kind: 'internal-note-selected' } };
    await user.click(press('Insert reply'));
    const said = () =>
      within(screen.getByRole('article', { name: 'Reply' })).queryByText(/set to an internal note/);
    expect(said()).toBeVisible();

    show(state);
    expect(said()).toBeNull();
  });

  it('forgets what it asked once the ticket was sent: the next press asks anew', async () => {
    const { app, show, user } = renderPanel(galleryState('inserted'));
    app.answers.inserted = { ok: false, failure: { kind: 'already-inserted', at: 0 } };
    await user.click(press('Insert reply'));
    expect(press('Insert again')).toBeVisible();

    show(galleryState('sent'));
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(press('Insert reply')).toBeVisible();
  });

  it('goes in by a button that says its language, where the customer writes another', () => {
    const state = openGalleryState('reseller');
    const { show } = renderPanel({ ...state, requesterLanguage: 'ja' });
    expect(press('Insert reply (English)')).toBeVisible();

    show({ ...state, requesterLanguage: 'ja', replyLanguage: 'ja' });
    expect(press('Insert reply')).toBeVisible();

    // In which language a team writes its own macros nobody knows.
    const [reply] = state.replies;
    if (reply?.text.state !== 'ready') throw new Error('It is ready in this state.');
    const origin = { kind: 'macro', title: 'Theirs', macroId: 7, ownMacro: true } as const;
    const text = { ...reply.text, reply: { ...reply.text.reply, origin } };
    show({ ...state, requesterLanguage: 'ja', replies: [{ ...reply, text }] });
    expect(press('Insert reply')).toBeVisible();
  });
});
