import { screen, within } from '@testing-library/react';
import { noon } from '../../fixtures/evidence';
import { now } from '../../fixtures/open-state';
import type { ReplyState } from '../../src/app/panel-contract';
import type { ReplyText } from '../../src/replies/suggest';
import english from '../../translations/panel/en.json';
import { createFakeClock } from '../support/fake-clock';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

function replyOf(id: string, index = 0): ReplyText {
  const text = openGalleryState(id).replies[index]?.text;
  if (text?.state !== 'ready') throw new Error(`${id} has no reply ${index}`);
  return text.reply;
}

const press = (name: string) => screen.getByRole('button', { name });

describe('a reply', () => {
  it('is shown before it is inserted, from the first paragraph of its own', () => {
    renderPanel(galleryState('reseller'));

    const preview = screen.getByRole('group', { name: 'Preview of the reply' });
    expect(preview).not.toHaveTextContent('Hello Jane Doe,');
    expect(screen.queryByText(/^Macro “Support/)).toBeNull();
  });

  it('is inserted, and the engineer told where it is now', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));

    await user.click(press('Insert reply'));

    expect(app.calls).toEqual([
      { action: 'insertReply', args: [replyOf('reseller'), { again: false }] },
    ]);
    const told = 'Inserted into the composer (12:02). Read it, then submit it yourself.';
    expect(screen.getByRole('status')).toHaveTextContent(told);
    expect(screen.getAllByText(told)).toHaveLength(2);
    expect(press('Insert reply')).toHaveFocus();
  });

  it('says when only plain text could be inserted', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.inserted = { ok: true, value: { format: 'plain', otherWords: false } };

    await user.click(press('Insert reply'));

    expect(screen.getByRole('status')).toHaveTextContent('as plain text');
  });

  it('goes in a second time only when that is asked for', async () => {
    const { app, user } = renderPanel(galleryState('inserted'));
    app.answers.inserted = { ok: false, failure: { kind: 'already-inserted', at: 0 } };

    await user.click(press('Insert reply'));
    expect(screen.getByRole('status')).toHaveTextContent('Insert it again?');
    await user.click(press('Insert again'));

    expect(app.calls.map(({ args }) => args[1])).toEqual([{ again: false }, { again: true }]);
  });

  it('is said to be in the composer already when the ticket is come back to', () => {
    renderPanel(galleryState('inserted'));

    expect(screen.getByText(/^Inserted into the composer \(12:01\)/)).toBeInTheDocument();
  });

  it('can be applied as a whole macro, which is another thing', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));

    await user.click(press('Apply macro'));

    expect(app.calls.map(({ action }) => action)).toEqual(['applyMacro']);
    expect(screen.getByRole('status')).toHaveTextContent('Macro applied (12:02)');
  });

  it('cannot be applied where it is no macro', () => {
    const state = openGalleryState('reseller');
    const reply: ReplyText = {
      ...replyOf('reseller'),
      origin: { kind: 'bundled', language: 'en', why: 'not-installed' },
    };
    const replies = state.replies.map((each) => ({
      ...each,
      text: { state: 'ready', reply } as const,
    }));
    renderPanel({ ...state, replies });

    expect(screen.queryByRole('button', { name: 'Apply macro' })).not.toBeInTheDocument();
  });

  it('can be copied', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));

    await user.click(press('Copy'));

    expect(app.calls).toEqual([
      { action: 'copyReply', args: [replyOf('reseller'), { confirmed: undefined }] },
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
  });

  it('says when copying was not allowed', async () => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.replyCopied = { ok: true, value: { allowed: false } };

    await user.click(press('Copy'));

    expect(screen.getByRole('status')).toHaveTextContent('Copying was not allowed');
  });

  it.each([
    [{ kind: 'ticket-changed' }, 'Another ticket is open now'],
    [{ kind: 'requester-changed' }, 'The requester has changed'],
    [{ kind: 'channel-changed' }, 'The channel has changed'],
    [{ kind: 'internal-note-selected' }, 'set to an internal note'],
    [{ kind: 'unresolved-placeholder', placeholders: ['{{a}}', '{{b}}'] }, '{{a}} and {{b}}'],
    [{ kind: 'not-suggested' }, 'no longer the right one'],
    [
      { kind: 'may-be-in-composer', why: 'requester-changed' },
      /^It may be in your draft: look before you send\. The requester/,
    ],
    [{ kind: 'may-be-in-composer', why: 'draft-changed' }, 'The draft has changed'],
    [{ kind: 'maybe-inserted', at: noon }, 'may be in your draft already (12:00)'],
    [{ kind: 'zendesk', failure: { source: 'zendesk', kind: 'unreachable' } }, 'did not accept it'],
  ] as const)('that is refused (%j) says why', async (failure, words) => {
    const { app, user } = renderPanel(galleryState('reseller'));
    app.answers.inserted = { ok: false, failure };

    await user.click(press('Insert reply'));

    expect(screen.getByRole('status')).toHaveTextContent(words);
  });

  it('says which placeholder nothing has filled', () => {
    renderPanel(galleryState('unresolved'));

    expect(screen.getByText(/\{\{ticket\.requester\.first_name\}\}/)).toBeInTheDocument();
  });

  it.each([
    ['reset-not-delivered', 'warning.undeliverable-in-zendesk'],
    ['mail-list', 'warning.reset-bounced'],
  ] as const)('warns once that it may not arrive: %s', (id, words) => {
    renderPanel(galleryState(id));

    const reply = within(screen.getByRole('article'));
    expect(reply.getByText(english[words])).toBeVisible();
    expect(reply.getAllByText(/undeliverable|may be too/)).toHaveLength(1);
  });

  it('is the neutral one for an address that is not the requester’s own', () => {
    renderPanel(galleryState('not-own'));

    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(screen.getByRole('article', { name: 'Neutral reply' })).toBeInTheDocument();
    expect(screen.getByText(/names no findings/)).toBeInTheDocument();
  });

  it.each([
    ['loading', 'Checking…'],
    ['reply-loading', 'Loading the text…'],
    ['reply-unavailable', 'The reply could not be loaded. Refresh to try again.'],
  ])('is not there in %s, and that is said', (id, words) => {
    renderPanel(galleryState(id), 'light', createFakeClock(now));

    const replies = within(screen.getByRole('region', { name: 'Reply to the customer' }));
    expect(replies.getByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Insert reply' })).not.toBeInTheDocument();
  });

  it('has no section while there is none to come', () => {
    renderPanel(galleryState('one-down'));

    expect(screen.queryByRole('region', { name: 'Reply to the customer' })).toBeNull();
  });

  it('says what applying the macro adds before it is pressed, and not where it would not work', () => {
    const state = openGalleryState('reseller');
    const { unmount } = renderPanel(state);
    expect(screen.getByText('also sets its tags and status')).toBeVisible();
    unmount();

    const channel = { ...state.ticket.channel, richText: false };
    renderPanel({ ...state, ticket: { ...state.ticket, channel } });
    expect(screen.queryByRole('button', { name: 'Apply macro' })).toBeNull();
  });

  it('offers the customer’s language, and asks for it when that is pressed', async () => {
    const { app, user } = renderPanel({
      ...openGalleryState('reseller'),
      requesterLanguage: 'ja',
    });

    expect(screen.getByText('日本語', { selector: 'span' })).toHaveAttribute('lang', 'ja');
    await user.click(press('Use it'));

    expect(app.calls).toEqual([{ action: 'chooseReplyLanguage', args: ['ja'] }]);
  });

  it('is unfolded by its button', async () => {
    const { user } = renderPanel(galleryState('reseller'));

    expect(press('Show all')).toHaveAttribute('aria-expanded', 'false');
    await user.click(press('Show all'));

    const preview = screen.getByRole('group', { name: 'Preview of the reply' });
    expect(preview).toHaveTextContent('Hello Jane Doe,');
    expect(screen.getByText(/^Macro “Support::L&R::Portal sign-in/)).toBeInTheDocument();
    expect(press('Show less')).toHaveAttribute('aria-expanded', 'true');
    expect(press('Show less')).toHaveFocus();
  });
});

