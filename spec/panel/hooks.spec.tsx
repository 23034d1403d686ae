import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { screen } from '@testing-library/react';
import { passwordEdition } from '../../src/diagnosis/editions/password';
import { outcomeIds } from '../support/editions';

import {
  galleryState,
  openGalleryState,
  renderForAdmin,
  renderPanel,
} from '../support/render-panel';

const press = (name: string) => screen.getByRole('button', { name });

describe('hooks for tools', () => {
  it.each([
    ['reseller', 'settled'],
    ['early', 'settled'],
    ['by-hand', 'settled'],
    ['loading', 'pending'],
    ['narrowing', 'pending'],
    ['one-down', 'open'],
    ['everything-down', 'open'],
    ['several-accounts', 'open'],
    ['log-cut-off', 'open'],
    ['outside-zendesk', 'blocked'],
    ['zendesk-failed', 'blocked'],
    ['settings-agent', 'blocked'],
    ['no-address', 'blocked'],
    ['not-of-interest', 'blocked'],
    ['starting', 'pending'],
  ])('marks %s as %s, once', (id, verdict) => {
    const { select } = renderPanel(galleryState(id));

    expect(select('[data-verdict]').map(({ dataset }) => dataset.verdict)).toEqual([verdict]);
  });

  it.each(outcomeIds)('names the outcome %s', (outcome) => {
    const { select } = renderPanel(galleryState(outcome.replaceAll('_', '-')));

    expect(select('[data-verdict]')[0]?.dataset).toMatchObject({ verdict: 'settled', outcome });
  });

  it('names no outcome before the verdict is settled', () => {
    const { select } = renderPanel(galleryState('narrowing'));

    expect(select('[data-outcome]')).toEqual([]);
  });

  it('carries every check once, with its answer', () => {
    const { select } = renderPanel(galleryState('reseller'));
    const checks = select('[data-check]');

    expect(checks.map(({ dataset }) => dataset.check)).toEqual([...passwordEdition.checks]);
    expect(checks.map(({ dataset }) => dataset.answer)).toEqual([
      'found',
      'off',
      'yes',
      'none',
      'sent',
    ]);
  });

  it('calls a check unknown while it is pending and after it failed', () => {
    const { select, show } = renderPanel(galleryState('loading'));
    expect(select('[data-answer=unknown]')).toHaveLength(5);

    show(galleryState('one-down'));
    expect(select('[data-answer=unknown]').map(({ dataset }) => dataset.check)).toEqual([
      'portal_reset',
    ]);
  });

  it('carries each reply with its insert button', () => {
    const { select } = renderPanel(galleryState('several-causes'));
    const replies = select('[data-reply]');

    expect(replies.map(({ dataset }) => dataset.reply)).toEqual([
      'wrong_site_reset',
      'unconfirmed',
    ]);
    for (const name of ['wrong_site_reset', 'unconfirmed']) {
      expect(select(`[data-reply=${name}] [data-action=insert]`)).toHaveLength(1);
    }
  });
});

