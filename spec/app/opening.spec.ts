import { isOfInterest } from '../../src/app/opening';
import { reduce } from '../../src/app/reduce';
import { firstState } from '../../src/app/opening';
import type { AppEvent, Effect, Happening, InTicket } from '../../src/app/events';
import type { InText, Ready, State } from '../../src/app/state';
import { viewOf } from '../../src/app/view';
import { noon } from '../../fixtures/evidence';
import { firstReadingOf } from './a-world';
import { people } from './some-moves';

const ticket = {
  formId: '360000071293',
  tags: ['customers_portal'],
  subject: 'Cannot sign in',
  correspondence: { mark: 'a reading', unread: undefined },
};
const rules = { autoRunForms: [], autoRunTags: [], autoRunWords: [] };
const inText = (hasWord: InText['hasWord'], of = 'a reading'): InText => ({
  of,
  found: [],
  hasWord,
});
const unread = inText('unread', '');

describe('auto-run rules', () => {
  it.each([
    ['no rule at all', {}, true],
    ['its form', { autoRunForms: ['360000071293'] }, true],
    ['another form', { autoRunForms: ['1'] }, false],
    ['its tag', { autoRunTags: ['other', 'customers_portal'] }, true],
    ['a part of its tag', { autoRunTags: ['customers'] }, false],
    ['a word of the subject', { autoRunWords: ['SIGN IN'] }, true],
    ['another word', { autoRunWords: ['invoice'] }, 'unread'],
    ['another word but its form', { autoRunForms: ['360000071293'], autoRunWords: ['x'] }, true],
    ['another form and another word', { autoRunForms: ['1'], autoRunWords: ['reset'] }, 'unread'],
  ])('before the text has been read, with %s', (_case, change, expected) => {
    expect(isOfInterest(ticket, { ...rules, ...change }, unread)).toBe(expected);
  });

  it.each([
    ['has a word', inText(true), true],
    ['has none', inText(false), false],
    ['cannot be read', inText('unreadable'), false],
    ['is being read', inText('unread'), 'unread'],
    ['was another when it had one', inText(true, 'another reading'), 'unread'],
    ['was another that could not be read', inText('unreadable', 'another reading'), 'unread'],
  ])('where the text %s', (_case, searched, expected) => {
    const words = { ...rules, autoRunForms: ['1'], autoRunWords: ['reset'] };
    expect(isOfInterest(ticket, words, searched)).toBe(expected);
    // Without words nobody waits for it.
    expect(isOfInterest(ticket, { ...rules, autoRunForms: ['1'] }, searched)).toBe(false);
  });

  it('does not match a form rule on a ticket without a form', () => {
    expect(
      isOfInterest(
        { ...ticket, formId: undefined },
        { ...rules, autoRunForms: ['undefined'] },
        unread,
      ),
    ).toBe(false);
  });
});

