import { screen } from '@testing-library/react';
import { galleryState, renderPanel } from '../support/render-panel';

const press = (name: string) => screen.getByRole('button', { name });

describe('the internal note', () => {
  it('is looked at before it is posted, and the focus stays', async () => {
    const { desk, user } = renderPanel(galleryState('reseller'));

    await user.click(press('Prepare note'));

    expect(screen.getByRole('group', { name: 'Preview of the internal note' })).toHaveTextContent(
      'Sign-in check',
    );
    expect(desk.calls).toEqual([{ action: 'composeNote', args: [] }]);
    expect(press('Cancel')).toHaveFocus();
  });

  it('is posted once it is confirmed', async () => {
    const { desk, user } = renderPanel(galleryState('reseller'));

    await user.click(press('Prepare note'));
    await user.click(press('Post internal note'));

    expect(desk.calls.map(({ action }) => action)).toEqual(['composeNote', 'postNote']);
    expect(screen.getByRole('status')).toHaveTextContent('Posted as an internal note.');
    expect(screen.queryByRole('button', { name: 'Post internal note' })).not.toBeInTheDocument();
    expect(press('Prepare note')).toHaveFocus();
  });

  it.each([
    ['unsaved-ticket', 'Save it first'],
    ['ticket-changed', 'Nothing was posted'],
    ['not-read-back', 'Look at the conversation'],
    ['failed', 'Zendesk did not take the note'],
  ] as const)('stays on the screen when it was not posted: %s', async (why, words) => {
    const { desk, user } = renderPanel(galleryState('reseller'));
    desk.answers.posted = { ok: false, why };

    await user.click(press('Prepare note'));
    await user.click(press('Post internal note'));

    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(press('Post internal note')).toBeInTheDocument();
  });

  it('can be copied or put away', async () => {
    const { desk, user } = renderPanel(galleryState('no-account'));
    const copies = screen.getAllByRole('button', { name: 'Copy' }).length;

    await user.click(press('Prepare note'));
    const copy = screen.getAllByRole('button', { name: 'Copy' })[copies];
    if (copy) await user.click(copy);
    await user.click(press('Cancel'));

    expect(desk.calls.at(-1)).toEqual({ action: 'copy', args: ['Sign-in check'] });
    expect(screen.queryByRole('group', { name: /internal note/ })).not.toBeInTheDocument();
  });

  it('says when it cannot be written', async () => {
    const { desk, user } = renderPanel(galleryState('reseller'));
    desk.answers.note = undefined;

    await user.click(press('Prepare note'));

    expect(screen.getByRole('status')).toHaveTextContent('could not be prepared');
  });
});