describe('hooks for what is pressed', () => {
  it.each([
    ['reseller', 'no'],
    ['inserted', 'composer'],
    ['sent', 'sent'],
  ])('says of the reply in %s where it is: %s', (id, where) => {
    const { select } = renderPanel(galleryState(id));

    expect(select('[data-reply]').map(({ dataset }) => dataset['inserted'])).toEqual([where]);
  });

  it('says that a reply which the composer does not hold unchanged has to be taken out there', () => {
    const state = openGalleryState('inserted');
    const words = /^To take it out, delete it in the composer/;
    const { select, show } = renderPanel(state);
    expect(select('[data-action="take-out"]')).toHaveLength(1);
    expect(screen.queryByText(words)).toBeNull();

    const changed = (reply: (typeof state.replies)[number]) => ({
      ...reply,
      inserted: reply.inserted && { ...reply.inserted, canTakeOut: false },
    });
    show({ ...state, replies: state.replies.map(changed) });
    expect(select('[data-action="take-out"]')).toEqual([]);
    expect(screen.getByText(words)).toBeVisible();
  });

  it('says once that the requester was changed, and with it whose reply stands in the composer', async () => {
    const { app, select, user } = renderPanel(galleryState('leftover'));

    expect(
      screen.getByText('The requester was changed. What follows is about the new one.'),
    ).toBeVisible();
    // At the top, and where the next one would go below it.
    const words = 'A reply about billing@example.com is still in the composer.';
    expect(screen.getAllByText(words)).toHaveLength(2);
    expect(screen.queryByText(/requester is somebody else/)).toBeNull();
    expect(select('[data-action="take-out"]')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Got it' }));
    expect(app.calls).toEqual([{ action: 'dismissRequesterChange', args: [] }]);
  });

  it.each([
    ['customersdot-down', ['account', 'login', 'confirmed']],
    ['one-down', ['portal_reset']],
    ['everything-down', passwordEdition.checks],
  ])('has every missing answer one press away: %s', async (id, missing) => {
    const { app, select, user } = renderPanel(galleryState(id));
    const [answer] = select('[data-action="answer"]');
    if (!answer) throw new Error('Nothing can be answered.');

    await user.click(answer);
    const offered = select('[data-hand]').map(({ dataset }) => dataset['hand'] ?? '');
    expect(new Set(offered.map((each) => each.split('=')[0]))).toEqual(new Set(missing));

    const [last] = offered.slice(-1);
    const [check, value] = last?.split('=') ?? [];
    for (const button of select(`[data-hand="${last ?? ''}"]`)) await user.click(button);
    expect(app.calls).toEqual([{ action: 'answerByHand', args: [check, value] }]);
  });

  it('has the answers open where CustomersDot is not asked, and one note to post', () => {
    const { select } = renderPanel(galleryState('hand-mode'));

    expect(select('[data-hand="login=off"]')).toHaveLength(1);
    expect(select('[data-action="post-note"]')).toHaveLength(1);
  });

  it('names each caution, of the cause and of the evidence', () => {
    const { select } = renderPanel(galleryState('wrong-site-reset'));

    expect(select('[data-caution]').map(({ dataset }) => dataset['caution'])).toEqual([
      'password_sign_in_deprecated',
      'window_is_limited',
    ]);
  });
});

describe('the table of hooks in docs/testing.md', () => {
  const page = readFileSync(resolve(__dirname, '../../docs/testing.md'), 'utf8');
  const table = page.slice(page.indexOf('## Data hooks'), page.indexOf('## The sandbox in a spec'));
  const named = [...table.matchAll(/^\| `([\w-]+)(?:="([^`]+)")?`/gm)].map(([, name, value]) =>
    name === 'data-action' ? `${name}=${value ?? ''}` : (name ?? ''),
  );
  /** For the panel itself: where the focus goes, and how wide a line is. */
  const own = /^data-(stays|wide|garden|styled)/;

  /** Every hook that these states draw, and those that the presses of a spec bring about. */
  async function drawn(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    const take = (elements: readonly HTMLElement[]): void => {
      for (const element of elements) {
        for (const name of element.getAttributeNames()) {
          if (!name.startsWith('data-') || own.test(name)) continue;
          found.add(name === 'data-action' ? `${name}=${element.dataset['action'] ?? ''}` : name);
        }
      }
    };
    const ids = [
      'several-causes',
      'inserted',
      'everything-down',
      'kept',
      'hand-mode',
      'no-address',
    ];
    for (const id of ids) {
      const { select, unmount } = renderPanel(galleryState(id));
      take(select('*'));
      unmount();
    }
    for (const id of ['setup-offered', 'setup-running', 'setup-failures', 'settings-agent']) {
      const { select, unmount } = renderForAdmin(id);
      take(select('*'));
      unmount();
    }
    const view = renderPanel(galleryState('several-accounts'));
    await view.user.click(screen.getByRole('button', { name: /: enter by hand$/ }));
    take(view.select('*'));
    view.unmount();
    const state = { ...openGalleryState('strangers'), requesterLanguage: 'ja' } as const;
    const { select, app, user } = renderPanel(state);
    app.answers.inserted = {
      ok: false,
      failure: {
        kind: 'strangers',
        people: [{ kind: 'person', id: 31, name: 'Rosa', address: undefined }],
        of: 'a press',
      },
    };
    take(select('*'));
    await user.click(screen.getByRole('button', { name: /^Insert reply/ }));
    take(select('*'));
    return found;
  }

  it('is copied where strangers read it by a second press', async () => {
    const { user, app } = renderPanel(openGalleryState('reseller'));
    const person = { kind: 'person', id: 31, name: 'Rosa Roe', address: undefined } as const;
    const failure = { kind: 'strangers', people: [person], of: 'this press' } as const;
    app.answers.replyCopied = { ok: false, failure };
    await user.click(press('Copy'));
    expect(screen.getByRole('status')).toHaveTextContent('Rosa Roe');
    app.answers.replyCopied = { ok: true, value: { allowed: true } };
    await user.click(press('Copy anyway'));
    expect(app.calls.at(-1)?.args[1]).toEqual({ confirmed: failure });
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
    expect(press('Copy')).toBeVisible();
  });

  it('asks for a second press, and takes no double click and no held key for one', async () => {
    const { app, user } = renderPanel(openGalleryState('reseller'));
    const people = [{ kind: 'person', id: 31, name: 'Rosa', address: undefined }] as const;
    const failure = { kind: 'strangers', people, of: 'a press' } as const;
    app.answers.inserted = { ok: false, failure };
    app.answers.replyCopied = { ok: false, failure };
    await user.dblClick(screen.getByRole('button', { name: /^Insert reply/ }));
    await user.dblClick(screen.getByRole('button', { name: 'Copy' }));
    screen.getByRole('button', { name: 'Insert anyway' }).focus();
    expect(app.calls.map(({ action }) => action)).toEqual(['insertReply', 'copyReply']);
    await user.keyboard('{Enter>4/}');
    expect(app.calls).toHaveLength(3);
    expect(app.calls.at(-1)?.args[1]).toEqual({ again: false, confirmed: failure });
  });

  it('takes no for an answer: nothing is done, and the next press asks again', async () => {
    const { app, user } = renderPanel(openGalleryState('reseller'));
    const people = [{ kind: 'person', id: 31, name: 'Rosa', address: undefined }] as const;
    const failure = { kind: 'strangers', people, of: 'a press' } as const;
    app.answers.inserted = { ok: false, failure };
    app.answers.replyCopied = { ok: false, failure };
    for (const [first, anyway] of [
      ['Insert reply', 'Insert anyway'],
      ['Copy', 'Copy anyway'],
      ['Apply macro', 'Apply anyway'],
    ] as const) {
      await user.click(press(first));
      expect(press(anyway)).toBeVisible();
      await user.click(press('Cancel'));
      // What was said aloud stays in the live region.
      expect(screen.getAllByText(/Rosa/)).toHaveLength(1);
      expect(screen.getByRole('status')).toHaveTextContent(/Rosa/);
      expect(screen.getByRole('article', { name: 'Reply' })).toHaveFocus();
      await user.click(press(first));
      expect(app.calls.at(-1)?.args[1]).not.toMatchObject({ confirmed: failure });
      await user.click(press('Cancel'));
    }
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(app.calls).toHaveLength(6);
  });

  it('names every hook that is drawn, and none that is not', async () => {
    expect([...(await drawn())].sort()).toEqual([...named].sort());
  });
});