describe('a ticket that only its text can tell about', () => {
  const messages = ['I cannot log in.'];
  const written = (mark: string) => ({
    correspondence: { mark, unread: { messages, description: '', notes: [] } },
  });

  /** Opened with a rule of one word, and what the reducer wants to be done since. */
  function opened(change: Partial<Ready['ticket']> = written('one'), visible = true) {
    const reading = firstReadingOf(people[0]);
    if (reading.kind !== 'ready') throw new Error('It is ready.');
    const settings = { ...reading.settings, autoRunWords: ['log in'] };
    let state: State = firstState({
      network: { isOnline: () => true },
      setup: { read: () => '' },
    });
    let effects: readonly Effect[] = [];
    const happen = (happening: Happening): void => {
      const event: AppEvent = { ...happening, at: noon };
      ({ state, effects } = reduce(state, event));
    };
    const of = (more: object) => ({ ...reading, settings, ticket: { ...reading.ticket, ...more } });
    happen({ kind: 'read', reading: 0, result: { ...of(change), visible } });
    return {
      happen,
      ready: () => state as Ready,
      view: () => viewOf(state).kind,
      searches: () => effects.filter((one) => one.do === 'search-ticket'),
      asks: () => effects.filter((one) => one.do === 'ask').length,
      searched(found: Partial<InTicket> | undefined, mark = 'one') {
        const inTicket = found && { addresses: [], hasWord: false, ...found };
        happen({ kind: 'ticket-searched', mark, found: inTicket });
      },
      again(more: object) {
        happen({ kind: 'ticket-changed' });
        const result = { ok: true, value: of(more) } as const;
        happen({ kind: 'ticket-read', reading: (state as Ready).reading, result });
      },
    };
  }

  it('waits for it, and says nothing meanwhile', () => {
    const app = opened();
    expect(app.view()).toBe('starting');
    expect(app.asks()).toBe(0);
    const { unread: markup } = written('one').correspondence;
    expect(app.searches()).toEqual([
      { do: 'search-ticket', mark: 'one', unread: markup, words: ['log in'] },
    ]);
  });

  it('is looked into once it has the word', () => {
    const app = opened();
    app.searched({ hasWord: true });
    expect(app.view()).toBe('open');
    expect(app.asks()).toBeGreaterThan(0);
  });

  it.each([
    ['it has none', {}],
    ['it could not be read', undefined],
  ])('is left to the engineer where %s', (_why, found) => {
    const app = opened();
    app.searched(found);
    expect(app.view()).toBe('not-of-interest');
    app.happen({ kind: 'run-anyway' });
    expect(app.view()).toBe('open');
  });

  it.each([
    ['read', { hasWord: false }, undefined],
    ['not read', undefined, written('one').correspondence.unread],
  ])('whose text was %s keeps of it only what is still to be read', (_case, found, left) => {
    const app = opened();
    app.searched(found);
    expect(app.ready().ticket.correspondence).toEqual({ mark: 'one', unread: left });
    app.again(written('one'));
    expect(app.ready().ticket.correspondence).toEqual({ mark: 'one', unread: left });
    expect(app.searches()).toEqual([]);
    expect(app.view()).toBe('not-of-interest');
  });

  it('is decided by its tags, its form and its subject at once', () => {
    const app = opened({ ...written('one'), subject: 'I cannot LOG IN' });
    expect(app.view()).toBe('open');
    app.searched({ addresses: ['kim@example.com'] });
    expect(app.ready().candidates.map(({ address }) => address)).toContain('kim@example.com');
  });

  it('is looked into when its subject comes to tell, though the text is still being read', () => {
    const app = opened();
    app.again({ ...written('one'), subject: 'Log in' });
    expect(app.view()).toBe('open');
  });

  it('is told by no text that it had before', () => {
    const app = opened();
    app.again(written('two'));
    expect(app.searches()).toHaveLength(1);
    app.searched({ hasWord: true, addresses: ['kim@example.com'] }, 'one');
    app.searched(undefined, 'one');
    expect(app.view()).toBe('starting');
    app.searched({}, 'two');
    expect(app.view()).toBe('not-of-interest');
    expect(app.ready().candidates).toHaveLength(1);
  });

  it('is looked into when a message more has the word, and shown as it was until that is read', () => {
    const app = opened();
    app.searched({});
    app.again(written('two'));
    expect(app.view()).toBe('not-of-interest');
    expect(app.searches()).toHaveLength(1);
    app.searched({ hasWord: true }, 'two');
    expect(app.view()).toBe('open');
  });

  it('is not searched while nobody sees the app, and not entered either', () => {
    const app = opened(written('one'), false);
    expect(app.searches()).toEqual([]);
    app.happen({ kind: 'visibility', change: { unfolded: true } });
    expect(app.searches()).toHaveLength(1);
    app.happen({ kind: 'visibility', change: { unfolded: false } });
    app.searched({ hasWord: true });
    expect([app.ready().stage.kind, app.asks()]).toEqual(['unseen', 0]);
    app.happen({ kind: 'visibility', change: { unfolded: true } });
    expect(app.view()).toBe('open');
    expect(app.searches()).toEqual([]);
  });

  it.each([
    ['open', 'Log in', 'open'],
    ['left to the engineer', 'Help', 'not-of-interest'],
  ])('that could not be searched is searched again once back online: %s', (_, subject, shown) => {
    const app = opened({ ...written('one'), subject });
    app.searched(undefined);
    expect(app.view()).toBe(shown);
    app.happen({ kind: 'network', online: false });
    expect(app.searches()).toEqual([]);
    app.happen({ kind: 'network', online: true });
    expect(app.searches()).toHaveLength(1);
    app.searched({ hasWord: true, addresses: ['kim@example.com'] });
    expect(app.view()).toBe('open');
    expect(app.ready().candidates.map(({ address }) => address)).toContain('kim@example.com');
    app.happen({ kind: 'network', online: true });
    expect(app.searches()).toEqual([]);
  });

  it('that could not be searched is searched once more with a refresh, and one that was is not', () => {
    const app = opened({ ...written('one'), subject: 'Log in' });
    app.searched(undefined);
    expect(app.searches()).toEqual([]);
    app.happen({ kind: 'refresh' });
    expect(app.searches()).toHaveLength(1);
    app.searched({});
    app.happen({ kind: 'refresh' });
    expect(app.searches()).toEqual([]);
    app.searched(undefined);
    expect(app.ready().inText.hasWord).toBe(false);
  });
});
