import { act, screen } from '@testing-library/react';
import type { NotePosted } from '../../src/app/panel-contract';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

const press = (name: string) => screen.getByRole('button', { name });

describe('the internal note', () => {
  it('can be looked at before it is posted, and the focus stays', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));

    await user.click(press('Edit first: internal note'));

    expect(screen.getByRole('textbox', { name: 'Text of the note' })).toHaveValue('Sign-in check');
    expect(app.calls).toEqual([{ action: 'composeNote', args: [] }]);
    expect(press('Close: internal note')).toHaveFocus();
  });

  it('is edited by a press that began before an answer by hand settled it and the reply came in', async () => {
    const { app, user, show } = renderPanel(galleryState('customersdot-down'));
    const settled = openGalleryState('by-hand');
    const text = { state: 'loading' } as const;
    const button = press('Edit first: internal note');

    await user.pointer({ keys: '[MouseLeft>]', target: button });
    show({ ...settled, replies: settled.replies.map((reply) => ({ ...reply, text })) });
    show(settled);
    expect(button).toBeInTheDocument();
    await user.pointer({ keys: '[/MouseLeft]', target: button });

    expect(screen.getByRole('textbox', { name: 'Text of the note' })).toHaveValue('Sign-in check');
    show({ ...settled, draft: 'started' });
    expect(screen.getByRole('textbox', { name: 'Text of the note' })).toHaveValue('Sign-in check');
    expect(app.calls).toEqual([{ action: 'composeNote', args: [] }]);
  });

  it('is posted by one press, as it was composed then', async () => {
    const { app, user, select } = renderPanel(galleryState('reseller'));

    expect(select('[data-action=post-note]')).toEqual([press('Post internal note')]);
    await user.click(press('Post internal note'));

    expect(app.calls).toEqual([
      { action: 'composeNote', args: [] },
      { action: 'postNote', args: [{ told: [] }] },
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('Posted as an internal note (12:02).');
  });

  it('is posted as the engineer has changed it', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));

    await user.click(press('Edit first: internal note'));
    await user.type(screen.getByRole('textbox', { name: 'Text of the note' }), ', told by phone');
    await user.click(press('Post internal note'));

    expect(app.calls.at(-1)).toEqual({
      action: 'postNote',
      args: [{ told: [], edited: 'Sign-in check, told by phone' }],
    });
    expect(screen.queryByRole('textbox', { name: 'Text of the note' })).toBeNull();
  });

  it('is posted a second time only when that is asked for', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.posted = { ok: false, asks: 'again', why: 'already-posted', at: 0 };

    await user.click(press('Post internal note'));
    app.answers.posted = { ok: true };
    await user.click(press('Post again'));

    expect(
      app.calls.filter(({ action }) => action === 'postNote').map(({ args }) => args[0]),
    ).toEqual([{ told: [] }, { told: ['already-posted'] }]);
  });

  it('is not posted again by a double click, nor once that was cancelled', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.posted = { ok: false, asks: 'again', why: 'already-posted', at: 0 };

    await user.dblClick(press('Post internal note'));
    await user.click(press('Cancel: Internal note'));
    // What was said aloud stays in the live region.
    expect(screen.getAllByText(/Post another/)).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent(/Post another/);
    await user.click(press('Post internal note'));

    expect(
      app.calls.filter(({ action }) => action === 'postNote').map(({ args }) => args[0]),
    ).toEqual([{ told: [] }, { told: [] }]);
  });

  it('is posted to a ticket that another Zendesk shows only when that is asked for', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.posted = { ok: false, asks: 'anyway', why: 'shared-ticket' };

    await user.click(press('Post internal note'));
    expect(screen.getByRole('status')).toHaveTextContent('Agents of another Zendesk may read');
    app.answers.posted = { ok: true };
    await user.click(press('Post anyway'));

    expect(app.calls.at(-1)?.args[0]).toEqual({ told: ['shared-ticket'] });
  });

  it('says that Zendesk did not say who reads it, and what it says by the next press', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.posted = { ok: false, asks: 'anyway', why: 'sharing-unknown' };

    await user.click(press('Post internal note'));
    const status = screen.getByRole('status');
    expect(status).toHaveTextContent('Zendesk did not say whether agents of another Zendesk');
    app.answers.posted = { ok: false, asks: 'anyway', why: 'shared-ticket' };
    await user.click(press('Post anyway'));
    expect(status).toHaveTextContent(/^Agents of another Zendesk may read/);
    await user.click(press('Post anyway'));

    expect(
      app.calls.filter(({ action }) => action === 'postNote').map(({ args }) => args[0]),
    ).toEqual([
      { told: [] },
      { told: ['sharing-unknown'] },
      { told: ['sharing-unknown', 'shared-ticket'] },
    ]);
  });

  it.each([
    ['unread', 'Zendesk did not say who can read the internal notes'],
    ['unsaved-ticket', 'Save it first'],
    ['ticket-changed', 'Nothing was posted'],
    ['another-requester', 'save or reload the ticket first'],
    ['not-read-back', 'Look at the conversation'],
    ['failed', 'Zendesk did not accept the note'],
  ] as const)('stays on the screen when it was not posted: %s', async (why, words) => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.posted = { ok: false, why };

    await user.click(press('Post internal note'));

    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(press('Post internal note')).toBeInTheDocument();
  });

  it('can be copied or put away', async () => {
    const { app, user } = renderPanel(galleryState('no-account'));
    await user.click(press('Copy: internal note'));
    expect(app.calls.at(-1)).toEqual({ action: 'copy', args: ['Sign-in check'] });

    await user.click(press('Edit first: internal note'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Text of the note' })).not.toBeInTheDocument();
    expect(press('Edit first: internal note')).toHaveFocus();
  });

  it('says when it cannot be written', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.note = undefined;

    await user.click(press('Edit first: internal note'));

    expect(screen.getByRole('status')).toHaveTextContent('could not be prepared');
  });

  it('takes no words while it is being posted: they would be neither posted nor kept', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    let answer: (posted: NotePosted) => void = () => undefined;
    jest.spyOn(app, 'postNote').mockReturnValue(
      new Promise((done) => {
        answer = done;
      }),
    );
    await user.click(press('Edit first: internal note'));
    const text = screen.getByRole('textbox', { name: 'Text of the note' });
    await user.type(text, ' ONE');
    await user.click(press('Post internal note'));

    await user.type(text, ' TWO');
    expect(text).toHaveValue('Sign-in check ONE');
    expect(text).toHaveAttribute('readonly');

    await act(async () => {
      answer({ ok: true });
      await Promise.resolve();
    });
    expect(screen.getByRole('status')).toHaveTextContent('Posted as an internal note (12:02).');
    expect(text).not.toBeInTheDocument();
  });

  it('stands there half-written when the screen was away, and not beside another address', async () => {
    const { user, show } = renderPanel(galleryState('reseller'));
    await user.click(press('Edit first: internal note'));
    await user.type(screen.getByRole('textbox', { name: 'Text of the note' }), ', half');

    show(galleryState('zendesk-failed'));
    show(galleryState('not-own'));
    expect(screen.queryByRole('textbox', { name: 'Text of the note' })).toBeNull();
    show(galleryState('reseller'));

    expect(screen.getByRole('textbox', { name: 'Text of the note' })).toHaveValue(
      'Sign-in check, half',
    );
  });
});
