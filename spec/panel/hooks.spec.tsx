import { given } from '../../src/diagnosis/editions/given';
import { outcomeIds } from '../support/editions';

import { galleryState, renderPanel } from '../support/render-panel';

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

    expect(checks.map(({ dataset }) => dataset.check)).toEqual([...given.checks]);
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
    replies.forEach((reply) => {
      expect(reply.querySelectorAll('[data-action=insert]')).toHaveLength(1);
    });
  });
});
