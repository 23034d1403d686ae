import { act, screen } from '@testing-library/react';
import { fill } from '../../src/wording/translate';
import english from '../../translations/panel/en.json';
import { galleryState, openGalleryState, renderPanel } from '../support/render-panel';

const said = (): string => screen.getByRole('status').textContent;

/** The same evidence, being asked again. */
function askedAgain(id: string) {
  const state = openGalleryState(id);
  return {
    ...state,
    investigation: { ...state.investigation, running: true, rechecking: true },
  };
}

/** The verdict stands, and the first run's last answer is still to come. */
function stillRunning(id: string) {
  const state = openGalleryState(id);
  return { ...state, investigation: { ...state.investigation, running: true } };
}

/** Every sentence from now on, in the order in which a screen reader hears them: a change of the region each. */
function listen() {
  const heard: string[] = [];
  const region = screen.getByRole('status');
  if (region.textContent !== '') heard.push(region.textContent);
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) heard.push(node.textContent ?? '');
    }
  });
  observer.observe(region, { childList: true, subtree: true });
  return {
    sentences: async () => {
      await act(() => Promise.resolve());
      return heard;
    },
  };
}

describe('the live region', () => {
  it('says which address is checked, then the verdict', () => {
    const { show } = renderPanel(galleryState('loading'));
    expect(said()).toBe('Checking jane.doe@example.com.');

    show(galleryState('reseller'));
    expect(said()).toBe('Result: Likely reseller customer.');
  });

  it('says once what applies too', () => {
    const { show } = renderPanel(galleryState('loading'));

    show(galleryState('several-causes'));

    expect(said()).toBe('Result: Reset on the wrong site. Also applies: Account not confirmed');
  });

  it('says what is still possible', () => {
    const { show } = renderPanel(galleryState('loading'));

    show(galleryState('one-down'));

    expect(said()).toBe(
      'Not settled. Still possible: Reset on the wrong site, Reset email not delivered or No known cause.',
    );
  });

  it('says that a verdict, or what is still possible, rests on what was entered by hand', () => {
    const { show } = renderPanel(galleryState('loading'));

    show(galleryState('by-hand'));
    expect(said()).toBe(
      'Result: Likely reseller customer. Based on manual answers: Account and Login activated.',
    );
    show(galleryState('by-hand-open'));
    expect(said()).toMatch(/^Not settled\. .* Based on manual answers: /);
  });

  it('does not repeat a verdict because another answer landed', () => {
    const { show } = renderPanel(galleryState('early'));
    const before = said();

    show(stillRunning('reseller'));
    show(galleryState('reseller'));

    expect(said()).toBe(before);
  });

  it('answers a refresh at once, and even where nothing changed', () => {
    const { show } = renderPanel(galleryState('reseller'));
    show(askedAgain('reseller'));
    expect(said()).toBe('Checking jane.doe@example.com.');

    show(galleryState('reseller'));

    expect(said()).toBe('Checked again. Result: Likely reseller customer.');
  });

  it('says when the connection is lost, and when it is back', () => {
    const { show } = renderPanel(galleryState('reseller'));
    show({ ...openGalleryState('reseller'), offline: true });
    expect(said()).toBe('You are offline.');

    show(galleryState('reseller'));
    expect(said()).toBe('You are online again.');
  });

  it('says along a whole visit what a press brought about, the same once more too', async () => {
    const { user, show } = renderPanel(galleryState('loading'));
    const heard = listen();
    const reseller = openGalleryState('reseller');
    const press = (name: string) => user.click(screen.getByRole('button', { name }));

    show(reseller);
    await press('Insert reply');
    await press('Copy');
    await press('Copy');
    show(askedAgain('reseller'));
    show(reseller);
    show({ ...reseller, replyLanguage: 'ja' });
    show({ ...reseller, requesterChanged: true });
    await press('Post internal note');
    const other = openGalleryState('not-own');
    show({
      ...other,
      investigation: openGalleryState('loading').investigation,
      replies: [],
    });
    show(other);

    const checking = (address: string) => fill(english['say.checking'], { address });
    const verdict = fill(english['say.settled'], { outcome: english['outcome.reseller'] });
    expect(await heard.sentences()).toEqual([
      checking('jane.doe@example.com'),
      verdict,
      fill(english['reply.inserted'], { time: '12:02' }),
      english['reply.copied'],
      english['reply.copied'],
      checking('jane.doe@example.com'),
      fill(english['say.again'], { verdict }),
      fill(english['say.language'], { language: english['language.ja'] }),
      fill(english['say.requester_changed'], { address: 'jane.doe@example.com' }),
      fill(english['note.posted'], { time: '12:02' }),
      checking('billing@example.com'),
      verdict,
    ]);
  });

  it.each([
    ['outside-zendesk', 'This page belongs inside Zendesk'],
    ['sdk-missing', 'Zendesk’s script did not load'],
    ['zendesk-failed', 'The ticket could not be loaded from Zendesk'],
    ['settings-agent', 'The app is not set up yet'],
    ['no-address', 'The requester has no email address'],
    ['bad-address', 'The requester’s address cannot be checked'],
    ['not-of-interest', 'Not run: this ticket does not look like a sign-in problem.'],
  ])('says why nothing can be judged: %s', (id, words) => {
    renderPanel(galleryState(id));

    expect(said()).toBe(words);
  });
});

describe('the focus', () => {
  it('stays where it was when answers land', () => {
    const { show } = renderPanel(galleryState('early'));
    const refresh = screen.getByRole('button', { name: 'Checking…' });
    refresh.focus();

    show(galleryState('reseller'));

    expect(refresh).toHaveFocus();
    expect(refresh).toHaveTextContent('Refresh');
  });

  it('waits on the result where it took away what the focus was on', () => {
    const { show } = renderPanel(galleryState('loading'));
    const enter = screen.getByRole('button', { name: 'Enter by hand' });
    enter.focus();

    show(galleryState('narrowing'));
    expect(enter).toHaveFocus();
    show(galleryState('reseller'));

    expect(screen.getByRole('region', { name: 'Result' })).toHaveFocus();
  });

  it.each([
    ['not-of-interest', 'Check sign-in'],
    ['zendesk-failed', 'Refresh'],
    ['requester-changed', 'Got it'],
  ])('stays in the panel when a press takes its own button away: %s', async (id, name) => {
    const { user, show } = renderPanel(galleryState(id));

    await user.click(screen.getByRole('button', { name }));
    show(galleryState('loading'));

    expect(screen.getByRole('main')).toHaveFocus();
  });
});