describe('several replies', () => {
  it('go in one by one or all at once', async () => {
    const { app, user } = renderPanel(galleryState('several-causes'));

    const second = within(
      screen.getByRole('article', { name: 'Reply for: Account not confirmed' }),
    );
    await user.click(
      second.getByRole('button', { name: 'Insert reply: Reply for: Account not confirmed' }),
    );
    await user.click(press('Insert both'));

    expect(app.calls).toEqual([
      { action: 'insertReply', args: [replyOf('several-causes', 1), { again: false }] },
      { action: 'insertAll', args: [{ again: false }] },
    ]);
  });
});

describe('several replies in the composer', () => {
  it('are said to be there once, and taken out once, where they are one message', () => {
    const { select } = renderPanel(galleryState('all-inserted'));

    expect(select('[data-inserted="composer"]')).toHaveLength(2);
    expect(screen.getAllByText(/^Inserted into the composer/)).toHaveLength(1);
    expect(select('[data-action="take-out"]')).toHaveLength(1);
    expect(select('[data-reply] [data-action="take-out"]')).toEqual([]);
  });

  it('are told apart where they were put there one after the other', () => {
    const state = openGalleryState('all-inserted');
    const replies = state.replies.map((reply, index) => ({
      ...reply,
      inserted: {
        at: noon + index,
        where: 'composer',
        canTakeOut: true,
        otherWords: false,
      } as const,
    }));
    const { select } = renderPanel({ ...state, replies });

    expect(select('[data-reply] [data-action="take-out"]')).toHaveLength(2);
    expect(screen.getAllByText(/^Inserted into the composer/)).toHaveLength(2);
  });
});

