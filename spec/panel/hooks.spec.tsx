import { checkIds } from '../../src/diagnosis/facts';
import { outcomeIds } from '../../src/diagnosis/outcome';
import { galleryState, renderPanel } from '../support/render-panel';

const verdictOf = (container: HTMLElement): HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('[data-verdict]'),
];

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
    ['outside-zendesk', 'blocked'],
    ['zendesk-failed', 'blocked'],
    ['settings-agent', 'blocked'],
    ['no-address', 'blocked'],
    ['not-of-interest', 'blocked'],
    ['starting', 'pending'],
  ])('marks %s as %s, once', (id, verdict) => {
    const { container } = renderPanel(galleryState(id));

    expect(verdictOf(container).map(({ dataset }) => dataset.verdict)).toEqual([verdict]);
  });

  it.each(outcomeIds)('names the outcome %s', (outcome) => {
    const { container } = renderPanel(galleryState(outcome.replaceAll('_', '-')));

    expect(verdictOf(container)[0]?.dataset).toMatchObject({ verdict: 'settled', outcome });
  });

  it('names no outcome before the verdict is settled', () => {
    const { container } = renderPanel(galleryState('narrowing'));

    expect(container.querySelector('[data-outcome]')).toBeNull();
  });

  it('carries every check once, with its answer', () => {
    const { container } = renderPanel(galleryState('reseller'));
    const checks = [...container.querySelectorAll<HTMLElement>('[data-check]')];

    expect(checks.map(({ dataset }) => dataset.check)).toEqual([...checkIds]);
    expect(checks.map(({ dataset }) => dataset.answer)).toEqual([
      'found',
      'off',
      'yes',
      'none',
      'sent',
    ]);
  });

  it('calls a check unknown while it is pending and after it failed', () => {
    const pending = renderPanel(galleryState('loading'));
    expect(pending.container.querySelectorAll('[data-answer=unknown]')).toHaveLength(5);
    pending.unmount();

    const failed = renderPanel(galleryState('one-down'));
    expect(failed.container.querySelector('[data-check=portal_reset]')).toHaveAttribute(
      'data-answer',
      'unknown',
    );
  });

  it('carries each reply with its insert button', () => {
    const { container } = renderPanel(galleryState('several-causes'));
    const replies = [...container.querySelectorAll<HTMLElement>('[data-reply]')];

    expect(replies.map(({ dataset }) => dataset.reply)).toEqual([
      'wrong_site_reset',
      'unconfirmed',
    ]);
    replies.forEach((reply) => {
      expect(reply.querySelectorAll('[data-action=insert]')).toHaveLength(1);
    });
  });
});