describe('the language', () => {
  it('is the macro’s until the engineer picks another, and can go back', async () => {
    const { app, user } = renderPanel({
      ...openGalleryState('reseller'),
      requesterLanguage: 'ja',
    });
    const choice = screen.getByRole('combobox', { name: 'Language' });

    expect(choice).toHaveDisplayValue('English, as in the macro');
    await user.selectOptions(choice, 'The customer’s (日本語)');
    await user.selectOptions(choice, 'Deutsch');

    expect(app.calls.map(({ args }) => args[0])).toEqual(['ja', 'de']);
  });

  it('goes back to the macro’s own words', async () => {
    const { app, user } = renderPanel({ ...openGalleryState('reseller'), replyLanguage: 'de' });

    await user.selectOptions(screen.getByRole('combobox'), 'English, as in the macro');

    expect(app.calls).toEqual([{ action: 'chooseReplyLanguage', args: [undefined] }]);
  });
});

type Where = NonNullable<ReplyState['inserted']>['where'];

describe('after the press', () => {
  const put = (where: Where, canTakeOut: boolean, otherWords = false, otherLanguage = false) => {
    const state = openGalleryState('reseller');
    const inserted = { at: noon, where, canTakeOut, otherWords, otherLanguage };
    return { ...state, replies: state.replies.map((each) => ({ ...each, inserted })) };
  };

  it('can be taken out for as long as it stands there unchanged, and that is said', async () => {
    const { user, show, select, app } = renderPanel(put('composer', true));
    expect(select('[data-reply]')[0]?.dataset.inserted).toBe('composer');

    await user.click(press('Take it out'));
    expect(app.calls.map(({ action }) => action)).toEqual(['takeOut']);
    expect(screen.getByRole('status')).toHaveTextContent('Taken out of the composer.');
    show(openGalleryState('reseller'));

    expect(select('[data-reply]')[0]?.dataset.inserted).toBe('no');
    expect(screen.queryByText(/^In the composer/)).toBeNull();
    expect(select('[data-action=take-out]')).toEqual([]);
  });

  it('gives the draft from before to be copied where it did not come back whole', async () => {
    const { user, app } = renderPanel(put('composer', true));
    const failure = { kind: 'not-taken-out', draft: '<p>My own <b>long</b> answer</p>' } as const;
    app.answers.takenOut = { ok: false, failure };
    await user.click(press('Take it out'));
    expect(screen.getByRole('status')).toHaveTextContent('your draft may not be there as it was');
    expect(screen.getByRole('article')).toHaveFocus();
    await user.click(press('Copy your draft'));

    expect(app.calls.at(-1)).toEqual({ action: 'copy', args: ['My own long answer'] });
  });

  it('says that it was sent with the ticket', () => {
    const { select } = renderPanel(put('sent', false));

    expect(select('[data-reply]')[0]?.dataset.inserted).toBe('sent');
    expect(screen.getByText('Sent with this ticket (12:00).')).toBeVisible();
  });

  it('says that it may be there, asks before it is inserted again, and what a later reading shows', async () => {
    const { user, show, app, select } = renderPanel(openGalleryState('reseller'));
    const failure = { kind: 'may-be-in-composer', why: 'channel-changed' } as const;
    app.answers.inserted = { ok: false, failure };
    await user.click(press('Insert reply'));
    show(put('maybe', false));
    expect(select('[data-result]')[0]).toHaveTextContent(
      'It may be in your draft: look before you send. The channel has changed.',
    );
    app.answers.inserted = { ok: false, failure: { kind: 'maybe-inserted', at: noon } };
    await user.click(press('Insert reply'));
    expect(press('Insert again')).toBeVisible();

    show(put('composer', true));
    expect(press('Take it out')).toBeVisible();
  });

  it('says that it is not there, once that is sure', async () => {
    const { user, show, app, select } = renderPanel(openGalleryState('reseller'));
    const failure = { kind: 'may-be-in-composer', why: 'not-in-composer' } as const;
    app.answers.inserted = { ok: false, failure };
    show(put('maybe', false));
    await user.click(press('Insert reply'));
    show(openGalleryState('reseller'));
    expect(select('[data-result]')[0]).toHaveTextContent(
      'The composer does not contain the reply.',
    );
    show(put('maybe-sent', false));
    expect(select('[data-result]')[0]).toHaveTextContent('It may have been sent with this ticket');
  });

  it('is no longer the press that the panel is there for', () => {
    const background = () => getComputedStyle(press('Insert reply')).backgroundColor;
    const { show } = renderPanel(openGalleryState('reseller'));
    const before = background();
    press('Insert reply').focus();
    show(put('composer', true));
    expect(background()).not.toBe(before);
    expect(press('Insert reply')).toHaveFocus();
  });

  it('says that a macro wrote something else, and another language than is shown, beside the way to take it out', () => {
    renderPanel(put('composer', true, true, true));
    expect(screen.getByText(/^The composer still holds it in the language before/)).toBeVisible();
    expect(screen.getByText(/^The macro wrote something else/)).toBeVisible();
    expect(press('Take it out')).toBeVisible();
  });

  it('says beforehand that it goes below a draft', () => {
    renderPanel({ ...openGalleryState('reseller'), draft: 'started' });

    expect(screen.getByText('Goes below your draft.')).toBeVisible();
  });

  it('says whose reply a former requester left in the composer, and takes it out', async () => {
    const leftover = {
      about: 'former@example.com',
      at: noon,
      canTakeOut: true,
      sure: true,
      ofAnother: true,
      isFormer: false,
    };
    const { user, app } = renderPanel({ ...openGalleryState('reseller'), leftover });

    expect(
      screen.getByText(/^A reply about former@example\.com is still .* somebody else/),
    ).toBeVisible();
    await user.click(press('Take it out'));

    expect(app.calls.map(({ action }) => action)).toEqual(['takeOut']);
  });
});
